using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;
using Path = FactoryBot.Skills.Analysis.Model.Path;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Where two keys lead to the same thing, such as where a shipment starts and where it ends: which of them is meant is said, or asked.</summary>
internal sealed partial class Reader
{
    private static readonly string[] Starts = ["from", "origin", "source", "start", "departure", "pickup", "sender", "out"];
    private static readonly string[] Ends = ["to", "destination", "target", "end", "arrival", "delivery", "receiver", "into", "recipient", "dropoff"];

    internal static bool IsStart(string word) => Starts.Contains(word);

    internal static bool IsEnd(string word) => Ends.Contains(word);

    /// <summary>Keys of one thing to the same other thing.</summary>
    private List<Relation> Siblings(Relation relation) => relation.Role.Length == 0 || relation.From == relation.To ? []
        : [.. model.Relations.Where(r => r.From == relation.From && r.To == relation.To && r.Role.Length > 0)];

    /// <summary>The key that the words around say: "from Hamburg", "destination Hamburg".</summary>
    private Relation? RoleAt(string entity, int at)
    {
        var roles = model.Relations.Where(r => r.To == entity && r.From != entity && Siblings(r).Count > 1).ToList();
        if (roles.Count == 0)
            return null;
        foreach (var i in Around(at))
        {
            var text = items[i].Text;
            var said = items[i].Of(MeaningKind.Role).Select(m => m.Relation!).Concat(roles.Where(r => r.Role == text || r.Role.Split(' ')[0] == text)).FirstOrDefault(r => roles.Contains(r));
            if (said is null)
                continue;
            items[i].Used = true;
            return said;
        }

        var before = Before(at);
        while (At(before) is { Kind: ItemKind.Schema } noun && noun.Has(MeaningKind.Entity))
            before = Before(before);
        var word = At(before)?.Text ?? "";
        // "Left Frankfurt", "reached London".
        if (At(before) is { Used: false } bare && (bare.Kind == ItemKind.Verb || bare.Text == "left") && before == at - 1 && Stems.OfVerb(bare.Text) is ("leav" or "depart" or "reach" or "enter") and var deed && roles.Where(r => r.Role.Split(' ').Any((deed is "leav" or "depart" ? Starts : Ends).Contains)).ToList() is [var told])
        {
            (bare.Used, bare.Kind, bare.Meanings) = (true, ItemKind.Verb, []);
            return told;
        }

        var verb = Is(Before(before), ItemKind.Verb, ItemKind.Unknown) ? Stems.OfVerb(items[Before(before)].Text) : "";
        var side = word is "from" or "out of" || verb is "depart" or "start" or "leav" or "begin" or "pick" or "load" ? Starts
            : word is "to" or "into" or "towards" || verb is "arriv" or "end" or "deliver" or "unload" or "finish" ? Ends : [];
        if (side.Length > 0 && At(Before(before)) is { Kind: ItemKind.Verb } moves && verb is "depart" or "start" or "leav" or "begin" or "pick" or "load" or "arriv" or "end" or "deliver" or "unload" or "finish" && Verbs.Fits(moves.Text, model) is false)
            moves.Used = true;
        return roles.Where(r => r.Role.Split(' ').Any(side.Contains)).ToList() is [var only] ? only : null;
    }

