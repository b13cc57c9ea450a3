using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"Send me that every morning at 6" after an answer: the function that sends such answers again is called for the same place. Where none does,
/// it is said what can come by itself.</summary>
internal static class SendAgain
{
    private static readonly string[] Sending = ["send", "mail", "email", "post", "push", "text", "message", "ping", "deliver", "forward"];

    private static readonly string[] Around =
    [
        "me", "us", "get", "gets", "give", "have", "receive", "see", "show", "i", "we", "id", "want", "need", "would", "like", "love", "to", "can", "could", "may", "you", "please", "pls", "that", "this", "it",
        "these", "those", "same", "the", "a", "report", "reports", "one", "thing", "figures", "numbers", "answer", "again", "by", "itself", "automatically", "regularly", "also", "and", "so", "for", "of",
        "here", "in", "my", "our", "chat", "teams", "slack", "subscribe", "sign", "up", "repeat", "do", "d", "ll", "let", "lets", "from", "now", "on", "ok", "okay", "yes", "great", "good", "nice", "thanks",
        "as", "well", "too", "just", "then", "always", "at", "is", "possible", "how", "about", "set", "schedule", "make", "what", "every",
    ];

    /// <summary>Whether a time that comes again is spoken of.</summary>
    public static bool ComesAgain(Sentence sentence) => ScheduleReader.Find(sentence, null, halves: true).Any(s => s.Days is not null);

    public static Outcome? Of(Clause clause, IReadOnlyList<EarlierCall> previous, Vocabulary vocabulary)
    {
        if (!clause.Schedules.Any(s => s.Days is not null) || clause.Scopes.Any() || Repeating(vocabulary) is not { } sends)
            return null;
        var schedule = ScheduleReader.Words(clause.Schedules);
        if (previous is not [var last, ..] || !SaysNoMore(clause))
            return null;
        if (sends.WhyNot is { } why)
            return why;
        // One shift, or other days than the last, is less or more than what comes by itself.
        var same = sends.Words.Function.Repeats.Contains(last.Function) && last.Arguments.Keys.All(name => name == "period" || sends.Words.Function.Slots.Any(s => s.Name == name));
        return same ? Outcome.Call([new(sends.Words.Function.Name, Arguments(sends.Words, last, schedule))]) : Instead(sends.Words, Place(sends.Words, last), schedule, vocabulary);
    }

    /// <summary>"Send me the OEE of line 1 every morning at 6": a figure that does not come by itself.</summary>
    public static Outcome? OfFigure(Clause clause, IEnumerable<FunctionMatch> matches, Vocabulary vocabulary) =>
        clause.Schedules.Any(s => s.Days is not null) && clause.Tokens.Any(t => t.IsAny(Sending)) && matches.Any(m => m.Evidence > 0 && m.Words.IsFigure)
        && Repeating(vocabulary) is { WhyNot: null } sends && clause.Scopes.Where(s => s.Entity is not null).Select(s => s.Entity!.Name).ToList() is { Count: <= 1 } places
            ? Instead(sends.Words, places.FirstOrDefault(), ScheduleReader.Words(clause.Schedules), vocabulary)
            : null;

    private static OfferedWords? Repeating(Vocabulary vocabulary) => vocabulary.Functions.FirstOrDefault(f => f.Words.Function.Repeats.Count > 0);

    private static bool SaysNoMore(Clause clause)
    {
        var timed = new bool[clause.Tokens.Length];
        foreach (var schedule in clause.Schedules)
            Array.Fill(timed, true, schedule.Start, schedule.End - schedule.Start);
        return clause.Tokens.Where((_, i) => !timed[i]).All(t => t.IsAny(Sending) || t.IsAny(Around));
    }

    private static Dictionary<string, object?> Arguments(FunctionWords sends, EarlierCall last, string schedule)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { [sends.Slot(SlotKind.Schedule)!.Name] = schedule };
        foreach (var slot in sends.Function.Slots.Where(s => Clause.IsScope(s.Kind) && last.Arguments.ContainsKey(s.Name)))
            arguments[slot.Name] = last.Arguments[slot.Name];
        return arguments;
    }

    private static string? Place(FunctionWords sends, EarlierCall last) =>
        sends.Function.Slots.Where(s => Clause.IsScope(s.Kind)).Select(s => last.Arguments.GetValueOrDefault(s.Name) as string).FirstOrDefault(name => name is not null);

    private static Outcome Instead(FunctionWords sends, string? place, string schedule, Vocabulary vocabulary)
    {
        var repeated = vocabulary.Named(sends.Function.Repeats[0])!.Words.Function;
        var (what, of) = (SentenceWriter.Subject(repeated).ToLowerInvariant(), place ?? "the whole plant");
        return (Outcome)SkillResult.No(
            ResultStatus.Clarify,
            $"That answer cannot come by itself; the {what} can. {repeated.Description} Shall I send you the one of {of} {schedule}?",
            new Choice($"{Letters.Capital(what)} of {of} {schedule}", $"Send me the {what} of {of} {schedule}")) with { Settled = true };
    }
}
