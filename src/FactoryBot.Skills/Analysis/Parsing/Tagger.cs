using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Cuts a question into items: times first, then always the longest phrase that the model or the grammar knows.</summary>
internal static partial class Tagger
{
    private static readonly string[] Counting =
        ["over", "above", "below", "under", "least", "most", "exactly", "exceeding", "top", "first", "=", ">", "<", "$", "€", "order", "number", "id"];

    public static List<Item> Tag(string text, SchemaLexicon lexicon, DateOnly today, List<string> corrected)
    {
        var words = Lexer.Of(text);
        var times = Times(text, today);
        var items = new List<Item>();
        for (var at = 0; at < words.Count;)
        {
            if (times.Find(t => words[at].Start >= t.Start && words[at].End <= t.End) is { Period: not null } time
                && !(Schema(words, at, int.MaxValue, lexicon) is ({ } named, var namedEnd) && words[namedEnd - 1].End > time.End && named.All(m => m is { Kind: MeaningKind.Value, Weight: <= 1 })))
            {
                var end = at;
                while (end < words.Count && words[end].End <= time.End)
                    end++;
                items.Add(new(ItemKind.Period, at, end, text[words[at].Start..words[end - 1].End])
                {
                    Period = time.Period, Readings = time.Readings, Future = time.Future, AfterComma = words[at].AfterComma,
                });
                at = end;
                continue;
            }

            var limit = times.Where(t => t.Start > words[at].Start).Select(t => t.Start).DefaultIfEmpty(int.MaxValue).Min();
            var item = Match(words, at, limit, lexicon, items) ?? Mend(words, at, limit, lexicon, items, corrected)
                ?? Plain(words, at, lexicon);
            items.Add(item);
            at = item.End;
        }

        Coordinate(items);
        return items;
    }

    // "Day and night shift": beside a value stands a value of the same column, whatever else the word could mean.
    private static void Coordinate(List<Item> items)
    {
        for (var i = items.Count - 2; i >= 0; i--)
        {
            if (items[i] is { Kind: not ItemKind.Schema, Hidden.Count: > 0 } before && before.Hidden.Where(h => items[i + 1].Entity?.Entity == h.Entity).ToList() is { Count: > 0 } own)
                (before.Meanings, before.Kind) = (own, ItemKind.Schema);
            if (i + 2 >= items.Count)
                continue;
            if (items[i + 1].Kind is not (ItemKind.And or ItemKind.Or))
                continue;
            foreach (var (hidden, beside) in (ReadOnlySpan<(Item, Item)>)[(items[i], items[i + 2]), (items[i + 2], items[i])])
            {
                var same = hidden.Hidden.Where(h => beside.Meanings.Concat(beside.Hidden).Any(m => m.Kind == MeaningKind.Value && m.Entity == h.Entity && m.Column == h.Column)).ToList();
                if (same.Count > 0 && beside.Meanings.Any(m => m.Kind == MeaningKind.Value))
                    (hidden.Meanings, hidden.Kind) = (same, ItemKind.Schema);
            }
        }
    }

    private static Item Plain(List<Word> words, int at, SchemaLexicon lexicon)
    {
        var word = words[at];
        if (word.Quoted)
            return new(ItemKind.Quoted, at, at + 1, word.Text) { AfterComma = word.AfterComma };
        if (word.Number is { } number)
        {
            var million = at + 1 < words.Count && words[at + 1].Text is "million" or "thousand" or "hundred";
            var factor = million ? words[at + 1].Text switch { "million" => 1_000_000, "thousand" => 1_000, _ => 100 } : 1;
            return new(ItemKind.Number, at, at + (million ? 2 : 1), word.Text) { Number = number * factor, AfterComma = word.AfterComma };
        }

        return new(ItemKind.Unknown, at, at + 1, word.Text) { AfterComma = word.AfterComma, Hidden = lexicon.Find("!" + word.Text) };
    }

