using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;
using Path = FactoryBot.Skills.Analysis.Model.Path;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Two ways as long as each other, over different things: bookings hang together with hotels over rooms and over employees. The one that
/// is spoken of is taken ("per hotel via rooms"); taking the first otherwise would be a guess, so it is asked.</summary>
internal sealed partial class Reader
{
    private readonly List<string> saidWays = [];

    private void ReadWays()
    {
        for (var i = 1; i + 1 < items.Count; i++)
        {
            if (items[i].Text != "via" || items[i - 1].Kind != ItemKind.Schema || !IsEntity(i + 1))
                continue;
            saidWays.Add(items[i + 1].Entity!.Entity);
            (items[i].Kind, items[i].Used, items[i + 1].Kind, items[i + 1].Used) = (ItemKind.Filler, true, ItemKind.Filler, true);
        }
    }

    private AnalysisQuery AskForks(AnalysisQuery query)
    {
        var roots = query.Measures.Select(m => Bases.Of(m, model)).Append(query.Of).OfType<string>().Distinct().ToList();
        var reached = query.Where.SelectMany(Fields).Concat(query.Show.Concat(query.By.Select(b => b.Field).OfType<string>()).SelectMany(f => Formula.Read(f).Fields))
            .Concat(query.By.Select(b => b.Entity).OfType<string>().Select(FieldRef.OfEntity)).Where(f => f.Via is null).Select(f => f.Entity).Distinct().ToList();
        foreach (var (root, to) in roots.SelectMany(r => reached.Select(t => (r, t))))
        {
            var ways = WaysOver(root, to);
            if (ways.Count < 2)
                continue;
            if (ways.Find(w => saidWays.Contains(w.Over)) is { Way: { } said } chosen && IsTold(said))
            {
                query = Over(query, to, said.Steps[^1].Relation);
                notes.Add($"{SchemaNames.Plural(Noun(root))} and {SchemaNames.Plural(Noun(to))} by way of {SchemaNames.Plural(Noun(chosen.Over))}");
            }
            else if (CalledAfter(ways, root, to) is { } tied && (tied.Way == model.Graph.Best(root, to) || IsTold(tied.Way)))
            {
                query = tied.Way == model.Graph.Best(root, to) ? query : Over(query, to, tied.Way.Steps[^1].Relation);
                notes.Add($"{SchemaNames.Plural(Noun(root))} and {SchemaNames.Plural(Noun(to))} by way of {SchemaNames.Plural(Noun(tied.Over))}");
            }
            else if (Belonging(ways) is { } owned && (owned.Way == model.Graph.Best(root, to) || IsTold(owned.Way)))
            {
                query = owned.Way == model.Graph.Best(root, to) ? query : Over(query, to, owned.Way.Steps[^1].Relation);
                notes.Add($"{SchemaNames.Plural(Noun(root))} and {SchemaNames.Plural(Noun(to))} by way of {SchemaNames.Plural(Noun(owned.Over))}, which each {Noun(root)} has");
            }
            else if (!mentions.Exists(m => m.Entity != to && model.Graph.Best(root, to)!.Steps.Any(s => s.To == m.Entity)))
            {
                AskWay(root, to, ways);
                return query;
            }
        }

        return AskMissing(query);
    }

    // "Vehicles without a driver": over trips, over fuelling, over repairs?
    private AnalysisQuery AskMissing(AnalysisQuery query)
    {
        var roots = query.By.Select(b => b.Entity).OfType<string>().Where(e => model.Find(e) is not null).Append(query.Of).OfType<string>().Distinct().ToList();
        foreach (var (root, to) in query.Where.Where(w => w is { Has: not null, Not: true, With.Count: 0 }).SelectMany(w => roots.Select(r => (r, w.Has!))))
        {
            var ways = WaysOver(root, to);
            if (ways.Find(w => saidWays.Contains(w.Over)) is { Way.Steps: [{ Down: true }, { Down: false } last], Over: { } over })
                query = query with { Where = [.. query.Where.Select(w => w.Has == to && w.Not ? w with { Has = over, With = [Condition.Compare($"{over}.{last.Relation.Via}", Comparison.NotEmpty)] } : w)] };
            else if (ways.Count > 1 && !mentions.Exists(m => m.Entity != to && ways.Exists(w => w.Over == m.Entity)))
                AskWay(root, to, ways);
        }

        return query;
    }

