using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Analysis.Answers;

/// <summary>The chart that fits: time as a line, shares as a ring, names as bars; or the one that was asked for.</summary>
internal static class AnswerChart
{
    private const int MostBars = 15;
    private const int MostSlices = 8;
    private const string Table = "table";

    public static CardElement? Of(QueryAnswer answer)
    {
        if (answer.Chart == Table || Picture.Of(answer) is not { } picture)
            return null;
        var (names, figures, figure, points) = (picture.Names, picture.Figures, picture.Figure, picture.Points);
        var title = $"{figure.Column.Title} by {string.Join(" and ", names.Select(n => n.Column.Title.ToLowerInvariant()))}";
        if (answer.Chart != "bar" && NamedTwice.Of(answer, names, figure) is { } twice)
            return twice.Chart(title, Axis(figure.Column));
        return Kind(answer, picture) switch
        {
            "line" => new LineChart { Title = title, YAxisTitle = Axis(figure.Column), ShowLegend = false, Data = [ChartSeries.Of(figure.Column.Title, points, ChartColor.CategoricalBlue)] },
            "pie" => new DonutChart { Title = title, Data = ChartData.Slices(points) },
            _ when figures.Count is 2 or 3 && names.Count == 1 && figures.TrueForAll(f => f.Column.Unit == figures[0].Column.Unit) && points.Count <= 8 => new GroupedBarChart
            {
                Title = title, Data = [.. figures.Select(f => ChartSeries.Of(f.Column.Title, answer.Rows.Select(r => (Label(r[names[0].At], names[0].Column), ValueText.Number(r[f.At])))))],
            },
            _ when picture.Time || points.TrueForAll(p => p.X.Length <= 5) => new VerticalBarChart { Title = title, YAxisTitle = Axis(figure.Column), Data = ChartData.Bars(points.Take(MostBars), ChartColor.CategoricalBlue) },
            _ => new HorizontalBarChart { Title = title, XAxisTitle = Axis(figure.Column), Data = ChartData.Bars(points.Take(MostBars), ChartColor.CategoricalBlue) },
        };
    }

    /// <summary>The kinds in which the answer could be shown instead; none where there is no picture of it.</summary>
    public static IReadOnlyList<string> Others(QueryAnswer answer) => Picture.Of(answer) is not { } picture ? []
        : [.. new[] { "bar", "line", "pie", Table }.Where(k => (k != "line" || picture.Time) && (k != "pie" || picture.Shares) && k != (answer.Chart == Table ? Table : Kind(answer, picture)))];

    // A line between two names, or slices of what is no whole, would tell something that is not there.
    private static string Kind(QueryAnswer answer, Picture picture) =>
        answer.Chart switch { "line" => "line", "pie" when picture.Shares => "pie", null => picture.Time ? "line" : picture.Figure.Column.Title == "Share" && picture.Shares ? "pie" : "bar", _ => "bar" };

    private static string Axis(OutColumn column) => column.Unit is { } unit ? $"{column.Title} {unit}" : column.Title;

    internal static string Label(object? value, OutColumn column) => value switch
    {
        DateTime day when column.Part == TimePart.Day => DateOnly.FromDateTime(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        null => "(none)",
        _ => ValueText.Of(value, column),
    };

    /// <summary>What a picture of an answer is made of.</summary>
    private sealed record Picture(
        List<(OutColumn Column, int At)> Names, List<(OutColumn Column, int At)> Figures, (OutColumn Column, int At) Figure, bool Time, bool Whole, List<(string X, double? Y)> Points)
    {
        public bool Shares => Whole && Points.Count <= MostSlices && Points.TrueForAll(p => p.Y is null or >= 0);

        public static Picture? Of(QueryAnswer answer)
        {
            if (answer.Rows.Count < 2 || answer.Query is { Measures.Count: 0 })
                return null;
            var shown = answer.Shown.ToList();
            var names = shown.Where(c => c.Column.Role == OutRole.Dimension).ToList();
            var figures = shown.Where(c => c.Column.Role == OutRole.Measure && c.Column.Kind is DataKind.Number or DataKind.Whole).ToList();
            if (names.Count is 0 or > 2 || figures.Count == 0)
                return null;
            // What was asked for is what was computed, not what it was computed of. The late ones of each are no parts of one whole.
            var asked = answer.Query?.Compute is [.., { Kind: ComputedKind.Share or ComputedKind.Percent or ComputedKind.Ratio } computed] ? computed : null;
            var figure = figures.Find(f => f.Column.Title == (asked?.Name ?? "Share")) is { Column: not null } share ? share : answer.Lead is { } lead && figures.Contains(lead) ? lead : figures[0];
            var whole = asked is null or { Kind: ComputedKind.Share } || figure.Column.Title != asked.Name;
            var time = names.Count == 1 && names[0].Column.IsTime;
            return new(names, figure.Column.Title == asked?.Name ? [figure] : figures, figure, time, whole, [.. answer.Rows.Select(r => (string.Join(", ", names.Select(n => Label(r[n.At], n.Column))), ValueText.Number(r[figure.At])))]);
        }
    }
}
