using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Half a sentence that changes the query before: "only electronics", "now by month", "top 5", "without Germany", "and last year?", "sorted by name".
/// Every word must say a change; a whole question is none.</summary>
internal sealed partial class Reader
{
    private const int LongestEdit = 120;

    /// <returns>Null where the words are no change of that query.</returns>
    public static Reading? Follow(string text, AnalysisQuery before, SchemaLexicon lexicon, DateOnly today)
    {
        if (HowManyAlone().IsMatch(text) && before.Of is { } listed)
            return new Reader(text, lexicon, today).CountOfList(before, listed);
        if (text.Length > LongestEdit || Whole().IsMatch(text) || Writing.Reason(text) is not null)
            return null;
        var also = Also().IsMatch(text);
        var (plain, chart) = ChartWords.Take(" " + Lead().Replace(text.Trim(), "").TrimEnd('?', '.', '!', ' '));
        plain = Tail().Replace(Lead().Replace(plain.Trim(), ""), "").Trim();
        if (plain.Length == 0)
            return chart is null ? null : new() { Query = before, Chart = chart };
        var reader = new Reader(plain, lexicon, today);
        var led = also || !plain.Equals(text.Trim().TrimEnd('?', '.', '!', ' '), StringComparison.OrdinalIgnoreCase);
        var reading = reader.Edit(plain, before, also, led);
        return reading is null || (reading.Query is { } query && QueryJson.Write(query) == QueryJson.Write(before)) ? null : reading with { Chart = chart };
    }

    /// <param name="led">Words such as "now", "and", "instead" say that it is a change.</param>
    private Reading? Edit(string text, AnalysisQuery before, bool also, bool led)
    {
        if (items.Exists(i => i.Kind is ItemKind.Ask or ItemKind.HowMuch or ItemKind.Unknown or ItemKind.Share or ItemKind.Growth or ItemKind.Verb || i.Text is "how" or "did" or "do" or "does" or "is" or "are" or "was" or "were" or "when" or "can" or "there are"))
            return null;
        // "Average revenue per day" names its figure, and is taken in two steps.
        if (items.Exists(i => i.Aggregate is Aggregate.Average or Aggregate.Median) && items.Exists(i => i.Kind == ItemKind.TimePart) && items.Exists(i => i.Has(MeaningKind.Measure) || i.Has(MeaningKind.Entity)))
            return null;
        var about = before.Of ?? Bases.Of(before.Measures[0], model);
        focus = before.Of ?? before.By.Select(b => b.Entity).OfType<string>().Select(e => FieldRef.OfEntity(e).Entity).FirstOrDefault();
        var asked = focus;
        measures.AddRange(before.Measures);
        Speak(about, 0);
        goesOnRanking = before is { Limit: not null, Order.Count: > 0 };
        ReadGroups();
        ReadComparisons();
        ReadNegations();
        ReadValues();
        ReadFirst();
        ReadOnlyOne(before);
        ReadPeriods();
        ReadNameOrder();
        ReadOrder();
        var figures = before.Measures.Count > 0 && rankBy < 0 ? OtherFigures() : null;
        // "Revenue per genre" says what of what: a question of its own, to which nothing of the one before belongs.
        if (figures is not null && by.Count + parts.Count > 0 && !led)
            return null;
        // An average of sums is a question of its own.
        if (compute.Count > 0)
            return null;
        if (rankBy >= 0)
            RankBy(rankBy);
        if (ambiguous is not null || declined is not null)
            return Failed(text);
        var having = OverFigure(before);
        var unranked = rankBy >= 0 && rankMeasure is null && rankField is null;
        if (Left().Any() || without is not null || totals.Count > 0 || roles.Count > 0 || unranked)
            return null;
        focus = asked;
        AddParts();
        try
        {
            var edit = new QueryEdit(where, by, figures, having, rankBy < 0 ? limit : null, rankLow, SortOf(before), sorted == false, also, unnamedDate);
            var edited = QueryEdits.Apply(before, edit, model);
            if ((rankBy < 0 && rankMeasure is null ? edited : RankedAnew(edited)) is not { } query)
                return null;
            return new() { Query = query, Notes = notes, Period = period, Corrected = corrected, Known = items.Count(i => i.Kind == ItemKind.Schema) };
        }
        catch (QueryException)
        {
            return null;
        }
    }

    // "How many" after a list: the number of its rows.
    private Reading CountOfList(AnalysisQuery before, string listed) =>
        new() { Query = new() { Measures = [CountOf(listed, false, -1)], Where = before.Where }, Known = 1 };

