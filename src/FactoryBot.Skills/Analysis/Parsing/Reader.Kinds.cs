using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>An everyday word for a thing that the data keeps as one of its kinds: trucks are vehicles, and of the class "Truck" where there is one.</summary>
internal sealed partial class Reader
{
    private const int MostKinds = 50;

    private void AddKinds()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not { Kind: ItemKind.Schema, Entity: { Weight: > 0 } thing } item || KindsOf(item, thing.Entity) is not [var kind, ..] kinds)
                continue;
            if (kinds.Count > 1)
            {
                Ask(item, i, [.. kinds.Select(k => new AmbiguousChoice($"{Title(Spoken(k))} {k.Value}", $"{Noun(thing.Entity)} with {Spoken(k)} {k.Value}"))]);
                continue;
            }

            values.Add((kind.Field, kind.Value!, i));
            Speak(kind.Entity, i);
        }
    }

    // "By kind of exam" is by what the exams keep as their kind, not by exam.
    private bool GroupByKind(int at, int noun)
    {
        var kind = Enumerable.Range(at + 1, noun - at - 1).FirstOrDefault(i => items[i] is { Kind: ItemKind.Filler, Text: "kind of" or "kinds of" or "different kinds of" or "type of" or "sort of" }, -1);
        if (kind < 0 || !IsEntity(noun) || PickEntity(items[noun], noun) is not { } thing)
            return false;
        var columns = model[thing].Columns.Where(c => c.Kind == DataKind.Text && KindWords.Is(c.Phrase.Split(' ')[^1])).ToList();
        var tables = KindWords.All.SelectMany(k => lexicon.Find("~" + string.Join(' ', Lexer.Keys($"{Noun(thing)} {k}").Select(w => w.Stem)))).Where(m => m.Kind == MeaningKind.Entity && model.Graph.ReachesUp(thing, m.Entity)).Select(m => m.Entity).Distinct().ToList();
        if (columns.Count + tables.Count != 1)
        {
            // Nothing keeps a kind of it, or several do: each thing alone would not be what was asked.
            items[kind].Kind = ItemKind.Unknown;
            return true;
        }

        by.Add(columns is [var own] ? new() { Field = $"{thing}.{own.Name}" } : Group(tables[0]));
        items[at].Used = items[noun].Used = grouped = true;
        GoOn(noun);
        return true;
    }

    private List<Meaning> KindsOf(Item item, string thing)
    {
        var keys = Lexer.Keys(item.Text);
        List<Meaning> found = [.. lexicon.Find("~" + string.Join(' ', keys.Select(k => k.Stem))).Concat(item.Hidden)
            .Where(m => m.Kind == MeaningKind.Value && (m.Entity == thing || model.Graph.ReachesUp(thing, m.Entity)) && ColumnOf(m) is { AllValues: true, Values.Count: <= MostKinds })
            .DistinctBy(m => (m.Field, m.Value))];
        // A code that reads like the name it stands for says nothing else.
        return found.Where(m => ColumnOf(m).Role != ColumnRole.Key).ToList() is { Count: > 0 } named ? named : found;
    }
}