    private static Item? Match(List<Word> words, int at, int limit, SchemaLexicon lexicon, List<Item> before)
    {
        if (words[at].Text == "one" && before is [.., { Kind: ItemKind.Compare }])
            return new(ItemKind.Number, at, at + 1, "one") { Number = 1 };
        var (schema, schemaEnd) = Schema(words, at, limit, lexicon);
        // "Products cost more than": a verb behind its subject, not the cost of products.
        if (schema is not null && schemaEnd - at > 1 && words[schemaEnd - 1].Text is "cost" or "costs" or "earning" && schemaEnd < words.Count && words[schemaEnd].Text is "more" or "less" or "over" or "above" or "below" or "under" or "at" or "between" or "exactly" or "most" or "least")
        {
            // "Freight cost between": the name of a figure keeps its last word.
            var (subject, subjectEnd) = Schema(words, at, words[schemaEnd - 1].Start, lexicon);
            if (subject is not null && subject.Any(m => m.Kind == MeaningKind.Entity))
                (schema, schemaEnd) = (subject, subjectEnd);
        }

        // "Crew members hired in 2025": a plural and what happened to them is no name of a date.
        if (schema is not null && schemaEnd - at > 1 && words[schemaEnd - 1].Text.EndsWith("ed", StringComparison.Ordinal) && SchemaNames.Singular(words[schemaEnd - 2].Text) != words[schemaEnd - 2].Text && schema.All(m => m.Kind == MeaningKind.Column)
            && Schema(words, at, words[schemaEnd - 1].Start, lexicon) is ({ } doers, var doersEnd) && doers.Any(m => m.Kind == MeaningKind.Entity))
            (schema, schemaEnd) = (doers, doersEnd);
        // "Which employees report to Ida": what they do, not the name of a key.
        if (schema is not null && schemaEnd - at > 2 && words[schemaEnd - 1].Text is "to" or "by" && schema.All(m => m.Kind == MeaningKind.Column)
            && Schema(words, at, words[schemaEnd - 2].Start, lexicon) is ({ } those, var thoseEnd) && thoseEnd == schemaEnd - 2 && SchemaNames.Singular(words[thoseEnd - 1].Text) != words[thoseEnd - 1].Text && those.Any(m => m.Kind == MeaningKind.Entity))
            (schema, schemaEnd) = (those, thoseEnd);
        var (grammar, grammarEnd) = FromGrammar(words, at, limit, before);
        if (grammar is { Kind: ItemKind.TimePart } && grammarEnd - at == 2 && Schema(words, grammarEnd - 1, limit, lexicon) is ({ }, var named) && named > grammarEnd)
            return new(ItemKind.By, at, at + 1, words[at].Text) { AfterComma = words[at].AfterComma };
        // "IT" in capitals is the department, whatever the small word is.
        if (grammar is { Kind: ItemKind.Filler } && grammarEnd == at + 1 && words[at].Capital && at > 0 && Values(words, at, at + 1, lexicon).Where(v => v.Value!.Length > 1 && v.Value.All(char.IsUpper)).ToList() is { Count: > 0 } capitals)
            return Of(capitals, words, at, at + 1);
        if (words[at].Quoted)
            return schema is null || schemaEnd > at + 1 ? null : Of(schema, words, at, at + 1);
        if (grammar is not null && (grammarEnd > schemaEnd || (grammarEnd == schemaEnd && Wins(grammar, schema, words, at, before))))
        {
            // "Came back" is returned, whatever its words are called.
            var said = grammar is { Kind: ItemKind.Verb, Measures: { } plain } ? plain : Text(words, at, grammarEnd);
            return new(grammar.Kind, at, grammarEnd, said)
            {
                Comparison = grammar.Comparison, Aggregate = grammar.Aggregate, Part = grammar.Part, Low = grammar.Low, Measures = grammar.Measures,
                AfterComma = words[at].AfterComma, Hidden = Values(words, at, grammarEnd, lexicon),
                // "Total" can be a column too, "shipped" a condition.
                Meanings = grammarEnd == schemaEnd && schema is not null ? schema : [],
            };
        }

        if (schema is not null)
            return Of(schema, words, at, schemaEnd, Values(words, at, schemaEnd, lexicon));
        var countries = Demonyms.Of(words[at].Text) is { Count: > 0 } lands ? lands : Exonyms.Of(words[at].Text);
        // A code may read like a small word: IT, AT, NO.
        var values = countries.SelectMany(c => c.Length == 2 ? lexicon.Find(c).Concat(lexicon.Find("!" + c)) : lexicon.Find(c)).Where(m => m.Kind == MeaningKind.Value).ToList();
        return values.Count > 0 ? Of(values, words, at, at + 1) : null;
    }

    private static IReadOnlyList<Meaning> Values(List<Word> words, int at, int end, SchemaLexicon lexicon) =>
        string.Join(' ', words.Skip(at).Take(end - at).Select(w => w.Text)) is var text ? [.. lexicon.Find(text).Concat(lexicon.Find("!" + text)).Where(m => m.Kind == MeaningKind.Value)] : [];

    private static bool Wins(Item grammar, IReadOnlyList<Meaning>? schema, List<Word> words, int at, List<Item> before) => grammar.Kind switch
    {
        ItemKind.Verb when schema is not null && schema.All(m => m.Kind == MeaningKind.Filter) => true,
        ItemKind.Verb or ItemKind.Unit or ItemKind.Filler or ItemKind.Growth or ItemKind.Top or ItemKind.Postfix => schema is null
            || (grammar.Kind == ItemKind.Verb && (schema.All(m => m.Weight >= 3 && m.Kind == MeaningKind.Column) || (schema.All(m => m.Kind == MeaningKind.Value) && !words[at].Capital && !(before is [.., { Kind: ItemKind.Preposition }] && words[at].Text[^1] == 's')))),
        // "Name" and "list" order something only where a sentence begins.
        ItemKind.Ask => words[at].Text != "name" || before.TrueForAll(i => i.Kind is ItemKind.Filler),
        ItemKind.Superlative => schema is null || schema.All(m => m.Weight > 0 || m.Kind == MeaningKind.Value),
        _ => true,
    };

