using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;
using Path = FactoryBot.Skills.Analysis.Model.Path;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Rows that hold for a time: a salary is the one of today or any that was ever paid. Which of them is said ("now", "current", "ever", a time) or asked.</summary>
internal sealed partial class Reader
{
    // "Who manages the department now".
    private void ReadNow()
    {
        if (lexicon.Histories.Count == 0 || items.Find(i => i is { Kind: ItemKind.Filler, Text: "now" or "currently" or "right now" or "at present" or "nowadays" or "at moment" }) is not { } now)
            return;
        var roots = measures.Select(BaseOf).Append(focus).OfType<string>().Distinct().ToList();
        var spoken = mentions.Select(m => m.Entity).Concat(values.Select(v => FieldRef.Read(v.Field).Entity)).Concat(by.Select(b => FieldRef.Of(b).Entity)).Distinct().ToList();
        var concerned = roots.Concat(spoken).Concat(roots.SelectMany(r => spoken.SelectMany(s => WayOver(r, s)))).Where(lexicon.Histories.ContainsKey).Distinct().ToList();
        if (concerned is not [var history])
        {
            if (concerned.Count > 1)
                declined ??= $"“{now.Text}” could be about {string.Join(" or ", concerned.Select(c => SchemaNames.Plural(Noun(c))))}. Please say “current” before the one that you mean.";
            return;
        }

        var current = Meant(lexicon.Histories[history]);
        where.Add(roots.Contains(history) ? current : new() { Has = history, With = [current] });
    }

    // What two things hang together over; of two ways, the one that is called after both: the department employees.
    private IEnumerable<string> WayOver(string root, string to)
    {
        var ways = WaysOver(root, to);
        var way = ways.Count > 1 ? CalledAfter(ways, root, to)?.Way : model.Graph.Best(root, to);
        return way?.Steps.SkipLast(1).Select(s => s.To) ?? [];
    }

    private (string Over, Path Way)? CalledAfter(List<(string Over, Path Way)> ways, string root, string to) =>
        ways.Where(w => Noun(w.Over) is var tie && (tie == $"{Noun(root)} {Noun(to)}" || tie == $"{Noun(to)} {Noun(root)}")).ToList() is [var only] ? only : null;

    private AnalysisQuery AskHistory(AnalysisQuery query)
    {
        if (lexicon.Histories.Count == 0 || ambiguous is not null)
            return query;
        var roots = query.Measures.Select(m => Bases.Of(m, model)).Append(query.Of).OfType<string>().Distinct().ToList();
        var reached = Reached(query).ToList();
        var over = roots.SelectMany(r => reached.SelectMany(t => WayOver(r, t))).Where(lexicon.Histories.ContainsKey).Distinct().ToList();
        query = over is [var tie] ? Through(query, tie, roots) : query;
        var told = query.Where.SelectMany(Fields).Concat(query.Measures.SelectMany(m => m.Where).SelectMany(Fields)).Where(f => model[f.Entity].Find(f.Column)!.IsDate).Select(f => f.Entity).ToHashSet(StringComparer.Ordinal);
        var plain = query.By.Count == 0 && query.Measures.Count > 0 && query.Measures.All(m => m.Formula == "*") ? [] : roots;
        var open = plain.Concat(reached).Concat(over).Where(e => lexicon.Histories.ContainsKey(e) && !told.Contains(e)).Distinct().ToList();
        if (open.Count == 0 || AnyTime().IsMatch(sentence))
            return query;
        var said = items.FindLast(i => i.Kind == ItemKind.Schema && i.Meanings.Any(m => m.Entity == open[0])) ?? focusItem;
        if (said is null || open.Count > 1)
            declined ??= $"{Title(string.Join(" and ", open.Select(o => SchemaNames.Plural(Noun(o)))))} hold for a time and are followed by others. Please say “current …”, or “… at any time”.";
        else
        {
            var own = said.Meanings.Any(m => m.Entity == open[0]);
            ambiguous = new(said.Text, said.Start, said.End, [new("Those of now", own ? $"{DraftValidity.Current} {said.Text}" : $"{said.Text} now"), new("At any time", $"{said.Text} at any time")])
            {
                Question = $"{Title(SchemaNames.Plural(Noun(open[0])))} hold for a time and are followed by others. Do you mean those of now, or those of any time?",
            };
        }

        return query;
    }

    private static IEnumerable<string> Reached(AnalysisQuery query) => query.Where.Where(w => w.Has is null).SelectMany(Fields).Concat(query.Show.Concat(query.By.Select(b => b.Field).OfType<string>()).SelectMany(f => Formula.Read(f).Fields))
        .Concat(query.By.Select(b => b.Entity).OfType<string>().Select(FieldRef.OfEntity)).Select(f => f.Entity).Distinct();

    // Employees of a department are counted over the rows that tie them to it, so that what is said of these rows holds for the very same ones.
    private AnalysisQuery Through(AnalysisQuery query, string tie, List<string> roots)
    {
        if (roots is not [var root] || query.Measures is not [{ Formula: "*", Aggregate: Aggregate.Count } count] || model.Relations.FirstOrDefault(r => r.From == tie && r.To == root) is not { } key
            || query.Where.FirstOrDefault(w => w is { Has: { } has, Not: false } && has == tie) is not { } holds || query.By.Any(b => !model.Graph.ReachesUp(tie, FieldRef.Of(b).Entity)))
            return query;
        return query with
        {
            Measures = [count with { Aggregate = Aggregate.CountDistinct, Formula = $"{tie}.{key.Via}", Entity = tie }],
            Where = [.. query.Where.Where(w => w != holds), .. holds.With],
        };
    }

    [GeneratedRegex(@"\b(ever|at any time|history|historical|of all times?|over time|past|previous|previously|former|formerly|earlier|first|changed|changes|until now|so far)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AnyTime();
}
