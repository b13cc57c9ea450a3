using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"In 1997", "hired before 1993", "shipped in May", "1996 against 1997": which date is meant, and on which side of it.</summary>
internal sealed partial class Reader
{
    [GeneratedRegex(@"\bon\s+(an?\s+((mon|tues|wednes|thurs|fri|satur|sun)day|weekend)|((mon|tues|wednes|thurs|fri|satur|sun)day|weekend)s)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AnyWeekday();

    private void ReadPeriods()
    {
        // Not the last Monday, but every one.
        if (AnyWeekday().Match(sentence) is { Success: true } weekday)
        {
            declined ??= $"I cannot pick out “{weekday.Value}”. I can tell the numbers by weekday.";
            return;
        }

        var periods = Enumerable.Range(0, items.Count).Where(i => Is(i, ItemKind.Period)).ToList();
        foreach (var i in periods)
        {
            if (items[i].Readings.Count > 1)
            {
                Ask(items[i], i, [.. items[i].Readings.Select(r => new AmbiguousChoice(r.Dates, r.Iso))]);
                return;
            }
        }

        var sideBySide = periods.Count == 2 && items.Exists(Compares) && items[periods[0]].Period?.Grain == items[periods[1]].Period?.Grain && items[periods[0]].Period?.Grain != Grain.Span;
        if (!sideBySide && periods.Count == 2 && measures.Count > 0 && (growth || items.Exists(i => i.Kind == ItemKind.Growth)))
        {
            ComparePeriods(periods);
            return;
        }

        var fields = new List<(string Field, Condition Condition, int At)>();
        foreach (var i in periods)
        {
            unnamedDate = false;
            if (YearField(i) is { } year)
            {
                items[i].Used = true;
                where.Add(Years(year, i));
                Shows(year);
                continue;
            }

            if (DateFor(i) is not { } field)
                continue;
            // The second of two times is about the date of the first.
            if (unnamedDate && fields.Count > 0)
                field = fields[^1].Field;

            // "Orders of 2026 that came late" are those of that year; late in 2026: what was due then, or what came then? What was planned beside what came of it is one event.
            if (unnamedDate && !OfNoun(i) && where.Find(w => w.Other is not null && w.Field is not null && !OneEvent(w) && Formula.Read(w.Field).IsField && FieldRef.Read(w.Field) is var done && model[done.Entity].Find(done.Column)!.IsDate) is { } late)
            {
                var dates = new[] { late.Other!, late.Field!, field }.Distinct().Select(FieldRef.Read).Select(f => model[f.Entity].Find(f.Column)!.Phrases).Select(p => p.FirstOrDefault(x => x.EndsWith(" date", StringComparison.Ordinal)) ?? p[0]).ToList();
                Ask(items[i], i, [.. dates.Select(d => new AmbiguousChoice(Title(d), $"with {d} {items[i].Text}"))]);
                return;
            }

            // A date that somebody named may lie ahead, such as a day of delivery; what has happened does not.
            if (unnamedDate && items[i].Period!.From > today && !(model.DataUntil >= items[i].Period!.From))
            {
                declined ??= $"“{items[i].Text}” lies ahead. I tell what the data holds and predict nothing.";
                return;
            }

            items[i].Used = true;
            fields.Add((field, Side(i, field), i));
            period = Whole(items[i].Period!, field);
        }

        if (fields.Count > 1 && fields.TrueForAll(f => f.Field == fields[0].Field && f.Condition.Is == Comparison.Between))
        {
            Limit(new() { Any = [.. fields.Select(f => f.Condition)] }, fields[0].At);
            if (sideBySide)
            {
                items.Where(Compares).ToList().ForEach(i => i.Used = true);
                if (measures.Count == 1 && by.Count == 0)
                    compute.Add(new("Change", ComputedKind.ChangeOverTime, measures[0].Name));
            }

            if (measures.Count > 0 && parts.Count == 0 && items[fields[0].At].Period!.Grain is var grain && grain == items[fields[1].At].Period!.Grain && grain != Grain.Span)
                parts.Add((grain switch { Grain.Year => TimePart.Year, Grain.Quarter => TimePart.Quarter, Grain.Month => TimePart.Month, Grain.Week => TimePart.Week, _ => TimePart.Day }, fields[0].At));
            period = null;
        }
        else
        {
            foreach (var (_, condition, at) in fields)
                Limit(condition, at);
        }

        if (fields.Count == 0 && periods.Exists(i => !items[i].Used) && declined is null && ambiguous is null)
            declined = $"I found no date that “{items[periods[0]].Text}” could be about.";
    }

    [GeneratedRegex(@"^(?<side>after|since|before|until|till|from)\s+(?<year>\d{4})$", RegexOptions.IgnoreCase)]
    private static partial Regex OpenYear();

    private Condition Side(int at, string field)
    {
        var days = Whole(items[at].Period!, field);
        var compare = Before(at);
        while (Is(compare, ItemKind.Preposition))
            compare = Before(compare);
        var text = At(at)!.Text;
        if (Is(compare, ItemKind.Compare) && !text.StartsWith("since", StringComparison.Ordinal))
        {
            // "Higher than last month" sets two figures beside each other and says nothing of a day.
            if (OfFigures().IsMatch(items[compare].Text) || (items[compare].Text is "more than" or "less than" && items[at].Period!.Grain != Grain.Span))
                declined ??= $"I cannot set a figure beside that of “{text}” in these words. Please ask for both times: “compare … of … and …”.";
            items[compare].Used = true;
            return items[compare].Comparison switch
            {
                Comparison.Less => Condition.Compare(field, Comparison.Less, Day(days.From)),
                Comparison.More => Condition.Compare(field, Comparison.More, Day(days.To)),
                Comparison.AtLeast => Condition.Compare(field, Comparison.AtLeast, Day(days.From)),
                Comparison.AtMost when items[compare].Text == "within" => Condition.Days(field, days),
                Comparison.AtMost => Condition.Compare(field, Comparison.AtMost, Day(days.To)),
                Comparison.NotEqual => Condition.Days(field, days) with { Not = true },
                _ => Condition.Days(field, days),
            };
        }

        if (Is(compare, ItemKind.Unknown) && items[compare].Text is "until" or "till")
        {
            items[compare].Used = true;
            return Condition.Compare(field, Comparison.AtMost, Day(days.To));
        }

        if (Is(compare, ItemKind.Not, ItemKind.Without) && !items[compare].Used)
        {
            // "In 2025 but not in 2026": what happened in the one time may have happened in the other as well.
            if (At(Before(compare))?.Text == "but")
                declined ??= $"I cannot set “{items[at].Text}” against another time this way. Please ask for each of them alone.";
            items[compare].Used = true;
            return Condition.Days(field, days) with { Not = true };
        }

        return Condition.Days(field, days);
    }

    private bool OneEvent(Condition late) => Formula.Read(late.Field!).IsField && Formula.Read(late.Other!).IsField && FieldRef.Read(late.Field!) is var came && FieldRef.Read(late.Other!) is var planned && came.Entity == planned.Entity
        && DraftDelays.Core(model[came.Entity].Find(came.Column)!) is { Length: > 0 } core && core == DraftDelays.Core(model[planned.Entity].Find(planned.Column)!);

    // A year that runs ends today for what has happened; where rows of it lie ahead, they belong to it.
    private Period Whole(Period days, string field)
    {
        if (days.To != today || days.Grain is not (Grain.Year or Grain.Quarter or Grain.Month) || !Formula.Read(field).IsField || FieldRef.Read(field) is not { } of || !(model[of.Entity].Find(of.Column)?.Youngest > today)
            || SoFar().IsMatch(sentence))
            return days;
        var to = days.Grain switch { Grain.Year => new DateOnly(today.Year, 12, 31), Grain.Quarter => days.From.AddMonths(3).AddDays(-1), _ => days.From.AddMonths(1).AddDays(-1) };
        return to > today ? days with { To = to } : days;
    }

    [GeneratedRegex(@"\b(so far|to date|until (now|today)|till (now|today)|up to (now|today)|already)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SoFar();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private void ComparePeriods(List<int> periods)
    {
        if (DateFor(periods[0]) is not { } field || measures.Count != 1 || items[periods[0]].Period is not { } a || items[periods[1]].Period is not { } b)
            return;
        items[periods[0]].Used = items[periods[1]].Used = true;
        foreach (var item in items.Where(i => i.Kind == ItemKind.Growth))
            item.Used = true;
        var (first, second) = a.From <= b.From ? (a, b) : (b, a);
        var measure = measures[0];
        var earlier = measure with { Name = $"{measure.Name} {Short(first)}", Where = [.. measure.Where, Condition.Days(field, first)] };
        var later = measure with { Name = $"{measure.Name} {Short(second)}", Where = [.. measure.Where, Condition.Days(field, second)] };
        measures.Clear();
        measures.AddRange([earlier, later]);
        compute.Add(new("Change", ComputedKind.Difference, later.Name, earlier.Name));
        compute.Add(new("Change %", ComputedKind.Growth, later.Name, earlier.Name));
        Unfocus();
    }

    private static string Short(Period days) => days.Words.Length > 0 && days.Words.Any(char.IsAsciiDigit) ? days.Words : days.Dates;

    /// <summary>The date column that a time is about.</summary>
    private string? DateFor(int at)
    {
        if (span is not null && Formula.Read(span).Fields.FirstOrDefault() is { } from)
            return from.ToString();
        if (rateDate is not null)
            return rateDate;
        for (var i = Before(at); i >= 0 && i >= at - 5; i = Before(i))
        {
            var item = items[i];
            if (item.Kind is ItemKind.Period or ItemKind.And)
                break;
            if (i < at && IsMissing(item))
                continue;
            if (item.Has(MeaningKind.Column) && item.Kind == ItemKind.Schema && item.Of(MeaningKind.Column).Any(c => ColumnOf(c).IsDate && c.Weight <= 1) && PickColumn(item, i, null, c => c.IsDate) is { } named)
            {
                item.Used = true;
                return named.Field;
            }

            if (item.Kind is ItemKind.Verb || item.Has(MeaningKind.Filter))
            {
                // "Left the company in 2025": the day that the condition is about.
                if (item.Of(MeaningKind.Filter).Select(f => f.Filter!.Condition).FirstOrDefault(c => c is { Is: Comparison.NotEmpty, Field: { } kept } && where.Exists(w => w.Field == kept && w.Is == Comparison.NotEmpty)) is { Field: { } day0 } && FieldRef.Read(day0) is var done && model[done.Entity].Find(done.Column)!.IsDate)
                    return day0;
                if (DateOfVerb(item.Text) is { } field)
                {
                    item.Used = true;
                    return field;
                }

                if (EventOf(item.Text) is { } happened && DateOf(happened) is { } day)
                    return day;
            }
        }

        // A verb that has said where has not said when.
        foreach (var item in items.Where(i => i is { Kind: ItemKind.Verb, Used: false }))
        {
            if (DateOfVerb(item.Text) is { } field)
            {
                item.Used = true;
                return field;
            }
        }

        unnamedDate = deedDate is null;
        if (deedDate is null && DefaultDate(at) is { } usual)
        {
            if (OfOther(at, usual, out var asked) is { } theirs)
            {
                unnamedDate = false;
                return theirs;
            }

            return asked ? null : usual;
        }

        return deedDate;
    }

    // "Not completed in 2026": a day that is not there yet lies in no time.
    private bool IsMissing(Item item) => item.Used && (item.Kind == ItemKind.Verb ? DateOfVerb(item.Text) : item.Of(MeaningKind.Filter).Select(f => f.Filter!.Condition.Field).OfType<string>().FirstOrDefault()) is { } field
        && where.Exists(w => w.Field == field && (w.Is == Comparison.Empty || w is { Not: true, Is: Comparison.NotEmpty }));

    // From a thing down to its many and up again to somebody else: his dates are none of the thing's.
    private bool Sideways(string from, string to) => model.Graph.Best(from, to) is not { } way || (way.Steps.Any(s => s.Down) && !way.Steps[^1].Down);

    private bool unnamedDate;

    private string? DefaultDate(int at)
    {
        if (without?.Has is { } missing && at > withoutAt && DateOf(missing) is { } missed)
            return missed;
        var bases = measures.Concat(totals.Select(t => t.Measure)).Concat(rankMeasure is { } r ? [r] : []).Select(m => BaseOf(m)).OfType<string>().Where(b => b != focus || !mentions.Exists(m => m.Entity != focus && model[m.Entity].DefaultDate is not null)).ToList();
        foreach (var entity in bases.Concat(mentions.Where(m => m.Entity != focus && !OwnerOfFocus(m.Entity)).OrderBy(m => m.At < at ? at - m.At : 100 + m.At).Select(m => m.Entity).Where(e => model[e].DefaultDate is not null && !model[e].Person))
            .Concat(focus is null ? [] : [focus]).Concat(mentions.Select(m => m.Entity)))
        {
            if (DateOf(entity) is { } date)
                return date;
        }

        // What lies between what is asked and what is said of it: the orders between shippers and a country.
        return focus is null ? null : mentions.Where(m => m.Entity != focus).SelectMany(m => model.Graph.Best(focus, m.Entity)?.Steps.Select(s => s.To) ?? [])
            .Where(e => model[e].DefaultDate is not null && !model[e].Person).Select(e => $"{e}.{model[e].DefaultDate}").FirstOrDefault();
    }

    // When a shipment to a customer was made is no question of when the customer came.
    private bool OwnerOfFocus(string entity) => focus is not null && model[focus].DefaultDate is not null && !model[focus].Person && model.Graph.ReachesUp(focus, entity);

    // A delivery is dated by the day it was delivered, whatever the table is called.
    private string? Called(string entity) => items.Where(i => i.Kind == ItemKind.Schema && i.Meanings.Any(m => m.Kind == MeaningKind.Entity && m.Entity == entity))
        .SelectMany(i => DatesOf(i.Text.Split(' ')[^1])).Where(d => d.Entity == entity && !Noun(entity).Contains(ColumnOf(d).Phrase.Split(' ')[0], StringComparison.Ordinal)).Select(d => d.Field).Distinct().ToList() is [var one] ? one : null;

    // Its own date, else that of what it belongs to: an order line's is its order's.
    private string? DateOf(string entity)
    {
        if (Called(entity) is { } called)
            return called;
        if (model[entity].DefaultDate is { } own)
            return $"{entity}.{own}";
        var owners = model.Entities.Where(e => e.DefaultDate is not null && !e.Person && model.Graph.ReachesUp(entity, e.Name)).OrderBy(e => Distance(entity, e.Name)).ToList();
        return owners.Count == 0 || (owners.Count > 1 && Distance(entity, owners[0].Name) == Distance(entity, owners[1].Name)) ? null : $"{owners[0].Name}.{owners[0].DefaultDate}";
    }
}
