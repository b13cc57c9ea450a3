using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>How long: "days from order to shipment", "time to close in hours", "closed within 2 days", "how long does it take to ship".</summary>
internal sealed partial class Reader
{
    private static string? TimeUnit(string text) => text switch
    {
        "hour" or "hours" => "hours", "day" or "days" or "calendar days" => "days", "minute" or "minutes" => "minutes", "week" or "weeks" => "weeks", _ => null,
    };

    private static bool IsDuration(Measure measure) => IsSpan(measure.Formula);

    private static bool IsSpan(string formula) => formula.StartsWith("days(", StringComparison.Ordinal) || formula.StartsWith("hours(", StringComparison.Ordinal) || formula.StartsWith("minutes(", StringComparison.Ordinal);

    private static bool IsDelay(Measure measure) => measure.Name.EndsWith("_delay", StringComparison.Ordinal);

    /// <summary>The time that something took: to what a verb near says, else the only one there is.</summary>
    private Measure? DurationOf(string? entity, int at)
    {
        var known = model.Measures.Where(m => m.Aggregate == Aggregate.Average && IsDuration(m) && !IsDelay(m) && (entity is null || m.Entity == entity || model.Graph.ReachesUp(m.Entity, entity))).ToList();
        if (entity is not null && known.Exists(m => m.Entity == entity))
            known.RemoveAll(m => m.Entity != entity);
        for (var i = Math.Max(0, at - 5); i < Math.Min(items.Count, at + 7); i++)
        {
            if (items[i].Kind is not (ItemKind.Verb or ItemKind.Unknown) && !(items[i].Kind == ItemKind.Schema && items[i].Meanings.All(m => m.Kind is MeaningKind.Value or MeaningKind.Filter)))
                continue;
            var stem = Stems.OfVerb(items[i].Text.Split(' ')[0]);
            if (known.Where(m => stem.Length > 2 && Stems.OfVerb(EndOf(m).Phrase.Split(' ')[0]) == stem).ToList() is [var named])
            {
                items[i].Used = true;
                return named;
            }
        }

        if (known.Count > 1 && items.Exists(i => Stems.OfVerb(i.Text) is "tak") && known.Where(m => m.Phrases.Contains("time taken")).ToList() is [var taken])
            return taken;
        return known is [var only] && (items[at].Text is "within" or "longer than" or "shorter than" || items.Exists(i => Stems.OfVerb(i.Text) is "tak" or "last" or "need" or "long" || i.Text is "longest" or "shortest" or "quickest" or "fastest" or "slowest")) ? only : null;
    }

    private Column EndOf(Measure duration) => Formula.Read(duration.Formula).Fields.Last() is var end ? model[end.Entity].Find(end.Column)! : throw new InvalidOperationException();

    // "Closed within 24 hours", "took more than 3 days to ship".
    private bool Lasted(int at, int end, Comparison comparison, decimal value, decimal? to)
    {
        var unit = Next(end);
        if (OfAge(at, unit, comparison, value, to))
            return true;
        if (At(unit)?.Text is "years" or "year" && focus is not null && value == Math.Floor(value) && value is > 0 and < 500 && Years(at, unit, comparison, (int)value))
            return true;
        if (At(unit) is not { } word || TimeUnit(word.Text) is not { } kind || (word.Has(MeaningKind.Column) && word.Of(MeaningKind.Column).Any(c => c.Entity == focus)))
            return false;
        var entity = focus ?? measures.Select(m => BaseOf(m)).FirstOrDefault();
        if (Overdue(unit, kind, comparison, value) || Aged(at, unit, kind, comparison, value))
            return true;
        // A film that is longer than two hours was not lent for them.
        var itself = items[at].Text is not ("longer than" or "shorter than");
        if (DurationOf(entity, at) is not { } duration || (!itself && (duration.Entity != entity || Quality("length", entity) is not null)))
        {
            if (items[at].Text != "within")
                return false;
            items[at].Used = false;
            return true;
        }

        var factor = kind == "weeks" ? 7 : 1;
        word.Used = true;
        foreach (var took in items.Where(i => i.Kind == ItemKind.Verb && Stems.OfVerb(i.Text) is "tak" or "last" or "take" or "need"))
            took.Used = true;
        where.Add(Number(In(duration.Formula, kind == "weeks" ? "days" : kind), comparison, value * factor, to * factor));
        notes.Add($"{duration.Phrases[0]} = {Describe.Formula(duration, model)}");
        return true;
    }

