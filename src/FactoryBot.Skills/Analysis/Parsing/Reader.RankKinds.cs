using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>What a superlative measures: a date, an age, pieces sold, how often.</summary>
internal sealed partial class Reader
{
    private void RankColumn(Meaning column, Item? aggregate)
    {
        if (aggregate is not null)
            aggregate.Used = true;
        var own = focus is not null && model.Graph.ReachesUp(focus, column.Entity);
        var total = aggregate?.Aggregate == Aggregate.Sum || ColumnOf(column).Role == ColumnRole.Amount;
        if (own && aggregate is null)
        {
            rankField = column.Field;
            Shows(column.Field);
        }
        else if (aggregate is not null || total)
            rankMeasure = UseOf(column, aggregate?.Aggregate ?? Aggregate.Sum);
        else
            rankMeasure = UseOf(column, Aggregate.Most);
    }

    private bool RankDate(int at, int next)
    {
        // "Which client has the oldest open ticket": the ticket's date, not the client's.
        var thing = next;
        while (Describes(thing))
            thing = Next(thing);
        if (focus is not null && At(thing) is { Used: false } other && IsEntity(thing) && PickEntity(other, thing) is { } dated && dated != focus)
        {
            if (model[dated].DefaultDate is not { } its || !model.Graph.ReachesUp(dated, focus))
                return false;
            other.Used = true;
            Speak(dated, thing);
            rankMeasure = UseOf(new(MeaningKind.Column, dated, its, 0), items[at].Low ? Aggregate.Least : Aggregate.Most);
            return true;
        }

        // "Who was hired first": the day of the hiring.
        if (At(Before(at)) is { Kind: ItemKind.Verb, Used: false } done && DatesOf(done.Text).Where(d => focus is null ? model[d.Entity].Person : d.Entity == focus).ToList() is [var hired] && (At(next) is null || Is(next, ItemKind.And)))
        {
            done.Used = true;
            focus ??= hired.Entity;
            rankField = hired.Field;
            Shows(rankField);
            return rankDate = true;
        }

        // "When did Grace last borrow something": the last of such events.
        if (focus is null && At(next) is { Kind: ItemKind.Verb } did && values.Count > 0 && (DatesOf(did.Text).Select(d => d.Entity).Distinct().ToList() is [var one] ? one : NamedEvent(did.Text)) is { } happened && DateOf(happened) is { } moment)
        {
            did.Used = true;
            focus = happened;
            Speak(happened, next);
            rankField = DatesOf(did.Text).Find(d => d.Entity == happened)?.Field ?? moment;
            Shows(rankField);
            return rankDate = true;
        }

        // "The last patient admitted": the day of the admission, whatever days a patient has of his own.
        if (focus is not null && items.Find(i => i is { Kind: ItemKind.Verb, Used: false } && DatesOf(i.Text) is { Count: > 0 } days && !days.Exists(d => d.Entity == focus)) is { } deed
            && DatesOf(deed.Text).Where(d => model.Graph.ReachesUp(d.Entity, focus)).ToList() is [var day])
        {
            deed.Used = true;
            Speak(day.Entity, next);
            rankMeasure = UseOf(day, items[at].Low ? Aggregate.Least : Aggregate.Most);
            return true;
        }

        if (At(next) is { Kind: ItemKind.Verb } verb && focus is not null && DatesOf(verb.Text).Find(d => d.Entity == focus) is { } hinted)
        {
            verb.Used = true;
            rankField = hinted.Field;
        }
        else if (At(next) is { Kind: ItemKind.Schema } noun && noun != focusItem && noun.Has(MeaningKind.Column) && PickColumn(noun, next, null, c => c.IsDate) is { } column)
        {
            noun.Used = true;
            if (focus is null || Is(at - 1, ItemKind.HowMuch))
            {
                if (focus is null && by.Count > 0)
                    measures.Add(UseOf(column, items[at].Low ? Aggregate.Least : Aggregate.Most));
                items[at].Used = focus is null && by.Count > 0;
                noun.Used = items[at].Used;
                return false;
            }

            rankField = column.Field;
        }
        else if (At(next) is { Kind: ItemKind.Schema, Used: false } old && old != focusItem && old.Has(MeaningKind.Column) && !old.Has(MeaningKind.Entity) && !old.Has(MeaningKind.Value) && !old.Has(MeaningKind.Filter))
            // "The oldest stadium" of teams: what is old is not the team.
            return false;
        else if (focus is not null && Called(focus) is { } called)
            rankField = called;
        else if (focus is not null && model[focus].DefaultDate is { } date)
            rankField = model[focus].Person && items[at].Text == "oldest" ? null : $"{focus}.{date}";
        if (rankField is null && focus is not null && !model[focus].Person && items[at].Text is "oldest" or "newest" && model[focus!].Columns.Where(c => c.Kind == DataKind.Whole && c.Phrase.Split(' ').Contains("year")).ToList() is [var year])
            rankField = $"{focus}.{year.Name}";
        if (rankField is null && items[at].Text is "oldest" && focus is not null)
            return RankNamed("birth");
        if (rankField is not null)
            Shows(rankField);
        rankDate = rankField is not null;
        return rankField is not null;
    }