    // The words nearest before it, then those behind: in "from Leeds to York" each place has its own word, which belongs to no other.
    private IEnumerable<int> Around(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 3) && !items[i].Has(MeaningKind.Value); i--)
            yield return i;
        for (var i = at + 1; i < Math.Min(items.Count, at + 3) && items[i].Kind != ItemKind.Preposition; i++)
            yield return i;
    }

    // A way over one of two keys that nobody named is a guess.
    private void AskRoles(AnalysisQuery query)
    {
        if (ambiguous is not null)
            return;
        var roots = query.Measures.Select(m => Bases.Of(m, model)).Append(query.Of).OfType<string>().Distinct().ToList();
        var fields = query.Where.SelectMany(Fields).Concat(query.Show.Concat(query.By.Select(b => b.Field).OfType<string>()).SelectMany(f => Formula.Read(f).Fields))
            .Concat(query.By.Select(b => b.Entity).OfType<string>().Select(e => FieldRef.OfEntity(e))).Where(f => f.Via is null);
        foreach (var (root, field) in roots.SelectMany(r => fields.Select(f => (r, f))))
        {
            if (model.Graph.Best(root, field.Entity)?.Steps.FirstOrDefault(s => Siblings(s.Relation).Count > 1) is not { } step)
                continue;
            var item = items.FindLast(i => i.Meanings.Any(m => m.Entity == field.Entity)) ?? items[^1];
            ambiguous = new(item.Text, item.Start, item.End, [.. Siblings(step.Relation).Take(5).Select(r => new AmbiguousChoice(Title(r.Role.Contains(Noun(r.To), StringComparison.Ordinal) ? r.Role : $"{r.Role} {Noun(r.To)}"), $"{r.Role} {item.Text}"))]);
            return;
        }
    }

    // Stock of things that somebody in Berlin once bought is no stock in Berlin: from what is measured down to other rows and up again to somebody else, with no word for what happened between.
    private string? Sideways(AnalysisQuery query)
    {
        if (OverStrangers(query) is { } strange)
            return strange;
        if (query.Measures.Count == 0 || items.Exists(i => i.Kind == ItemKind.Verb))
            return null;
        foreach (var to in query.Where.Where(w => w is { Has: null, Total: null, Field: not null }).SelectMany(Fields).Where(f => f.Via is null).Select(f => f.Entity).Distinct())
        {
            foreach (var root in query.Measures.Select(m => Bases.Of(m, model)).Distinct())
            {
                if (model.Graph.Best(root, to) is { UpOnly: false } way && !way.Steps[^1].Down && !way.Steps.Any(s => s.Down && (model[s.To].Bridge || mentions.Exists(m => m.Entity == s.To && s.To != root))))
                    return $"{Title(SchemaNames.Plural(Noun(root)))} and {SchemaNames.Plural(Noun(to))} hang together only over {SchemaNames.Plural(Noun(way.Steps.First(s => s.Down).To))}, of which you did not speak. Please say what they have to do with each other.";
            }
        }

        return null;
    }

    // Goals of a player are not those of the matches in which he saw a card: up to what both belong to and down again to rows of another kind, of which nobody spoke.
    private string? OverStrangers(AnalysisQuery query)
    {
        var groups = query.By.Select(b => b.Entity is { } e ? FieldRef.OfEntity(e) : FieldRef.Read(b.Field!)).Where(f => f.Via is null).Select(f => f.Entity).Distinct().ToList();
        var roots = query.Measures.Select(m => Bases.Of(m, model)).Distinct().ToList();
        var listed = query.Of is { } of ? [of] : groups;
        var pairs = roots.SelectMany(r => groups.Concat(query.Where.SelectMany(Fields).Where(f => f.Via is null).Select(f => f.Entity)).Select(g => (From: r, To: g)))
            .Concat(query.Where.Where(w => w.Has is not null).SelectMany(w => listed.Select(l => (From: l, To: w.Has!))))
            .Concat(query.Where.Where(w => w is { Total: not null, Per: not null }).Select(w => (From: w.Per!, To: Bases.Of(w.Total!, model)))).Distinct();
        foreach (var (from, to) in pairs)
        {
            if (model.Graph.Best(from, to) is not { } way || Strangers(way) is not { } over)
                continue;
            return $"{Title(SchemaNames.Plural(Noun(from)))} and {SchemaNames.Plural(Noun(to))} hang together only over {SchemaNames.Plural(Noun(over))}, of which you did not speak. Please say what they have to do with each other.";
        }

        return null;
    }

    // The rows between that belong to neither: entered from the one side and left by the other, with something shared above.
    private string? Strangers(Path way)
    {
        for (var i = 0; i + 1 < way.Steps.Count; i++)
        {
            if (way.Steps[i] is { Down: true } down && !way.Steps[i + 1].Down && (way.Steps.Take(i).Any(s => !s.Down) || way.Steps.Skip(i + 2).Any(s => s.Down))
                && !Ties(down.To) && !mentions.Exists(m => m.Entity == down.To))
                return down.To;
        }

        return null;
    }

    private bool Ties(string entity) => model[entity] is var rows && (rows.Bridge || lexicon.Histories.ContainsKey(entity)
        || (rows.Key.Count > 1 && rows.Key.All(k => model.Relations.Any(r => r.From == entity && r.FromColumns.Contains(k)))));

    private static IEnumerable<FieldRef> Fields(Condition condition) =>
        (condition.Field is { } field ? Formula.Read(field).Fields : []).Concat(condition.With.SelectMany(Fields)).Concat(condition.Any.SelectMany(Fields));
}