    // What every row has to have it belongs to; what it may have somebody only did with it.
    private (string Over, Path Way)? Belonging(List<(string Over, Path Way)> ways) => ways.Where(w => w.Way.Steps.All(IsCertain)).ToList() is [var only] ? only : null;

    private bool IsCertain(Step step) => !step.Down && step.Relation.Role.Length == 0 && step.Relation.FromColumns.All(c => model[step.Relation.From].Find(c) is { Nullable: false });

    // Of two as near, the one whose own name says it: what was ordered is an order, what was purchased a purchase order.
    private static int CalledSo(string noun, string stem) => Stems.OfVerb(noun) == stem ? 0 : noun.Split(' ').Any(w => Stems.OfVerb(w) == stem) ? 1 : 2;

    // What all ways lead over does not tell them apart: a customer's order leads to its lines and to its complaints.
    private List<(string Over, Path Way)> WaysOver(string root, string to) => model.Graph.Paths(root, to) is [_, _, ..] ways
        ? [.. ways.Select(w => (Over: w.Steps.SkipLast(1).Select(s => s.To).FirstOrDefault(e => !model[e].Bridge && (ways[0].UpOnly || !ways.All(o => o.Steps.Any(s => s.To == e)))), Way: w)).Where(w => w.Over is not null).Select(w => (w.Over!, w.Way)).DistinctBy(w => w.Item1)]
        : [];

    // The last key tells the way where it leads from the many to the one and what comes before it is the nearest way there.
    private bool IsTold(Path way) => way.Steps is [var first, .., { Down: false } last] && model.Graph.Best(first.From, last.From)?.Steps.SequenceEqual(way.Steps.SkipLast(1)) == true;

    private void AskWay(string root, string to, List<(string Over, Path Way)> ways)
    {
        var (one, other) = (Title(SchemaNames.Plural(Noun(root))), SchemaNames.Plural(Noun(to)));
        var over = string.Join(" and over ", ways.Take(3).Select(w => SchemaNames.Plural(Noun(w.Over))));
        var said = items.FindLast(i => i.Kind == ItemKind.Schema && (i.Entity?.Entity == to || i.Of(MeaningKind.Value).Any(v => v.Entity == to)));
        if (said is null || !ways.TrueForAll(w => IsTold(w.Way)))
        {
            declined = $"{one} and {other} hang together over {over}. Please say which of them you mean.";
            return;
        }

        ambiguous = new(said.Text, said.Start, said.End, [.. ways.Take(5).Select(w => new AmbiguousChoice($"Over {SchemaNames.Plural(Noun(w.Over))}", $"{said.Text} via {SchemaNames.Plural(Noun(w.Over))}"))])
        {
            Question = $"{one} and {other} hang together over {over}. Which of them do you mean?",
        };
    }

    private static AnalysisQuery Over(AnalysisQuery query, string to, Relation key)
    {
        var named = $"{to}@{key.From}@{key.Via}";
        var fields = new Regex($@"(?<![\w.@]){Regex.Escape(to)}\.");
        string? Said(string? formula) => formula is null ? null : fields.Replace(formula, $"{named}.");
        Condition Told(Condition condition) => condition with { Field = Said(condition.Field), Other = Said(condition.Other), Any = [.. condition.Any.Select(Told)] };
        return query with
        {
            Show = [.. query.Show.Select(s => Said(s)!)],
            By = [.. query.By.Select(b => b with { Field = Said(b.Field), Entity = b.Entity == to ? named : b.Entity })],
            Where = [.. query.Where.Select(Told)],
            Order = [.. query.Order.Select(o => o with { Field = Said(o.Field)! })],
        };
    }
}
