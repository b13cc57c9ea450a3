using System.Globalization;

namespace FactoryBot.Skills.Language;

/// <summary>Reads words for time as people at a plant use them: of what happened, so a month or a date without a year is the latest one.</summary>
public static class PeriodReader
{
    private static readonly Lexicon TimeWords = new(PeriodWords.All);

    /// <summary>Reads a function's argument: an ISO 8601 day or interval, or words such as "last week".</summary>
    /// <param name="locale">BCP 47; decides whether 3/11 is in March or in November. Null: asked back where both can be.</param>
    public static PeriodReading Read(string text, DateOnly today, string? locale = null)
    {
        if (Iso(text) is { } iso)
        {
            return new() { Period = iso };
        }

        var sentence = Sentence.Of(text.Length > 200 ? text[..200] : text);
        TimeWords.Correct(sentence.Tokens);
        var mentions = Find(sentence, null, today, locale);
        if (mentions.Count != 1 || !Covers(mentions[0], sentence))
        {
            return new() { Problem = $"I do not understand “{text.Trim()}” as a period. Try “last week”, “3 to 9 November” or “week 42”." };
        }

        var mention = mentions[0];
        return mention switch
        {
            { Readings.Count: > 1 } => new()
            {
                Readings = mention.Readings,
                Problem = $"“{text.Trim()}” can mean {string.Join(" or ", mention.Readings.Select(r => r.Dates))}. Which one?",
            },
            { Future: true, Period: { } future } => new() { Problem = $"{Letters.Capital(future.ToString())} is still to come; there are no figures yet." },
            _ => new() { Period = mention.Period },
        };
    }

    /// <summary>All times that a sentence speaks of, in their order.</summary>
    /// <param name="taken">Tokens that have another meaning already; may be null.</param>
    /// <param name="anchor">The period spoken of before, for "the week before".</param>
    public static IReadOnlyList<PeriodMention> Find(
        Sentence sentence, bool[]? taken, DateOnly today, string? locale = null, Period? anchor = null)
    {
        List<PeriodMention>? mentions = null;
        var scan = new PeriodScan(sentence.Tokens, taken, today, DayFirst(locale)) { Anchor = anchor };
        for (var at = 0; at < scan.Count;)
        {
            var found = scan.Free(at) ? PeriodRanges.Read(scan, at) : default;
            if (!found.Any)
            {
                at++;
                continue;
            }

            var mention = MentionOf(found, at, today);
            (mentions ??= []).Add(mention);
            scan.Anchor = mention.Readings.Count == 0 ? mention.Period : scan.Anchor;
            // "Weeks 46 and 47": the word is said once.
            for (var next = CalendarPeriods.AlsoWeek(scan, at, found); next.Any; next = CalendarPeriods.AlsoWeek(scan, at, found))
            {
                mentions.Add(MentionOf(next, found.End, today));
                found = next;
            }

            at = found.End;
            if (OnlyLast(scan, at, found) is { Any: true } before)
            {
                mentions.Add(MentionOf(before, at, today));
                at = before.End;
            }
        }

        return mentions ?? (IReadOnlyList<PeriodMention>)[];
    }

    // "This month compared to last": the unit is said once.
    private static Found OnlyLast(PeriodScan scan, int at, Found found)
    {
        while (scan.IsAny(at, ["vs", "compared", "to", "with", "than", "and", "against", "or", "the"]))
        {
            at++;
        }

        return at > found.End && found is { Grain: Grain.Week or Grain.Month or Grain.Quarter or Grain.Year } && scan.IsAny(at, ["last", "previous"]) && (at + 1 == scan.Count || scan.Joint(at + 1) >= Joint.Comma)
            && PeriodWords.Whole(found.Grain, scan.Today, -1, -1) is var (from, to)
            ? new(at + 1, from, to, found.Grain, "last " + PeriodWords.Name(found.Grain))
            : default;
    }

    private static PeriodMention MentionOf(Found found, int start, DateOnly today)
    {
        var future = found.From > today;
        var period = new Period(found.From, found.To > today && !future ? today : found.To, found.Grain, found.Words);
        if (found.Other is not { } other)
        {
            return new(start, found.End, period) { Future = future, Weak = found.Weak, Ends = found.Ends };
        }

        var second = period with { From = other.From, To = other.To };
        // A date that has not come yet is no reading where the other one has.
        if (!found.Unanchored && future != other.From > today)
        {
            return new(start, found.End, future ? second : period);
        }

        return new(start, found.End, period) { Future = future, Readings = [period, second], Unanchored = found.Unanchored };
    }

    private static bool Covers(PeriodMention mention, Sentence sentence)
    {
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if ((i < mention.Start || i >= mention.End) && !sentence.Tokens[i].IsAny(["the", "in", "on", "for", "of", "during", "over", "at"]))
            {
                return false;
            }
        }

        return true;
    }

    private static Period? Iso(string text)
    {
        var cut = text.IndexOf('/', StringComparison.Ordinal);
        return cut < 0
            ? Day(text) is { } day ? Period.Of(day, day) : null
            : Day(text.AsSpan(0, cut)) is { } from && Day(text.AsSpan(cut + 1)) is { } to && from <= to ? Period.Of(from, to) : null;
    }

    private static DateOnly? Day(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // English without a country says nothing; only the United States and the Philippines write the month first.
    private static bool? DayFirst(string? locale) => locale is null or "" or "en" ? null
        : !(locale.EndsWith("-US", StringComparison.OrdinalIgnoreCase) || locale.EndsWith("-PH", StringComparison.OrdinalIgnoreCase));
}

/// <summary>What a function's argument for time means: a period, or the sentence to ask back.</summary>
public sealed record PeriodReading
{
    /// <summary>Null where the words were not understood, mean two things, or lie in the future.</summary>
    public Period? Period { get; init; }

    /// <summary>The periods that it can mean, where there are several.</summary>
    public IReadOnlyList<Period> Readings { get; init; } = [];

    /// <summary>The sentence for the asker; null where there is a period.</summary>
    public string? Problem { get; init; }
}

/// <summary>Words for time in a sentence: the tokens from Start up to, not with, End.</summary>
public sealed record PeriodMention(int Start, int End, Period Period)
{
    /// <summary>Several where the words can mean several; the first is <see cref="Period"/>.</summary>
    public IReadOnlyList<Period> Readings { get; init; } = [];

    /// <summary>The period has not begun yet.</summary>
    public bool Future { get; init; }

    /// <summary>"Now": means today only where no other time is said.</summary>
    public bool Weak { get; init; }

    /// <summary>"From week 45 to week 46": where a change is spoken of, these two are meant.</summary>
    public (Period From, Period To)? Ends { get; init; }

    /// <summary>"The week before" with nothing that it could be before of.</summary>
    public bool Unanchored { get; init; }
}
