using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Which column a word means, where several bear the name: the nearest to what is spoken of; where two are as near, it is asked back.</summary>
internal sealed partial class Reader
{
    private static readonly string[] Buyers = ["customer", "client", "buyer", "account"];

    internal static bool IsBuyer(string noun) => Buyers.Contains(noun);

    /// <param name="near">The entity that the words around name; null where they name none.</param>
    /// <param name="fits">What kind of column is wanted.</param>
    private Meaning? PickColumn(Item item, int at, string? near, Func<Column, bool>? fits = null)
    {
        var candidates = item.Of(MeaningKind.Column).Where(c => fits is null || fits(ColumnOf(c))).ToList();
        if (candidates.Count == 0)
            return null;
        var owner = near ?? OwnerBeside(at, candidates);
        var ranked = Rank(candidates, owner, c => Hinted(c) ? -1 : c.Weight * 4).ToList();
        if (ranked.Count == 1 || ranked[0].Score < ranked[1].Score)
            return ranked[0].Meaning;
        var level = ranked.TakeWhile(r => r.Score == ranked[0].Score).Select(r => r.Meaning).ToList();
        if ((Preferred(level) ?? Sold(level, at)) is { } preferred)
            return preferred;
        Ask(item, at, [.. level.Take(6).Select(c => new AmbiguousChoice(Title(Spoken(c)), Spoken(c)))]);
        return null;
    }

    // "Countries we ship to": the ship country.
    private bool Hinted(Meaning column) => column.Weight > 1 && ColumnOf(column).Phrase.Split(' ') is [var first, _, ..]
        && items.Exists(i => i.Kind == ItemKind.Verb && Stems.OfVerb(i.Text) == Stems.OfVerb(first));

    private IEnumerable<(Meaning Meaning, int Score)> Rank(List<Meaning> candidates, string? owner, Func<Meaning, int> weight)
    {
        var anchors = owner is not null ? [owner] : Anchors(null).Distinct().Take(3).ToList();
        // "Capacity per city": the city of what has the capacity.
        if (anchors.Count == 0 && items.Where(i => i.Kind == ItemKind.Schema && !i.Has(MeaningKind.Measure) && IsFigure(i)).Select(FigureOwner).ToList() is [{ } only])
            anchors = [only];
        // "Good parts by operator": the operator of what turned out so.
        if (anchors.Count == 0 && items.Where(i => i is { Kind: ItemKind.Schema, Meanings.Count: > 0 } && i.Meanings.All(m => m.Kind == MeaningKind.Value)).Select(i => i.Meanings.Select(m => m.Entity).Distinct().ToList()).ToList() is [[var holder]])
            anchors = [holder];
        return candidates.Select(c => (c, Score: weight(c) + (anchors.Count == 0 ? 0 : Near(anchors, c.Entity))))
            .Where(c => c.Score < 900 || anchors.Count == 0).DefaultIfEmpty((candidates[0], 0)).OrderBy(c => c.Item2);
    }

    private string? FigureOwner(Item figure) => figure.Of(MeaningKind.Column).Min(c => c.Weight) is var least && figure.Of(MeaningKind.Column).Where(c => c.Weight == least).Select(c => c.Entity).Distinct().ToList() is [var one] ? one : null;

    // What is asked about counts most; what is only mentioned breaks ties.
    private int Near(List<string> anchors, string entity) => Distance(anchors[0], entity) is < 1000 and var first
        ? first : anchors.Min(a => Distance(a, entity));

    // Revenue "by country" is by the buyer's, not by that of who sold or made it; the answer says so.
    private Meaning? Preferred(List<Meaning> level)
    {
        var entities = level.Select(c => c.Entity).Distinct().ToList();
        if (entities.Count < 2)
            return level.Count > 0 && level.Select(l => l.Column).Distinct().Count() == 1 ? level[0] : null;
        var buyers = level.Where(c => Buyers.Contains(Noun(c.Entity))).ToList();
        if (focus is not null && Buyers.Contains(Noun(focus)))
            return null;
        if (buyers.Count != 1)
            return null;
        notes.Add($"{Title(ColumnOf(buyers[0]).Phrase)} is that of the {Noun(buyers[0].Entity)}");
        return buyers[0];
    }

