using System.Globalization;
using FactoryBot.Skills.Metrics;

namespace FactoryBot.Api.Figures;

/// <summary>The parameters of a request for figures, read strictly: what is not known is refused, never ignored.</summary>
internal static class FigureQuery
{
    private const int Longest = 200;
    private static readonly string[] Known = ["machine", "line", "site", "shift", "product", "period", "from", "to"];

    // What the second side of a comparison names.
    private static readonly string[] Second = ["otherMachine", "otherLine", "otherSite", "otherShift", "otherProduct", "otherPeriod"];

    /// <returns>The question, or what is wrong with it.</returns>
    /// <param name="own">The parameters that this figure has beside the common ones.</param>
    public static (PlantQuestion? Question, Problem? Problem) Read(IQueryCollection query, IReadOnlyCollection<string> own)
    {
        foreach (var (name, values) in query)
        {
            if (!Known.Contains(name, StringComparer.Ordinal) && !own.Contains(name, StringComparer.Ordinal))
                return (null, ApiFailures.UnknownParameter(name));
            if (values.Count > 1)
                return (null, ApiFailures.RepeatedParameter(name));
            if (values.ToString().Length > Longest)
                return (null, ApiFailures.ParameterTooLong(name, Longest));
        }
        var (period, problem) = Period(query);
        return problem is not null
            ? (null, problem)
            : (new()
            {
                Machine = Text(query, "machine"),
                Line = Text(query, "line"),
                Site = Text(query, "site"),
                Shift = Text(query, "shift"),
                Product = Text(query, "product"),
                Period = period,
                By = Text(query, "by"),
                Severity = Text(query, "severity"),
                Form = Text(query, "form"),
                Kind = Text(query, "kind"),
                Reason = Text(query, "reason"),
                Defect = Text(query, "defect"),
                WorkOrder = Text(query, "workOrder"),
                Mean = Text(query, "mean"),
                OtherPeriod = Text(query, "otherPeriod"),
                Other = Second.Any(name => Text(query, name) is not null) ? Other(query) : null,
            }, null);
    }

    private static PlantQuestion Other(IQueryCollection query) => new()
    {
        Machine = Text(query, "otherMachine"),
        Line = Text(query, "otherLine"),
        Site = Text(query, "otherSite"),
        Shift = Text(query, "otherShift"),
        Product = Text(query, "otherProduct"),
        Period = Text(query, "otherPeriod"),
    };

    public static string? Text(IQueryCollection query, string name) =>
        string.IsNullOrWhiteSpace(query[name]) ? null : query[name].ToString();

    /// <summary>The period as it was sent, or "from" and "to" as an interval, both days included.</summary>
    private static (string? Period, Problem? Problem) Period(IQueryCollection query)
    {
        var (from, to, period) = (Text(query, "from"), Text(query, "to"), Text(query, "period"));
        if (from is null && to is null)
            return (period, null);
        if (period is not null)
            return (null, ApiFailures.PeriodTwice);
        if (from is null || to is null)
            return (null, ApiFailures.HalfPeriod);
        if (!TryDay(from, out var first))
            return (null, ApiFailures.BadDate("from", from));
        if (!TryDay(to, out var last))
            return (null, ApiFailures.BadDate("to", to));
        return first > last ? (null, ApiFailures.DatesReversed) : ($"{from}/{to}", null);
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
