using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Whose place is meant: customers in Hamburg live there, whatever else is in Hamburg; what goes to Poland ends there.</summary>
internal sealed partial class Reader
{
    // Stems, as Stems.OfVerb makes them.
    private static readonly string[] Homes = ["liv", "resid", "locat", "bas", "situat", "are", "sit", "com"];

    // The thing has such a column itself, and the name is that of something far from it: then none of them is there, and that is the answer.
    private Meaning? OwnPlace(Meaning value, int at)
    {
        if (!IsHome(value, at))
            return null;
        var phrase = ColumnOf(value).Phrase.Split(' ')[^1];
        if (phrase is "country" or "nation" && model[focus!].Columns.FirstOrDefault(c => c.AllValues && c.Phrase.Split(' ')[^1] is "nationality" or "citizenship") is { } people
            && people.Values.FirstOrDefault(v => Demonyms.Of(Lexer.Fold(v)).Contains(Lexer.Fold(value.Value!))) is { } demonym)
            return new(MeaningKind.Value, focus!, people.Name, 0) { Value = demonym };
        return model[focus!].Columns.FirstOrDefault(c => c.Kind == DataKind.Text && c.AllValues && c.Phrase == phrase) is { } own ? new(MeaningKind.Value, focus!, own.Name, 0) { Value = value.Value } : null;
    }

    // Players from Spain are not those whose goals a referee from Spain saw.
    private bool IsFarPlace(Meaning value, int at) => IsHome(value, at) && ColumnOf(value).Phrase.Split(' ')[^1] is "city" or "town" or "country" or "nation" or "state" or "nationality" && value.Entity != focus
        && model.Graph.Best(focus!, value.Entity) is { } way && way.Steps.Any(s => s.Down) && !way.Steps[^1].Down;

    private static bool IsSold(Item item) => item is { Kind: ItemKind.Superlative, Measures: "sold" };

    // The thing that is asked about stands right before the place.
    private bool IsHome(Meaning value, int at)
    {
        if (focus is null || value.Entity == focus || model.Graph.ReachesUp(focus, value.Entity) || !Is(at - 1, ItemKind.Preposition) || items[at - 1].Text is not ("in" or "from") || focusItem is null)
            return false;
        // "The best selling product in France" is sold there, and does not live there.
        if (items.Exists(IsSold))
            return false;
        var noun = Before(at - 1);
        if (At(noun)?.Kind == ItemKind.Verb && Homes.Contains(Stems.OfVerb(items[noun].Text)))
            noun = Before(noun);
        return At(noun) == focusItem;
    }

    // "To Poland": a country of destination, where there is one.
    private List<Meaning>? BySide(List<Meaning> candidates, int at)
    {
        if (candidates.Count < 2 || !Is(at - 1, ItemKind.Preposition) || items[at - 1].Text is not ("to" or "from" or "into"))
            return null;
        var found = candidates.Where(c => ColumnOf(c).Phrase.Split(' ') is [_, _, ..] words && words.Any(items[at - 1].Text == "from" ? IsStart : IsEnd)).ToList();
        return found.Count > 0 ? found : null;
    }

    // "How many captains are based in Frankfurt": a value in the plural behind the asking word is what is counted.
    private void FocusOnNamed()
    {
        if (focus is not null || focusColumns is not null || measures.Count > 0)
            return;
        for (var i = 0; i < items.Count; i++)
        {
            // "Goods issues per month": so many of them for each.
            if (items[i] is { Used: false, Kind: ItemKind.Schema } item && (Is(Before(i), ItemKind.Count, ItemKind.Ask) || (i == 0 && by.Count + parts.Count > 0)) && Plural(item) && !item.Has(MeaningKind.Entity) && !item.Has(MeaningKind.Column) && !item.Has(MeaningKind.Measure)
                && item.Of(MeaningKind.Value).ToList() is [{ } only])
            {
                FocusOn(only.Field, i);
                return;
            }
        }
    }

    // "Captains of all teams": those of whom it is true, not the teams.
    private void FocusOnTrue()
    {
        var at = items.FindIndex(i => i.Kind is not (ItemKind.Filler or ItemKind.Ask or ItemKind.Count or ItemKind.Top) && !(i.Kind == ItemKind.Number && Is(items.IndexOf(i) - 1, ItemKind.Top)));
        // "Top 3 doctors by ...": people of that job.
        if (at > 0 && items.Take(at).Any(i => i.Kind == ItemKind.Top) && items[at] is { Kind: ItemKind.Schema, Used: false } job && Plural(job) && !IsEntity(Next(at)) && job.Meanings.Count > 0 && job.Meanings.All(m => m.Kind == MeaningKind.Value && model[m.Entity].Person && !model[m.Entity].Label.Contains(m.Column!))
            && job.Meanings.Select(m => m.Entity).Distinct().ToList() is [var people])
        {
            (focus, focusItem) = (people, job);
            Speak(people, at);
            return;
        }

        if (at < 0 || items[at] is not { Kind: ItemKind.Schema, Used: false } named || !Plural(named) || IsEntity(Next(at)) || !named.Has(MeaningKind.Filter)
            || !named.Meanings.All(m => m.Kind == MeaningKind.Filter || (m.Kind == MeaningKind.Column && ColumnOf(m).Role == ColumnRole.Flag)) || named.Of(MeaningKind.Filter).Select(f => f.Entity).Distinct().ToList() is not [var whose] || !model[whose].Person)
            return;
        (focus, focusItem) = (whose, named);
        Speak(whose, at);
        if (Is(Before(at), ItemKind.Count))
            (counting, items[Before(at)].Used) = (true, true);
    }

    // "Picked up in Hamburg, returned in Berlin": the verb says over which of two keys the place is reached.
    private Meaning? ByDeed(List<Meaning> candidates, int at)
    {
        var before = at - 1;
        while (Is(before, ItemKind.Preposition, ItemKind.Filler))
            before--;
        if (before == at - 1 || At(before) is not { Kind: ItemKind.Verb } verb || Stems.OfVerb(verb.Text.Split(' ')[0]) is not { Length: > 3 } stem)
            return null;
        var found = model.Relations.Where(r => r.Role.Length > 0 && r.From != r.To && Siblings(r).Count > 1 && r.Role.Split(' ')[0] is var first && (Stems.OfVerb(first) == stem || first.StartsWith(stem, StringComparison.Ordinal)) && (focus is null || focus == r.From || model.Graph.Best(focus, r.From) is not null))
            .SelectMany(r => candidates.Where(c => c.Entity == r.To && c.Relation is null).Select(c => c with { Relation = r })).ToList();
        if (found is not [var only])
            return null;
        verb.Used = true;
        return only;
    }
}
