namespace FactoryBot.Skills.Language;

/// <summary>The tokens of one sentence while words for time are looked for in it.</summary>
internal sealed class PeriodScan(Token[] tokens, bool[]? taken, DateOnly today, bool? dayFirst)
{
    private static readonly string[] Articles = ["the", "a", "in", "on", "of", "for"];

    public DateOnly Today => today;

    /// <summary>Whether 3/11 is the third of November; null: not known.</summary>
    public bool? DayFirst => dayFirst;

    /// <summary>What "the week before" is before of.</summary>
    public Period? Anchor { get; set; }

    public int Count => tokens.Length;

    /// <summary>The same, where it is known how dates are written.</summary>
    public PeriodScan Written(bool first) => new(tokens, taken, today, first) { Anchor = Anchor };

    public bool Free(int at) => at >= 0 && at < tokens.Length && (taken is null || !taken[at]);

    public bool Is(int at, string word) => Free(at) && tokens[at].Is(word);

    public bool IsAny(int at, ReadOnlySpan<string> words) => Free(at) && tokens[at].IsAny(words);

    public string Word(int at) => Free(at) ? tokens[at].Word : "";

    public Joint Joint(int at) => at < tokens.Length ? tokens[at].Joint : Language.Joint.Sentence;

    /// <summary>Typed in digits, so many of them.</summary>
    public int? Figures(int at, int least, int most) =>
        Free(at) && tokens[at].Digits && tokens[at].Word.Length >= least && tokens[at].Word.Length <= most ? tokens[at].Number : null;

    /// <summary>Typed with one letter more than the word has: "mondays".</summary>
    public bool IsPlural(int at) => at >= 0 && at < tokens.Length && tokens[at].Length == tokens[at].Word.Length + 1;

    public int? Number(int at) => Free(at) ? tokens[at].Number : null;

    /// <summary>The word for the night, even where it has been read as the name of a shift.</summary>
    public bool Night(int at) => at < tokens.Length && tokens[at].IsAny(["night", "nightshift"]);

    public int SkipArticles(int at)
    {
        while (IsAny(at, Articles))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether the words before make the next one a time and nothing else ("in May").</summary>
    public bool AfterPreposition(int at) =>
        at > 0 && tokens[at - 1].IsAny(["in", "of", "on", "since", "from", "until", "during", "to", "between", "for", "last", "this", "and", "the", "vs"]);
}

/// <summary>Words for time that were found.</summary>
/// <param name="End">The token after them.</param>
/// <param name="Other">The second reading of a date such as 3/11.</param>
internal readonly record struct Found(
    int End, DateOnly From, DateOnly To, Grain Grain, string Words, (DateOnly From, DateOnly To)? Other = null)
{
    /// <summary>"The week before" with nothing that it could be before of.</summary>
    public bool Unanchored { get; init; }

    /// <summary>"From week 45 to week 46": the two whole weeks, months or quarters that it runs between.</summary>
    public (Period From, Period To)? Ends { get; init; }

    /// <summary>"Now" and the like: means today only where no other time is said.</summary>
    public bool Weak { get; init; }

    public bool Any => End > 0;

    public static Found Day(int end, DateOnly day, string words = "") => new(end, day, day, Grain.Day, words);
}
