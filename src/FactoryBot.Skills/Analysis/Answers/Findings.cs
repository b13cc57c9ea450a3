using System.Globalization;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Answers;

/// <summary>What stands out in a column of figures: the same rows always say the same. Each is computed, none is guessed.</summary>
internal static class Findings
{
    private const int Fewest = 4;

    public static IReadOnlyList<string> Of(QueryAnswer answer, IReadOnlyList<int> names, int at, OutColumn column)
    {
        var points = answer.Rows.Select(r => (Name: string.Join(", ", names.Select(n => ValueText.Of(r[n], answer.Columns[n]))), Value: ValueText.Number(r[at])))
            .Where(p => p.Value is not null).Select(p => (p.Name, Value: p.Value!.Value)).ToList();
        if (points.Count < Fewest || answer.More || answer.Query?.Limit is not null)
            return [];
        var findings = new List<string>();
        var highest = points.MaxBy(p => p.Value);
        var lowest = points.MinBy(p => p.Value);
        if (highest.Value > lowest.Value && names.Count > 0)
            findings.Add($"Highest: {highest.Name} ({Text(highest.Value)}), lowest: {lowest.Name} ({Text(lowest.Value)}).");
        var time = answer.Columns.Any(c => c.Part is TimePart.Day or TimePart.Week or TimePart.Month or TimePart.Quarter or TimePart.Year);
        if (time && names.Count == 1 && points.Count >= 5)
            findings.AddRange(Trend(points, column));
        else if (!time && column.Unit != "%" && answer.Query is { Limit: null, Having.Count: 0 } && Summed(answer) && points.TrueForAll(p => p.Value >= 0))
            findings.AddRange(Concentration(points));
        findings.AddRange(Outliers(points));
        return [.. findings.Take(3)];

        string Text(double value) => ValueText.Of(value, column);
    }

    // A sum of averages is no figure of anything.
    private static bool Summed(QueryAnswer answer) =>
        answer.Query is { Compute.Count: 0, Measures: [{ Aggregate: Model.Aggregate.Sum or Model.Aggregate.Count }] };

    private static IEnumerable<string> Concentration(List<(string Name, double Value)> points)
    {
        var total = points.Sum(p => p.Value);
        if (total <= 0 || points.Count < 5)
            yield break;
        var sorted = points.OrderByDescending(p => p.Value).ToList();
        var share = sorted.Take(3).Sum(p => p.Value) / total;
        if (share > 0.5)
            yield return string.Create(CultureInfo.InvariantCulture, $"The first three are {share * 100:0.0} % of all.");
    }

    private static IEnumerable<string> Trend(List<(string Name, double Value)> points, OutColumn column)
    {
        var n = points.Count;
        var meanX = (n - 1) / 2.0;
        var meanY = points.Average(p => p.Value);
        var slope = points.Select((p, i) => (i - meanX) * (p.Value - meanY)).Sum() / points.Select((_, i) => (i - meanX) * (i - meanX)).Sum();
        var spread = Math.Sqrt(points.Average(p => (p.Value - meanY) * (p.Value - meanY)));
        var rise = slope * (n - 1);
        if (spread > 0 && Math.Abs(rise) > 1.5 * spread)
            yield return $"Over the whole time it {(rise > 0 ? "rises" : "falls")}, by about {ValueText.Of(Math.Abs(Math.Round(rise, 2)), column)} from the first to the last.";
    }

    private static IEnumerable<string> Outliers(List<(string Name, double Value)> points)
    {
        if (points.Count < 8)
            yield break;
        var sorted = points.Select(p => p.Value).Order().ToList();
        var (low, high) = (sorted[sorted.Count / 4], sorted[sorted.Count * 3 / 4]);
        var reach = 3 * (high - low);
        var far = points.Where(p => p.Value > high + reach || p.Value < low - reach).ToList();
        if (reach > 0 && far.Count is > 0 and <= 2)
            yield return $"Far from the rest: {string.Join(", ", far.Select(f => f.Name))}.";
    }
}