    // "Aircraft older than 20 years" by the year they were built; "more than 10 years of service" by the day of the hiring.
    private bool Years(int at, int unit, Comparison comparison, int years)
    {
        var of = Is(unit + 1, ItemKind.Preposition) ? unit + 2 : unit + 1;
        if (Turned(comparison) is not { } turned)
            return false;
        if (At(of)?.Text is "service" or "experience" or "seniority" or "tenure" or "employment" && model[focus!].Columns.Where(c => c.IsDate && c.Phrase.Split(' ')[0] is "hire" or "hired" or "hiring" or "joined" or "employed" or "start").ToList() is [var hired])
        {
            where.Add(Condition.Compare($"{focus}.{hired.Name}", turned, Day(today.AddYears(-years))));
            Shows($"{focus}.{hired.Name}");
            items[unit].Used = items[of].Used = true;
            return true;
        }

        if ((items[at].Text is not ("older than" or "newer than" or "younger than") && At(unit + 1)?.Text != "old") || model[focus!].Columns.Where(c => c.Kind == DataKind.Whole && c.Phrase.Split(' ') is var words && words.Contains("year") && !words.Any(w => w is "model" or "fiscal")).ToList() is not [var built])
            return false;
        if (items[at].Text is "newer than" or "younger than")
            turned = Comparison.More;
        where.Add(Condition.Compare($"{focus}.{built.Name}", turned, Text(today.Year - years)));
        Shows($"{focus}.{built.Name}");
        items[unit].Used = true;
        if (At(unit + 1)?.Text == "old")
            items[unit + 1].Used = true;
        return true;
    }

    // "Overdue by more than 30 days".
    private Item? LateBefore(int unit)
    {
        var by = Before(Before(Before(unit)));
        if (!Is(by, ItemKind.By, ItemKind.Preposition) || At(Before(by)) is not { } late || !late.Has(MeaningKind.Filter))
            return null;
        items[by].Used = true;
        return late;
    }

    // "More than 60 days overdue": the due date lies so far back; that it is still open, the word itself says.
    private bool Overdue(int unit, string kind, Comparison comparison, decimal value)
    {
        if (comparison is not (Comparison.More or Comparison.AtLeast) || kind is "hours" or "minutes" || value != Math.Floor(value) || value > 10_000
            || (LateBefore(unit) ?? At(Next(unit))) is not { } late || late.Of(MeaningKind.Filter).FirstOrDefault(f => f.Filter!.Name == "overdue" && (focus is null || f.Entity == focus)) is not { Filter: { } filter }
            || (filter.Condition.With is [.., { Field: { } due }] ? due : filter.Condition.Field) is not { } field)
            return false;
        var day = today.AddDays(-(int)value * (kind == "weeks" ? 7 : 1));
        where.Add(Condition.Compare(field, comparison == Comparison.More ? Comparison.Less : Comparison.AtMost, Day(day)));
        items[unit].Used = true;
        return true;
    }

    // "More than 60 days old", "older than 8 weeks": since their own date.
    private bool Aged(int at, int unit, string kind, Comparison comparison, decimal value)
    {
        var old = At(Next(unit)) is { Text: "old", Kind: not ItemKind.Schema } word ? word : null;
        if ((old is null && items[at].Text is not ("older than" or "newer than" or "younger than")) || focus is null || model[focus].DefaultDate is not { } date || Turned(comparison) is not { } turned
            || value != Math.Floor(value) || kind is "hours" or "minutes")
            return false;
        var day = today.AddDays(-(int)value * (kind == "weeks" ? 7 : 1));
        where.Add(Condition.Compare($"{focus}.{date}", items[at].Text is "newer than" or "younger than" ? Comparison.More : turned, Day(day)));
        items[unit].Used = true;
        if (old is not null)
            old.Used = true;
        return true;
    }

