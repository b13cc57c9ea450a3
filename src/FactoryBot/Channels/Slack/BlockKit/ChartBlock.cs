using System.Text.Json.Nodes;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Channels.Slack.BlockKit;

/// <summary>Slack's own charts, where their narrow limits hold. Pure.</summary>
internal static class ChartBlock
{
    public const int MostInMessage = 2;

    private const int LongestName = 20;
    private const int LongestTitle = 50;
    private const int MostSegments = 12;
    private const int MostPlaces = 20;

    // One of Slack's own checks takes no more.
    private const int MostSeries = 6;

    /// <returns>Null where Slack cannot draw the chart without losing something.</returns>
    public static JsonObject? Of(Chart chart)
    {
        var body = chart switch
        {
            SliceChart slices => Pie(slices),
            LineChart line => Axis("line", line.Data, line),
            VerticalBarChart bars => Axis("bar", bars.Series(), bars),
            GroupedBarChart { Stacked: not true } bars => Axis("bar", bars.Data, bars),
            HorizontalBarChart bars => Axis("bar", bars.Series(), bars),
            _ => null,
        };
        return body is null ? null : new() { ["type"] = "data_visualization", ["title"] = Blocks.Cut(chart.Title, LongestTitle), ["chart"] = body };
    }

    private static JsonObject? Pie(SliceChart chart)
    {
        if (chart.Data.Count is 0 or > MostSegments || chart.Data.Any(s => s.Value <= 0 || !IsName(s.Legend)))
            return null;
        return new()
        {
            ["type"] = "pie",
            ["segments"] = new JsonArray([.. chart.Data.Select(s => new JsonObject { ["label"] = s.Legend, ["value"] = s.Value })]),
        };
    }

    private static JsonObject? Axis(string type, IReadOnlyList<ChartSeries> all, AxisChart chart)
    {
        var series = all.Where(s => s.Values.Count > 0).ToList();
        var places = series.SelectMany(s => s.Values).Select(p => p.X).Distinct(StringComparer.Ordinal).ToList();
        var labels = places.Select(ChartFallback.Place).ToList();
        // Every series has to have every place: a gap would be drawn as something.
        if (series.Count is 0 or > MostSeries || places.Count is 0 or > MostPlaces
            || labels.Distinct(StringComparer.Ordinal).Count() != labels.Count || !labels.TrueForAll(IsName)
            || series.Exists(s => s.Values.Count != places.Count))
            return null;
        var names = series.Select(s => Blocks.Cut(s.Legend, LongestName)).ToList();
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
            return null;
        var axis = new JsonObject { ["categories"] = new JsonArray([.. labels.Select(l => (JsonNode)l)]) };
        if (chart.XAxisTitle is { Length: > 0 } x)
            axis["x_label"] = Blocks.Cut(x, LongestTitle);
        if (chart.YAxisTitle is { Length: > 0 } y)
            axis["y_label"] = Blocks.Cut(y, LongestTitle);
        return new()
        {
            ["type"] = type,
            ["series"] = new JsonArray([.. series.Select((s, i) => new JsonObject
            {
                ["name"] = names[i],
                ["data"] = new JsonArray([.. places.Select((place, p) => new JsonObject { ["label"] = labels[p], ["value"] = s.Values.First(v => v.X == place).Y })]),
            })]),
            ["axis_config"] = axis,
        };
    }

    private static bool IsName(string text) => text.Length is > 0 and <= LongestName;
}