    private static Item Of(IReadOnlyList<Meaning> meanings, List<Word> words, int start, int end, IReadOnlyList<Meaning>? hidden = null) =>
        new(ItemKind.Schema, start, end, Text(words, start, end)) { Meanings = meanings, AfterComma = words[start].AfterComma, Hidden = hidden ?? [] };

    private static (IReadOnlyList<Meaning>? Meanings, int End) Schema(List<Word> words, int at, int limit, SchemaLexicon lexicon)
    {
        for (var end = Math.Min(words.Count, at + SchemaLexicon.LongestPhrase); end > at; end--)
        {
            if (words[end - 1].Start >= limit || Enumerable.Range(at + 1, end - at - 1).Any(i => words[i].Quoted || (words[i].AfterComma && end - at <= 2)))
                continue;
            var exact = string.Join(' ', words.Skip(at).Take(end - at).Select(w => w.Text));
            var stems = "~" + string.Join(' ', words.Skip(at).Take(end - at).Select(w => w.Stem));
            var found = lexicon.Find(exact).Concat(lexicon.Find(stems)).ToList();
            if (found.Count > 0)
                return (Sensible(found, words, at, end), end);
        }

        return (null, at);
    }

    // A name of the schema hides a value that reads the same; a part of a name does not.
    private static List<Meaning> Sensible(List<Meaning> found, List<Word> words, int at, int end)
    {
        var values = found.Where(m => m.Kind == MeaningKind.Value).ToList();
        if (values.Count == 0 || values.Count == found.Count)
            return values.Count == 0 ? found : [.. values.DistinctBy(v => (v.Entity, v.Column, v.Value))];
        var named = found.Where(m => m.Kind != MeaningKind.Value && m.Weight <= (end - at > 1 ? 0 : 1)).ToList();
        // A condition of one thing and a value of another: what it is said of tells.
        if (named.Count > 0 && named.TrueForAll(m => m.Kind == MeaningKind.Filter) && values.Where(v => !named.Exists(n => n.Entity == v.Entity)).ToList() is { Count: > 0 } elsewhere)
            return [.. found.Where(m => m.Kind != MeaningKind.Value), .. elsewhere];
        return named.Count > 0 && !(words[at].Quoted || (words[at].Capital && at > 0 && named.All(m => m.Kind == MeaningKind.Column)))
            ? [.. found.Where(m => m.Kind != MeaningKind.Value)] : values;
    }

    private static (Item? Item, int End) FromGrammar(List<Word> words, int at, int limit, List<Item> before)
    {
        for (var end = Math.Min(words.Count, at + Grammar.LongestPhrase); end > at; end--)
        {
            if (words[end - 1].Start >= limit || words[at].Quoted || Enumerable.Range(at + 1, end - at - 1).Any(i => words[i].Quoted || words[i].AfterComma))
                continue;
            // "Who has" asks where a sentence or a clause begins, and ties behind a noun.
            if (Grammar.Find(string.Join(' ', words.Skip(at).Take(end - at).Select(w => w.Text))) is { } item
                && !(item.Kind == ItemKind.Postfix && before is not [.., { Kind: ItemKind.Number or ItemKind.Unit }])
                && !(item.Kind == ItemKind.With && end - at > 1 && words[at].Text is "who" or "which" && (words[at].AfterComma || before.TrueForAll(b => b.Kind is ItemKind.Filler or ItemKind.Preposition))))
                return (item, end);
        }

        return (null, at);
    }

    private static Item? Mend(List<Word> words, int at, int limit, SchemaLexicon lexicon, List<Item> before, List<string> corrected)
    {
        var word = words[at];
        if (word.Quoted || word.Number is not null || word.Text.Length < 4 || lexicon.Knows(word.Text) || lexicon.Typed.Nearest(word.Text) is not { } meant || Negated(word.Text, meant) || IsDone(words, at, meant, lexicon))
            return null;
        words[at] = word with { Text = meant, Stem = Stems.Of(meant) };
        // A word that would only be passed over then must be hardly mistyped: beds that are occupied are not beds that occurred.
        if (Match(words, at, limit, lexicon, before) is { } item && !(item.Kind is ItemKind.Filler or ItemKind.Verb or ItemKind.Unit && !OneSlip(word.Text, meant) && Stems.OfVerb(word.Text) != Stems.OfVerb(meant))
            && !(item.Kind == ItemKind.Verb && IsDoer(word.Text) && !IsDoer(meant) && Stems.OfVerb(word.Text) != Stems.OfVerb(meant)))
        {
            corrected.Add($"“{word.Text}” as “{meant}”");
            return item;
        }

        words[at] = word;
        return null;
    }

