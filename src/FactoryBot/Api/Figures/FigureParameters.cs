namespace FactoryBot.Api.Figures;

/// <summary>What the parameters of requests for figures mean, for the OpenAPI document.</summary>
internal static class FigureParameters
{
    public static readonly string[] Compare =
        ["figure", "otherMachine", "otherLine", "otherSite", "otherShift", "otherProduct", "otherPeriod", "reason"];

    public static readonly string[] Difference = ["by", "order", "otherMachine", "otherLine", "otherSite", "otherShift"];

    public static readonly string[] Trend = ["figure", "reason"];

    public static readonly string[] Rank = ["figure", "by", "order", "count", "limit", "reason"];

    private const string Measures = "OEE, availability, performance, quality, TEEP, loading, production, good pieces, scrap, scrap rate, first-pass yield, downtime, "
        + "stops, MTBF or MTTR. Default: OEE.";

    /// <summary>Every figure takes these.</summary>
    public static readonly (string Name, string Meaning)[] Common =
    [
        ("machine", "A machine's name or one of its aliases. Without machine, line and site: the whole plant."),
        ("line", "A line's name."),
        ("site", "A site's name."),
        ("shift", "A shift's name. Default: all shifts."),
        ("product", "A product's name. Default: all products."),
        ("period", "An ISO 8601 interval with both days included (2026-11-09/2026-11-15), one day, or words such as 'last week'."),
        ("from", "First day, instead of period: 2026-11-09."),
        ("to", "Last day, together with from."),
    ];

    private static readonly Dictionary<string, string> Own = new(StringComparer.Ordinal)
    {
        ["by"] = "The split that the text names, or what is ranked. Production and scrap: day, shift, line, machine, product, hour or work order. "
            + "Rank: machine, line, site, shift, product or day.",
        ["severity"] = "Only issues of this severity: critical, high, medium or low.",
        ["form"] = "standard (planned stops are taken out of the planned time) or strict (they are losses). Default: the tenant's own setting.",
        ["kind"] = "What the text leads with: unplanned, planned or micro stops. The data has all of them.",
        ["reason"] = "Only stops for this stop reason, or this kind of stop reasons: of downtime, stops, MTBF and MTTR. Default: all.",
        ["defect"] = "Only parts with this defect type. Default: all.",
        ["workOrder"] = "The number of one work order, or its end. Default: all.",
        ["mean"] = "What the text leads with instead of totals: 'average' of the parts of the split, or the downtime 'per stop'.",
        ["figure"] = Measures,
        ["order"] = "best, worst, highest or lowest first. Default: best.",
        ["count"] = "How many the text names.",
        ["limit"] = "Only those on one side of a bound: 'below 70 %', 'above 2 h', 'below average'. Default: all.",
        ["otherMachine"] = "The second machine.",
        ["otherLine"] = "The second line.",
        ["otherSite"] = "The second site.",
        ["otherShift"] = "The second shift.",
        ["otherProduct"] = "The second product.",
        ["otherPeriod"] = "The second time, in the same form as period.",
    };

    public static IEnumerable<(string Name, string Meaning)> Of(IEnumerable<string> own) => [.. Common, .. own.Select(name => (name, Own[name]))];
}