    // "Quantity sold": that of what brings revenue; "quantity purchased": that of what was bought in.
    private Meaning? Sold(List<Meaning> level, int at)
    {
        var verb = At(at + 1) is { Kind: ItemKind.Verb } behind ? behind : At(Before(at)) is { Kind: ItemKind.Verb } before ? before : null;
        var found = (verb is null ? "" : Stems.OfVerb(verb.Text)) switch
        {
            "sell" => level.Where(c => model.Measures.Any(m => m.Entity == c.Entity && m.Phrases.Contains("revenue"))).ToList(),
            "purchas" => level.Where(c => Noun(c.Entity).StartsWith("purchase ", StringComparison.Ordinal)).ToList(),
            _ => [],
        };
        return found is [var only] ? only : null;
    }

    private string? OwnerBeside(int at, List<Meaning> candidates)
    {
        var of = Next(at);
        if (Is(of, ItemKind.Preposition) && items[of].Text == "of" && IsEntity(Next(of)) && items[Next(of)].Entity is { } owner
            && candidates.Exists(c => c.Entity == owner.Entity || model.Graph.ReachesUp(owner.Entity, c.Entity)))
            return owner.Entity;
        var before = Before(at);
        return IsEntity(before) && items[before].Entity is { } left && candidates.Exists(c => c.Entity == left.Entity) && !Is(before, ItemKind.And) ? left.Entity : null;
    }

    private Column ColumnOf(Meaning meaning) => model[meaning.Entity].Find(meaning.Column!)!;

    private string Spoken(Meaning meaning)
    {
        var (noun, phrase) = (Noun(meaning.Entity), ColumnOf(meaning).Phrase);
        return phrase.StartsWith(noun, StringComparison.Ordinal) ? phrase : $"{noun} {phrase}";
    }

    /// <summary>Columns whose name has one of the words; the shortest name first.</summary>
    private List<Column> Named(string entity, params string[] words) =>
        [.. model[entity].Columns.Where(c => c.Phrases.Any(p => p.Split(' ').Any(w => words.Contains(w)))).OrderBy(c => c.Phrase.Length)];

    /// <summary>What an adjective or a verb of cost, length or weight measures on a thing.</summary>
    private string? Quality(string quality, string entity)
    {
        string[] words = quality switch
        {
            "price" => ["amount", "total"],
            "length" => ["length", "duration", "runtime", "time", "minutes", "seconds", "milliseconds", "pages", "distance", "kilometers", "mileage"],
            "weight" => ["weight"],
            "height" => ["height"],
            "distance" => ["distance", "mileage", "kilometers", "km", "length"],
            "size" => ["size", "capacity", "volume", "area", "length"],
            "salary" => ["salary", "wage", "pay", "compensation", "income", "rate"],
            _ => [],
        };
        if (quality == "price" && PriceOf(entity) is { } price)
            return price;
        if (quality == "price" && ambiguous is not null)
            return null;
        foreach (var word in words)
        {
            var found = model[entity].Columns.Where(c => c.IsNumber && c.Role is ColumnRole.Amount or ColumnRole.Rate && c.Phrase.Split(' ').Contains(word)).ToList();
            if (found.Count == 1 || found.Exists(c => c.Phrase is "unit price" or "price" or "list price"))
                return $"{entity}.{(found.Find(c => c.Phrase is "unit price" or "price" or "list price") ?? found[0]).Name}";
            if (found.Count > 1)
                return null;
        }

        return null;
    }

    /// <summary>The date column that a verb speaks of: "shipped" of the shipped date, "hired" of the hire date.</summary>
    private List<Meaning> DatesOf(string verb, bool exact = false)
    {
        var named = NamedDates(verb, exact);
        // Closed is what was completed, where no date is called so.
        return named.Count > 0 || exact || !Finished.Contains(verb) ? named : [.. Finished.SelectMany(f => NamedDates(f, true))];
    }

    private static readonly string[] Finished = ["closed", "completed", "finished", "resolved"];

    private List<Meaning> NamedDates(string verb, bool exact)
    {
        var stem = Stems.OfVerb(verb);
        return [.. from entity in model.Entities
            from column in entity.Columns
            where column.IsDate && column.Phrases.Any(p => p.Split(' ') is [var first, ..] && (first == verb || (!exact && first.Length > 2 && Stems.OfVerb(first) == stem))
                || (p.Split(' ') is [.., var last] && last == "at" && false))
            select new Meaning(MeaningKind.Column, entity.Name, column.Name, 0)];
    }

    private string? BaseOf(MeasureUse measure) => Bases.Of(measure, model);
}