    // What is older began earlier.
    private static Comparison? Turned(Comparison comparison) => comparison switch
    {
        Comparison.More => Comparison.Less, Comparison.AtLeast => Comparison.AtMost, Comparison.Less => Comparison.More, Comparison.AtMost => Comparison.AtLeast, _ => null,
    };

    private static string In(string formula, string unit) => unit + formula[formula.IndexOf('(', StringComparison.Ordinal)..];

    private static decimal? Seconds(string unit) => unit switch
    {
        "ms" => 0.001m, "s" or "seconds" => 1, "min" or "minutes" => 60, "h" or "hours" => 3600, "days" => 86400, "weeks" => 604800, _ => null,
    };

    // "Longest stay in days".
    private string Told(string formula)
    {
        if (!IsSpan(formula) || items.FindIndex(i => i is { Used: false, Text: "days" or "hours" or "minutes" }) is not (>= 0 and var at) || items[at - 1].Text != "in")
            return formula;
        items[at].Used = true;
        return In(formula, items[at].Text);
    }

    // "In hours": the unit in which the time is told.
    private MeasureUse InUnit(MeasureUse use)
    {
        if (use.Unit is "ms" or "s" or "min" or "h" && Formula.Read(use.Formula).IsField && use.Over is null
            && items.Find(i => !i.Used && i.Text is "hours" or "minutes" or "seconds" && i.Kind is ItemKind.Unknown or ItemKind.Schema or ItemKind.TimePart && Is(items.IndexOf(i) - 1, ItemKind.Preposition)) is { } told)
        {
            told.Used = true;
            var factor = Seconds(told.Text)!.Value / Seconds(use.Unit)!.Value;
            return factor == 1 ? use : use with { Formula = factor > 1 ? $"{use.Formula} / {Text(factor)}.0" : $"{use.Formula} * {Text(1 / factor)}.0", Unit = told.Text };
        }

        if (!IsSpan(use.Formula))
            return use;
        var unit = items.Find(i => !i.Used && i.Kind is ItemKind.Unknown or ItemKind.Schema or ItemKind.Unit && i.Text is "hours" or "minutes" or "days" || i is { Kind: ItemKind.TimePart, Used: false, Text: "hours" or "days" or "minutes" });
        if (unit is null)
            return use;
        unit.Used = true;
        return use with { Formula = In(use.Formula, unit.Text), Unit = unit.Text };
    }