    [GeneratedRegex(@"^\s*(and\s+|so\s+)?how\s+many(\s+(is|are|were)\s+(that|those|they|there|these|it))?(\s+of\s+(them|those|these))?(\s+(are\s+there|is\s+that|in\s+total|altogether))?\s*[?.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex HowManyAlone();

    // "Top 5", "the first 3".
    private void ReadFirst()
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (Is(i, ItemKind.Top) && !items[i].Used)
                Top(i);
            else if (items[i] is { Kind: ItemKind.Superlative, Text: "first" } && Is(i + 1, ItemKind.Number))
            {
                items[i].Used = items[i + 1].Used = true;
                limit = (int)Math.Clamp(items[i + 1].Number, 1, 1000);
            }
        }
    }

    // "And the worst": the one at that end of the figure that is shown.
    private void ReadOnlyOne(AnalysisQuery before)
    {
        if (before.By.Count == 0 || before.Measures.Count == 0 || items.Where(i => i.Kind != ItemKind.Filler).ToList() is not [{ Kind: ItemKind.Superlative, Measures: null or "best" } end])
            return;
        end.Used = true;
        limit = 1;
        rankLow = end.Low != (end.Measures == "best" && LittleIsGood(before.Measures[0]));
    }

    // "Sorted by name": by what each row is called.
    private void ReadNameOrder()
    {
        var at = items.FindIndex(i => i.Kind == ItemKind.Order);
        if (at < 0 || At(Next(at)) is not { Text: "name" or "names" or "title" } name)
            return;
        items[at].Used = name.Used = byName = true;
        if (sorted is null)
            sorted = true;
    }

    private bool byName;

    // "Over 1000": the figure that is shown.
    private Having? OverFigure(AnalysisQuery before)
    {
        var at = items.FindIndex(i => i is { Kind: ItemKind.Compare, Used: false });
        if (at < 0 || before.Measures.Count == 0 || before.By.Count == 0 || At(Next(at)) is not { Kind: ItemKind.Number } number)
            return null;
        items[at].Used = number.Used = true;
        return new(before.Measures[0].Name, items[at].Comparison, number.Number);
    }

    // "The number of orders instead": other figures by the same groups.
    private List<MeasureUse>? OtherFigures()
    {
        if (!items.Exists(i => !i.Used && i.Kind is ItemKind.Schema or ItemKind.Aggregate or ItemKind.Count))
            return null;
        var known = measures.ToList();
        measures.Clear();
        for (var i = 0; i < items.Count; i++)
        {
            if (Is(i, ItemKind.Aggregate) && !items[i].Used)
                Aggregated(i);
            else if (Is(i, ItemKind.Count) && !items[i].Used)
                Counted(i);
            else if (items[i] is { Used: false, Kind: ItemKind.Schema } item && item.Has(MeaningKind.Measure))
                AddMeasure(i);
        }

        var found = measures.ToList();
        measures.Clear();
        measures.AddRange(known);
        return found.Count > 0 && compute.Count == 0 ? found : null;
    }

    private string? SortOf(AnalysisQuery before)
    {
        if (byName || (sorted == true && sortField is null && sortName is null && sortEntity is null && items.Exists(i => i.Text.Contains("alphabetical", StringComparison.Ordinal))))
            return before.By is [var first, ..] ? NameOf(first, before) : before.Show is [var shown, ..] ? shown : null;
        if (sortEntity is not null || sortName is not null)
            return sortEntity is { } entity ? NameOf(new() { Entity = entity }, before) : sortName;
        if (sortField is { } field && before.By.FirstOrDefault(b => b.Field == field || (b.Entity is not null && IsName(FieldRef.Read(field), [b]))) is { } dimension)
            return NameOf(dimension, before);
        return sortField ?? (sorted is not null ? before.Measures.Select(m => m.Name).FirstOrDefault() ?? before.Order.Select(o => o.Field).FirstOrDefault() : null);
    }

    // Groups are ordered by what they stand for, the rows of a list by a column.
    private string? NameOf(Dimension dimension, AnalysisQuery before) => dimension.Entity is { } entity && before.Measures.Count == 0 && FieldRef.OfEntity(entity) is var of
        ? model[of.Entity].Label is [var label, ..] ? (of with { Column = label }).ToString() : null : dimension.Entity ?? dimension.Field;

    [GeneratedRegex(@"^\s*((and|now|then|ok|okay|but|just|only|please|also|so|what\s+about|how\s+about|(and\s+)?(the\s+)?same(\s+thing)?(\s+again)?(\s+but)?|(show|give)(\s+me)?(\s+(it|that|this|them|those|only))?|make\s+it|(i\s+)?want|instead)\b[\s,:]*)+", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\s*(how\s+(many|much|often|long)|what(?!\s+about)|which|who|when|where|list|count|do|does|did|is|are|was|were|has|have)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex(@"[\s,]*\b(instead|please|too|as\s+well|also|again|only|then|now|thanks)[\s?.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\b(also|too|as\s+well|in\s+addition|additionally)\b|^\s*and\s+(by|per)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Also();
}
