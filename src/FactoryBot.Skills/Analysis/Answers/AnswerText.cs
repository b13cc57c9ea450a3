using System.Globalization;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Answers;

/// <summary>The answer in a sentence with its numbers, and what stands out in the rows.</summary>
internal static class AnswerText
{
    private const int Named = 3;
    private const int Ranked = 5;

    public static string Of(QueryAnswer answer) => Verdict(answer) is { } verdict ? $"{verdict} {Figures(answer)}" : Figures(answer);

    // Yes or no comes first; where a figure is missing neither is true.
    private static string? Verdict(QueryAnswer answer)
    {
        if (answer.Query is { Verdict: { } rows, Measures.Count: 0 })
            return rows.Is == Comparison.More ? "Yes." : "No, not all of them.";
        if (answer.Query?.Verdict is null || answer.Rows.Count != 1 || answer.Columns.ToList().FindIndex(c => c.Title == CompileGroups.VerdictTitle) is not (>= 0 and var at))
            return null;
        return answer.Rows[0][at] switch { true => "Yes.", false => "No.", _ => "That cannot be said, a figure is missing." };
    }

    private static string Figures(QueryAnswer answer)
    {
        var shown = answer.Shown.ToList();
        var rows = answer.Rows;
        var measure = shown.FindIndex(c => c.Column.Role == OutRole.Measure);
        // What was computed comes first, of what behind it.
        if (rows.Count == 1 && shown.TrueForAll(c => c.Column.Role == OutRole.Measure) && answer.Query is { Verdict: null, Compute: [{ Kind: ComputedKind.Ratio or ComputedKind.Percent } ratio], Measures.Count: 2 } && shown.FindIndex(c => c.Column.Title == ratio.Name) is >= 0 and var first)
            shown = [shown[first], .. shown.Where((_, i) => i != first)];
        if (rows.Count == 1 && shown.TrueForAll(c => c.Column.Role == OutRole.Measure))
            return string.Join(", ", shown.Select(c => $"{c.Column.Title}: {ValueText.Of(rows[0][c.At], c.Column)}")) + ".";
        var count = Count(answer);
        if (measure < 0 || answer.Query is { Measures.Count: 0 })
            return $"{count}: {string.Join("; ", rows.Take(Named).Select(r => Row(r, shown)))}{(rows.Count > Named ? "; …" : ".")}";
        var names = shown.Where(c => c.Column.Role == OutRole.Dimension).ToList();
        var figure = answer.Lead!.Value;
        string Say(object?[] row) => $"{string.Join(", ", names.Select(n => ValueText.Of(row[n.At], n.Column)))}: {ValueText.Of(row[figure.At], figure.Column)}";
        var findings = Findings.Of(answer, [.. names.Select(n => n.At)], figure.At, figure.Column);
        if (answer.Query is { Limit: not null, LimitWithin: 0, Order: [var by, ..] } && rows.Count is > 1 and <= Ranked && by.Field.Equals(figure.Column.Title, StringComparison.OrdinalIgnoreCase))
            return $"{(by.Descending ? "Highest" : "Lowest")} by {figure.Column.Title.ToLowerInvariant()}: {string.Join("; ", rows.Select((r, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {Say(r)}")))}.";
        var text = rows.Count <= Named
            ? $"{figure.Column.Title}: {string.Join("; ", rows.Select(Say))}."
            : names.Count > 1 ? $"{AnswerCard.Title(answer)}: {count}."
            : $"{figure.Column.Title} in {rows.Count.ToString("N0", CultureInfo.InvariantCulture)} rows, first {string.Join("; ", rows.Take(Named).Select(Say))}.";
        return findings.Count == 0 ? text : $"{text} {string.Join(" ", findings)}";
    }

    public static string Count(QueryAnswer answer)
    {
        // A list of things is told by their name, anything else by rows.
        var one = answer is { Query: { Measures.Count: 0, Of: not null, By: [{ Entity: not null }] }, Columns: [var named, ..] } ? named.Title.ToLowerInvariant() : "row";
        return answer.More ? string.Create(CultureInfo.InvariantCulture, $"The first {answer.Rows.Count:N0} of more {SchemaNames.Plural(one)}")
            : answer.Rows.Count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{answer.Rows.Count:N0} {SchemaNames.Plural(one)}");
    }

    private static string Row(object?[] row, List<(OutColumn Column, int At)> shown) =>
        string.Join(", ", shown.Take(4).Select(c => ValueText.Of(row[c.At], c.Column)));
}
