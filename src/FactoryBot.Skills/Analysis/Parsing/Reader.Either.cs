using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Germany or France": one of two values of one column. Any other "or" joins conditions that would have to hold together here, so it is named instead.
/// The last looks at a reading: what it must hold to be an answer.</summary>
internal sealed partial class Reader
{
    private readonly HashSet<Item> unclear = [];

    private void ReadOr()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!Is(i, ItemKind.Or) || items[i].Used || (items[i].Text == "either" && items.Skip(i + 1).Any(x => x.Kind == ItemKind.Or)))
                continue;
            if (SameField(Before(i), After(i)))
                items[i].Used = true;
            else if (EitherCondition(i))
                items[i].Used = true;
            else
                unclear.Add(items[i]);
        }
    }

    // "Did A or B have more orders": both, beside each other.
    private void ReadEither()
    {
        var at = items.FindIndex(i => i.Kind == ItemKind.Unknown && i.Text is "more" or "fewer" or "less" or "higher" or "lower" or "larger" or "bigger");
        var periods = items.Count(i => i.Kind == ItemKind.Period);
        if (at < 0 || (several is null && periods != 2) || !items.Exists(i => i.Kind == ItemKind.Or))
            return;
        var noun = Next(at);
        while (Describes(noun))
            noun = Next(noun);
        if (EitherPer(at, noun) || by.Count > 0)
            return;
        if (IsEntity(noun) && PickEntity(items[noun], noun) is { } counted)
        {
            measures.Add(MassOf(items[noun], counted) ?? CountOf(counted, false, noun));
            items[noun].Used = true;
            if (focus == counted)
                Unfocus();
        }
        else if (!(At(noun) is { Kind: ItemKind.Schema } figure && IsFigure(figure)))
            return;
        else
            Unfocus();
        items[at].Used = true;
        if (several is null)
            return;
        by.Add(new() { Field = several });
        sorted = items[at].Text is "fewer" or "less" or "lower";
    }

    // "Who had more downtime per batch on average, A or B": the sum over all of the things, those with none among them.
    private bool EitherPer(int at, int noun)
    {
        if (several is null || parts.Count > 0 || by is not [{ Entity: { } per }] || measures.Count > 0 || At(noun) is not { Kind: ItemKind.Schema } said || IsFigure(said) && said.Has(MeaningKind.Entity))
            return false;
        var figure = said.Has(MeaningKind.Entity) ? PickEntity(said, noun) is { } counted ? MassOf(said, counted) ?? CountOf(counted, false, noun) : null
            : said.Has(MeaningKind.Measure) ? PickMeasure(said, noun) is { } measure ? Use(measure) : null
            : PickColumn(said, noun, null, c => c is { IsNumber: true, Role: ColumnRole.Amount }) is { } column ? UseOf(column, Aggregate.Sum) : null;
        if (figure is null || figure.Aggregate is not (Aggregate.Sum or Aggregate.Count) || model.Graph.Best(Bases.Of(figure, model), per) is null)
            return false;
        by.Clear();
        Ratio(figure, CountOf(per, false, noun), $"{figure.Name} per {Noun(per)}");
        items[at].Used = said.Used = true;
        foreach (var mean in items.Where(i => i is { Kind: ItemKind.Aggregate, Aggregate: Aggregate.Average }))
            mean.Used = true;
        by.Add(new() { Field = several });
        sorted = items[at].Text is "fewer" or "less" or "lower";
        if (focusItem == said || focus == per || focus == BaseOf(figure))
            Unfocus();
        notes.Add($"{figure.Name.ToLowerInvariant()} ÷ all {SchemaNames.Plural(Noun(per))}, also those without any");
        return true;
    }

    // "When" asks for a day or a time; an answer without one is none.
    private bool TellsTime(AnalysisQuery query) =>
        query.By.Any(b => b.Part is not null) || query.Show.Concat(query.Measures.Select(m => m.Formula)).Any(f => f != "*" && Formula.Read(f).Fields.Any(x =>
            model[x.Entity].Find(x.Column) is { Kind: DataKind.Date or DataKind.Moment or DataKind.Time }));

    // The price of a product belongs to no customer: over who bought it, it would be met again and again. Numbers of things, and things tied by a table of
    // pairs, can be told for each.
    private string? Shared(AnalysisQuery query)
    {
        // What stands in several groups would be met in each of them: the shares would be more than the whole.
        if (query.Compute.Any(c => c.Kind == ComputedKind.Share) && query.Measures.Select(m => Bases.Of(m, model)).SelectMany(root => query.By.Select(b => (root, To: FieldRef.Of(b).Entity))).FirstOrDefault(x => model.Graph.Best(x.root, x.To) is { UpOnly: false }) is { root: { } one, To: { } many })
            return $"One of the {SchemaNames.Plural(Noun(one))} can belong to several {SchemaNames.Plural(Noun(many))}: their shares would add up to more than the whole. I can tell the numbers for each.";
        foreach (var measure in query.Measures.Where(m => m.Aggregate is Aggregate.Sum or Aggregate.Average or Aggregate.Median && m.Formula != "*"))
        {
            var root = Bases.Of(measure, model);
            if (measure.Aggregate == Aggregate.Sum && model.Measures.Any(m => m.Phrases.Contains("revenue") && m.Formula == measure.Formula) && measure.Where.Concat(query.Where).SelectMany(Fields).Select(f => f.Entity).FirstOrDefault(e => HasItsOwn(root, e)) is { } line)
                return $"{Title(measure.Name.ToLowerInvariant())} belongs to whole {SchemaNames.Plural(Noun(root))}: I cannot tell which part of it is that of some {SchemaNames.Plural(Noun(line))}.";
            foreach (var to in query.By.Select(b => FieldRef.Of(b).Entity))
            {
                if (model.Graph.Best(root, to)?.Steps is not { } steps || steps.FirstOrDefault(s => s.Down) is not { } down || model[down.To].Bridge || (steps[^1].Down && measure.Aggregate != Aggregate.Sum))
                    continue;
                return $"{Title(measure.Name.ToLowerInvariant())} belongs to {SchemaNames.Plural(Noun(root))}, and a {Noun(root)} to no single {Noun(to)}: I cannot tell it for each {Noun(to)}.";
            }
        }

        return null;
    }

    // The total of a booking is not that of those of its tickets that are asked for, where these have a price themselves.
    private bool HasItsOwn(string root, string line) => root != line && model.Graph.Best(root, line) is { Steps: [{ Down: true } down, ..] } && model[down.To].Columns.Any(c => c.IsNumber && c.Role != ColumnRole.Key && c.Phrase.Split(' ').Any(w => w is "price" or "fare" or "amount" or "total"));

    // "Who has the highest salary": the rows are told with the one person that each belongs to.
    private AnalysisQuery WithPerson(AnalysisQuery query) => query.Of is { } rows && !TellsWho(query)
        && model.Relations.Where(r => r.From == rows && r.To != rows && model[r.To].Person).Select(r => r.To).ToList() is [var person]
            ? query with { By = [.. query.By, Group(person)] } : query;

    // "Who" asks for people, or for firms that act.
    private bool TellsWho(AnalysisQuery query) => query.By.Any(b => b.Entity is { } e && FieldRef.OfEntity(e).Entity is var entity
            && (model[entity].Person || Buyers.Contains(Noun(entity)) || Noun(entity).EndsWith("er", StringComparison.Ordinal) || Noun(entity).EndsWith("or", StringComparison.Ordinal) || Noun(entity).EndsWith("ist", StringComparison.Ordinal) || Noun(entity).EndsWith("ee", StringComparison.Ordinal) || Noun(entity) is "company" or "staff" or "team" or "band" or "user" or "patient" or "client" or "agent" or "student"))
        || query.Show.Concat(query.By.Select(b => b.Field).OfType<string>()).Any(f => Formula.Read(f) is { IsField: true } field && model[field.Fields.First().Entity].Find(field.Fields.First().Column)!.Phrases.Any(p => p.Split(' ')[^1] is "name" or "operator" or "person" or "author" or "composer" or "contact"));

    [GeneratedRegex(@"\bwhen\b", RegexOptions.IgnoreCase)]
    private static partial Regex WhenAsked();

    private int After(int at)
    {
        var next = Next(at);
        while (Is(next, ItemKind.Preposition, ItemKind.Not, ItemKind.By))
            next = Next(next);
        return next;
    }

    private bool SameField(int left, int right)
    {
        if (Is(left, ItemKind.Period) && Is(right, ItemKind.Period))
            return true;
        var (a, b) = (FieldsAt(left), FieldsAt(right));
        return a.Count > 0 && a.Intersect(b).Any();
    }

    // A name may stand before or behind the noun it belongs to: "the category Beverages", "Beverages products".
    private HashSet<string> FieldsAt(int at)
    {
        var found = values.Where(v => v.At == at).Select(v => v.Field).ToHashSet(StringComparer.Ordinal);
        if (found.Count == 0 && At(at)?.Kind == ItemKind.Schema)
            found = values.Where(v => v.At == Next(at) || v.At == Before(at)).Select(v => v.Field).ToHashSet(StringComparer.Ordinal);
        return found;
    }

    // "More than 100 times": the number of the one thing that happens to it; of several nobody said which.
    private void Times(int at, int times, Comparison comparison, decimal value, decimal? to)
    {
        if (focus is not null && items.Find(i => i.Kind == ItemKind.Verb && NamedEvent(i.Text) is { } e && model.Graph.ReachesUp(e, focus)) is { } deed)
        {
            items[times].Used = deed.Used = true;
            var happened = NamedEvent(deed.Text)!;
            Speak(happened, times);
            Total(CountOf(happened, false, times), comparison, value, to);
            return;
        }

        if (focus is null || model.Graph.From(focus).Where(s => s.Down).Select(s => s.To).Distinct().ToList() is not [var many])
        {
            items[at].Used = false;
            return;
        }

        items[times].Used = true;
        Speak(many, times);
        Total(CountOf(many, false, times), comparison, value, to);
    }
}