    private bool RankNamed(string word)
    {
        if (focus is null || Named(focus, word) is not [var column, ..])
            return false;
        rankField = $"{focus}.{column.Name}";
        Shows(rankField);
        return true;
    }

    // Best-selling: by pieces where pieces are kept.
    private bool RankSold(Item item)
    {
        var from = focus ?? by.Select(b => b.Entity).OfType<string>().FirstOrDefault();
        if (PiecesOf(from) is not { } pieces)
            return false;
        if (item.Measures == "sold" && rankBy < 0 && item.Text.Contains("selling", StringComparison.Ordinal))
            notes.Add("best-selling by number of units");
        rankMeasure = pieces;
        foreach (var unit in items.Where(i => i.Text is "units" or "pieces" && !i.Used && i.Kind == ItemKind.Unit))
            unit.Used = true;
        return true;
    }

    private MeasureUse? PiecesOf(string? of) => model.Measures.Where(m => m.Phrases.Contains("revenue")).Select(m => model[m.Entity])
        .Where(e => of is null || model.Graph.ReachesUp(e.Name, of)).SelectMany(e => e.Columns.Where(c => c.IsNumber && c.Phrases.Any(p => p is "quantity" or "units" or "units sold" or "quantity sold" or "quantity ordered" or "ordered quantity" or "order quantity")).Select(c => (e, c)))
        .Select(s => new MeasureUse($"Total {s.c.Phrase}", Aggregate.Sum, $"{s.e.Name}.{s.c.Name}")).FirstOrDefault();

    private bool RankCount(int next)
    {
        // "Busiest weekday for appointments".
        if (Is(next, ItemKind.TimePart) && focus is { } counted)
        {
            rankMeasure = CountOf(counted, false, next);
            Unfocus();
            return true;
        }

        if (At(next) is { Kind: ItemKind.Schema } noun && noun != focusItem && noun.Has(MeaningKind.Column) && PickColumn(noun, next, null) is { } column)
        {
            noun.Used = true;
            by.Add(GroupColumn(column));
            rankMeasure = CountOf(column.Entity, false, next);
            where.Add(Condition.Compare(column.Field, Comparison.NotEmpty));
            return true;
        }

        if (focusColumns is { Count: > 0 } && focusItem is not null)
        {
            var own = PickColumn(focusItem, items.IndexOf(focusItem), null);
            if (own is null)
                return false;
            rankMeasure = CountOf(own.Entity, false, next);
            where.Add(Condition.Compare(own.Field, Comparison.NotEmpty));
            return true;
        }

        if (focus is null)
            return false;
        if (items.Find(i => i.Kind == ItemKind.Verb && EventOf(i.Text) is { } e && e != focus && model.Graph.Best(focus, e) is not null) is { } deed)
        {
            deed.Used = true;
            rankMeasure = CountOf(EventOf(deed.Text)!, false, next);
            Speak(rankMeasure.Entity!, next);
            return true;
        }

        var many = model.Graph.From(focus).Where(s => s.Down).Select(s => s.To).Distinct().ToList();
        many = many.Exists(m => !model[m].Bridge) ? [.. many.Where(m => !model[m].Bridge)] : many;
        if (many.Count > 1)
        {
            var word = items.Find(i => i is { Kind: ItemKind.Superlative, Measures: "count" })!;
            ambiguous ??= new(word.Text, word.Start, word.End, [.. many.Take(5).Select(m => new AmbiguousChoice($"By number of {SchemaNames.Plural(Noun(m))}", $"{(word.Low ? "bottom 1" : "top 1")} by number of {SchemaNames.Plural(Noun(m))}"))]);
        }

        if (many.Count != 1)
            return false;
        rankMeasure = CountOf(many[0], false, next);
        return true;
    }
}