    // "How long does it take to close a ticket", "how many days do we need to ship".
    private void ReadHowLong()
    {
        var at = items.FindIndex(i => i is { Kind: ItemKind.Unknown or ItemKind.Verb, Used: false, Text: "long" });
        // "Which took the longest and how long": the time that is ranked by is shown.
        if (at > 0 && (rankField is { } ranking && IsSpan(ranking) || rankMeasure is { } figure && IsSpan(figure.Formula)))
        {
            foreach (var again in items.Skip(at).TakeWhile(i => i == items[at] || i.Kind is ItemKind.Filler || i.Kind == ItemKind.Verb && Stems.OfVerb(i.Text) is "tak" or "last"))
                again.Used = true;
            return;
        }

        if (at < 0 && items.Exists(i => i.Kind == ItemKind.Verb && Stems.OfVerb(i.Text) is "tak" or "take" or "need" or "last"))
            at = items.FindIndex(i => i is { Kind: ItemKind.Count, Used: false } && At(Next(items.IndexOf(i))) is { Text: "days" or "hours" or "minutes", Used: false });
        if (at < 0 || measures.Count > 0 || span is not null)
            return;
        var entity = focus ?? items.Where(i => i.Has(MeaningKind.Entity)).Select(i => i.Entity!.Entity).FirstOrDefault();
        // "How long do patients stay": the time that belongs to the staying.
        if (items.FindIndex(at, i => i.Kind == ItemKind.Schema && i.Entity is { } deed && deed.Entity != entity && model.Measures.Any(m => IsDuration(m) && m.Entity == deed.Entity)) is >= 0 and var stay)
        {
            entity = items[stay].Entity!.Entity;
            items[stay].Used = true;
            Unfocus();
        }

        else if (items.Find(i => i.Kind == ItemKind.Verb && NamedEvent(i.Text) is { } e && model.Measures.Any(m => IsDuration(m) && m.Entity == e)) is { } deed)
        {
            entity = NamedEvent(deed.Text);
            deed.Used = true;
            Unfocus();
        }

        if (entity is not null && Quality("length", entity) is { } length && FieldRef.Read(length) is var kept)
        {
            var mean = items.Find(i => i.Kind == ItemKind.Aggregate && !i.Used);
            items[at].Used = true;
            if (mean is null)
                Shows(length);
            else
            {
                mean.Used = true;
                measures.Add(InUnit(UseOf(new(MeaningKind.Column, kept.Entity, kept.Column, 0), mean.Aggregate)));
                if (focus == entity && focusItem is not null)
                    Unfocus();
            }

            return;
        }

        if ((UntilState(entity) ?? DurationOf(entity, at)) is not { } duration)
            return;
        items[at].Used = true;
        var kind = items.Find(i => i.Kind == ItemKind.Aggregate && !i.Used);
        if (kind is not null)
            kind.Used = true;
        foreach (var took in items.Where(i => i.Kind == ItemKind.Verb && Stems.OfVerb(i.Text) is "tak" or "last" or "take" or "need"))
            took.Used = true;
        var use = InUnit(Use(duration));
        measures.Add(kind is null ? use : use with { Aggregate = kind.Aggregate });
        notes.Add($"{duration.Phrases[0]} = {Describe.Formula(duration, model)}");
        if (focus is not null && (focus == duration.Entity || values.Count == 0) && by.Count == 0)
        {
            focusItem!.Used = true;
            Unfocus();
        }
    }

    /// <summary>"Days from order to shipment", "time between start and end".</summary>
    private void ReadDurations()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Text is not ("days" or "day" or "hours" or "minutes" or "time" or "long" or "how long" or "delay" or "duration") || items[i].Used)
                continue;
            var dates = new List<(int At, List<Meaning> Columns)>();
            for (var n = i + 1; n < items.Count && dates.Count < 2; n++)
            {
                if (items[n].Kind is ItemKind.Verb or ItemKind.Unknown or ItemKind.Schema or ItemKind.Growth && EdgeOf(items[n]) is { Count: > 0 } columns && Is(Before(n), ItemKind.Preposition, ItemKind.And, ItemKind.Between))
                    dates.Add((n, columns));
            }

            if (dates.Count < 2 || PairOf(dates[0].Columns, dates[1].Columns) is not { } pair)
                continue;
            items[i].Used = items[dates[0].At].Used = items[dates[1].At].Used = true;
            foreach (var between in items.Where((item, n) => n > i && n < dates[1].At && item.Kind is ItemKind.Between or ItemKind.Filler or ItemKind.Preposition))
                between.Used = true;
            var unit = items[i].Text is "hours" or "minutes" ? items[i].Text : "days";
            span = $"{unit}({pair.From.Field}, {pair.To.Field})";
            spanAt = i;
            Speak(pair.From.Entity, i);
            notes.Add($"time from {ColumnOf(pair.From).Phrase} to {ColumnOf(pair.To).Phrase}, in {unit}");
            return;
        }
    }

    private string? span;
    private int spanAt = -1;

    private List<Meaning> EdgeOf(Item item)
    {
        var columns = item.Of(MeaningKind.Column).Where(c => ColumnOf(c).IsDate).ToList();
        return columns.Count > 0 ? columns : DatesOf(item.Text.Split(' ')[^1]);
    }

    private static (Meaning From, Meaning To)? PairOf(List<Meaning> from, List<Meaning> to)
    {
        var pairs = from.SelectMany(f => to.Where(t => f.Entity == t.Entity && f.Column != t.Column).Select(t => (f, t))).ToList();
        return pairs.Count == 1 ? pairs[0] : null;
    }
}
