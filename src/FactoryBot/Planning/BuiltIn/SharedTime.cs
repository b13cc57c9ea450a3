using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"OEE cnc; scrap cnc, all yesterday": the time at the end is meant for each of the questions before it.</summary>
internal static class SharedTime
{
    private static readonly string[] Each = ["all", "both", "each", "everything", "alles", "alle", "always"];
    private static readonly string[] Before = ["for", "of", "from", "in", "on", "during"];

    /// <returns>The questions, each with the time; null where no time is shared.</returns>
    public static IReadOnlyList<string>? Split(string text, DateOnly today, string? locale)
    {
        var sentence = Sentence.Of(text);
        var tokens = sentence.Tokens;
        // Without a mark between two questions there is one.
        if (!Array.Exists(tokens, t => t.Joint >= Joint.Comma))
            return null;
        if (PeriodReader.Find(sentence, new bool[tokens.Length], today, locale) is not [var period] || period.End != tokens.Length || period.Readings.Count > 1 || period.Start < 3)
            return null;
        var from = period.Start;
        from -= tokens[from - 1].IsAny(Before) ? 1 : 0;
        var named = from > 1 && tokens[from - 1].IsAny(Each);
        from -= named ? 1 : 0;
        if (tokens[from].Joint < Joint.Comma)
            return null;
        var cuts = Enumerable.Range(1, from - 1).Where(at => tokens[at].Joint == Joint.Sentence).ToList();
        // Without a word for each of them a list of words could be one question.
        if (cuts.Count == 0 && named)
            cuts = [.. Enumerable.Range(1, from - 1).Where(at => tokens[at].Joint == Joint.Comma)];
        if (cuts.Count == 0)
            return null;
        var when = sentence.Between(period.Start, period.End);
        return [.. cuts.Prepend(0).Zip(cuts.Append(from), (start, end) => sentence.Between(start, end).TrimEnd(' ', ',', ';', '.') + " " + when)];
    }
}
