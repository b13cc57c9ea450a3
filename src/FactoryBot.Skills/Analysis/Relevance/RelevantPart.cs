using System.Globalization;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Analysis.Relevance;

/// <summary>Writes the part of the semantic models that a question needs, in as many characters as there are for it: what is most to the point
/// first, and what joins it.</summary>
internal static class RelevantPart
{
    private const int MostVerified = 3;
    private const int VerifiedAmong = 20;
    private const int MostBetween = 4;
    private const int MostFigures = 8;
    private const int MostOthers = 40;

    // Before everything that can be left out for want of room.
    private const int Always = 0;

    public static string Of(string question, IReadOnlyList<RankedElement> ranked, IReadOnlyList<OpenSource> open, bool sql, int entities, int most)
    {
        var lines = new List<(int Importance, string Text)>();
        var picked = Picked(ranked, entities);
        foreach (var source in open.OrderBy(s => picked.FindIndex(p => p.Source == s.Name) is >= 0 and var at ? at : int.MaxValue))
        {
            var own = picked.Where(p => p.Source == source.Name).Select(p => p.Entity).ToList();
            lines.Add((Always, Heading(source)));
            lines.AddRange(Verified(ranked, source.Name));
            lines.AddRange(OfSource(question, [.. ranked.Where(r => r.Source == source.Name)], source.Model, own, picked.FindIndex(p => p.Source == source.Name), sql));
        }

        return Fitting(lines, most);
    }

    /// <summary>In one line, and never the end of a quotation.</summary>
    internal static string Plain(string text) => text.ReplaceLineEndings(" ").Replace('“', '"').Replace('”', '"');

    private static List<(string Source, string Entity)> Picked(IReadOnlyList<RankedElement> ranked, int most) =>
        [.. ranked.Where(r => r.Element.Entity.Length > 0).GroupBy(r => (r.Source, r.Element.Entity))
            .OrderByDescending(g => g.Select(r => r.Score).OrderDescending().Take(4).Select((score, i) => score / (i + 1)).Sum())
            .Take(most).Select(g => g.Key)];

    private static string Heading(OpenSource source) => $"Source {source.Name} ({source.Title})"
        + (source.Model.DataUntil is { } until ? string.Create(CultureInfo.InvariantCulture, $", data until {until:yyyy-MM-dd}") : "");

    private static IEnumerable<(int, string)> Verified(IReadOnlyList<RankedElement> ranked, string source) =>
        ranked.Take(VerifiedAmong).Where(r => r.Element.Kind == ElementKind.Verified && r.Source == source).Take(MostVerified)
            .Select(r => (1, $"- verified question; where it is meant, call analysis_ask with just these words: “{Plain(r.Element.Names[0])}”"));

    private static IEnumerable<(int, string)> OfSource(
        string question, IReadOnlyList<RankedElement> ranked, SemanticModel model, List<string> picked, int first, bool sql)
    {
        var shown = picked.Concat(Between(picked, model)).ToList();
        for (var i = 0; i < shown.Count; i++)
            yield return (2 + Math.Max(0, first) + (2 * i), EntityText.Of(question, model[shown[i]], [.. ranked.Where(r => r.Element.Entity == shown[i]).Select(r => r.Element.Key)], sql));
        foreach (var relation in model.Relations.Where(r => r.FromColumns.Count == 1 && shown.Contains(r.From) && shown.Contains(r.To)))
            yield return (2 + (2 * Math.Max(shown.IndexOf(relation.From), shown.IndexOf(relation.To))), Key(relation, model));
        foreach (var measure in Ranked(ranked, model.Measures, m => $"m:{m.Name}", m => shown.Contains(m.Entity)))
            yield return (12, $"- figure “{Plain(measure.Phrases[0])}”: {measure.Aggregate} of {measure.Formula}{(measure.Formula == "*" ? " over " + measure.Entity : "")}{(measure.Unit is { } unit ? " in " + Plain(unit) : "")}");
        foreach (var filter in Ranked(ranked, model.Filters, f => $"f:{f.Entity}.{f.Name}", f => false))
            yield return (14, $"- “{Plain(filter.Phrases[0])}” of {filter.Entity}: where {QueryJson.Write(filter.Condition)}");
        var others = model.Entities.Where(e => !e.Bridge && !shown.Contains(e.Name)).OrderByDescending(e => e.Rows).Select(e => e.Name).ToList();
        if (others.Count > 0)
            yield return (picked.Count == 0 ? 5 : 30, $"- {(shown.Count == 0 ? "entities" : "other entities")}: {string.Join(", ", others.Take(MostOthers))}{(others.Count > MostOthers ? ", and more" : "")}");
    }

    // What lies between two of them is needed to join them.
    private static IEnumerable<string> Between(List<string> picked, SemanticModel model) =>
        picked.Skip(1).SelectMany(p => model.Graph.Best(picked[0], p)?.Steps ?? []).Select(s => s.To).Where(e => !picked.Contains(e)).Distinct().Take(MostBetween);

    private static string Key(Relation relation, SemanticModel model)
    {
        var several = model.Relations.Count(r => r.From == relation.From && r.To == relation.To) > 1;
        return $"- key {relation.From}.{relation.FromColumns[0]} -> {relation.To}.{relation.ToColumns[0]}{(relation.Role.Length > 0 ? $" as “{relation.Role}”" : "")}"
            + (several ? $"; its fields are written {relation.To}@{relation.Via}.column" : "");
    }

    private static IEnumerable<T> Ranked<T>(IReadOnlyList<RankedElement> ranked, IReadOnlyList<T> all, Func<T, string> key, Func<T, bool> also)
    {
        var places = ranked.Select((r, i) => (r.Element.Key, i)).DistinctBy(r => r.Key).ToDictionary(r => r.Key, r => r.i, StringComparer.Ordinal);
        return all.Where(a => places.ContainsKey(key(a)) || also(a)).OrderBy(a => places.GetValueOrDefault(key(a), int.MaxValue)).Take(MostFigures);
    }

    // The order of the lines stays; what is least important goes first.
    private static string Fitting(List<(int Importance, string Text)> lines, int most)
    {
        var keep = new HashSet<int>();
        var length = 0;
        foreach (var (line, i) in lines.Select((l, i) => (l, i)).OrderBy(l => l.l.Importance))
        {
            if (length + line.Text.Length + 1 > most)
                continue;
            length += line.Text.Length + 1;
            keep.Add(i);
        }

        return string.Join('\n', lines.Where((_, i) => keep.Contains(i)).Select(l => l.Text));
    }
}