    // "Customers who complained" is no slip of their complaints; before a figure ("invoiced amount") it is as good as its noun.
    private static bool IsDone(List<Word> words, int at, string meant, SchemaLexicon lexicon) => words[at].Text.EndsWith("ed", StringComparison.Ordinal) && !meant.EndsWith("ed", StringComparison.Ordinal)
        && Stems.OfVerb(words[at].Text) == Stems.OfVerb(meant) && (at + 1 == words.Count || lexicon.Find("~" + words[at + 1].Stem).Count == 0);

    // Who manages is no slip of what he does.
    private static bool IsDoer(string word) => word.TrimEnd('s') is var one && (one.EndsWith("er", StringComparison.Ordinal) || one.EndsWith("or", StringComparison.Ordinal));

    // One letter more, less or another, or two that changed places.
    private static bool OneSlip(string typed, string meant)
    {
        var (start, a, b) = (0, typed.Length - 1, meant.Length - 1);
        while (start <= a && start <= b && typed[start] == meant[start])
            start++;
        while (a >= start && b >= start && typed[a] == meant[b])
            (a, b) = (a - 1, b - 1);
        return (a - start, b - start) is (<= 0, <= 0) || (a - start == 1 && b - start == 1 && typed[start] == meant[a] && typed[a] == meant[start]);
    }

    // "Unassigned" is no typing error of "assigned".
    private static bool Negated(string word, string meant) =>
        Array.Exists(["un", "in", "im", "non", "dis", "ir", "mis"], prefix => word.StartsWith(prefix, StringComparison.Ordinal) != meant.StartsWith(prefix, StringComparison.Ordinal)
            && Math.Abs(word.Length - meant.Length) >= prefix.Length - 1 && word.Length != meant.Length);

    private static string Text(List<Word> words, int start, int end) => string.Join(' ', words.Skip(start).Take(end - start).Select(w => w.Text));

    private static List<(int Start, int End, Period? Period, IReadOnlyList<Period> Readings, bool Future)> Times(string text, DateOnly today)
    {
        var found = MoreTimes.In(text, today).Select(t => (t.Start, t.End, (Period?)t.Period, (IReadOnlyList<Period>)[], t.Period.From > today)).ToList();
        found.AddRange(TwoSides.In(text, today).Select(t => (t.Start, t.End, (Period?)t.Period, (IReadOnlyList<Period>)[], t.Period.From > today)));
        var sentence = Sentence.Of(text);
        foreach (var mention in PeriodReader.Find(sentence, null, today))
        {
            var (start, end) = (sentence.Tokens[mention.Start].Start, sentence.Tokens[mention.End - 1].End);
            if (mention.Weak || mention.Unanchored || (end - start == 4 && text[start..end].All(char.IsAsciiDigit) && NumberBefore(text, start)) || found.Exists(f => start < f.Item2 && end > f.Item1))
                continue;
            var period = mention.Period;
            // A year or month that runs on is cut at today for what has happened; a question of dates means all of it.
            found.Add((start, end, period, mention.Readings, mention.Future));
        }

        foreach (var word in Lexer.Of(text).Where(w => w.Digits && w.Text.Length == 4 && w.Number is >= 1950 and <= 2060 && w.Number == Math.Floor(w.Number.Value)))
        {
            if (found.Exists(f => word.Start < f.Item2 && word.End > f.Item1) || NumberBefore(text, word.Start))
                continue;
            var year = (int)word.Number!.Value;
            found.Add((word.Start, word.End, new(new(year, 1, 1), new(year, 12, 31), Grain.Year, year.ToString(CultureInfo.InvariantCulture)), [], year > today.Year));
        }

        return found;
    }

    // "More than 2000" counts, "before 2000" does not.
    private static bool NumberBefore(string text, int at)
    {
        var before = text[..at].TrimEnd().ToLowerInvariant();
        return BetweenNumbers().IsMatch(before) || before.EndsWith("than", StringComparison.Ordinal) && !before.EndsWith("later than", StringComparison.Ordinal) && !before.EndsWith("earlier than", StringComparison.Ordinal)
            || Counting.Any(w => before.EndsWith(w, StringComparison.Ordinal));
    }

    // "Between 1000 and 2000": an amount beside an amount that is no year.
    [GeneratedRegex(@"between\s+[€$]?\s*(?!(19[5-9]|20[0-5])\d\s+and)[\d.,]+\s+and$")]
    private static partial Regex BetweenNumbers();
}
