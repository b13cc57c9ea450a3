using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"The longest stop and what caused it", "the last breakdown, when and how long", "OEE of line 1 and line 2, which was better": the second half asks
/// for what the answer to the first tells of each, or holds its two against each other.</summary>
internal static class OneAnswer
{
    // Each answer on stops has its machines.
    private static readonly string[] Machines = ["which machine", "which machines", "on which machine", "on which machines", "what machine", "what machines", "on what machine", "on what machines"];

    // Asked of single stops, each of which is told with its reason, its machine, its time and its length.
    private static readonly string[] Tails =
    [
        "why", "where", "when", "how long", "for how long", "what for", "for what", "what was it", "what were they", "what is it", "what are they", "what caused it", "what caused them", "what caused that", "what caused this",
        "what happened", "what was reason", "what were reasons", "what is reason", "what reason", "which reason", "what was cause", "what were causes", "why was it", "why were they", "why was that", "why did it happen",
        "where was it", "where were they", "when was it", "when were they", "when did it happen", "when did they happen", "when and how long", "when and where", "where and when", "how long and why", "how long was it", "how long were they",
        "how long did it take", "how long did they take", "how long did it last", "which machine was it", "on which machine was it", "which line", "on which line", "where they were", "when they were",
        "how long they were", "how long they took", "what they were", "what it was", "why they were", "why where they", "what was behind it", "what was behind them", "when why and how long",
        .. Machines,
    ];

    // Told of all stops together as well.
    private static readonly string[] OfAll = ["what for", "for what", "what caused it", "what caused them", "what caused that", "what caused this", "what was reason", "what were reasons", "what is reason", "what reason", "which reason",
        "what was cause", "what were causes", "why", "how long", "for how long", .. Machines];

    private static readonly string[] Skipped = ["and", "so", "the", "main", "please", "exactly", "actually", "then"];

    private static readonly string[] Single = ["longest", "last", "latest", "biggest", "worst", "recent", "top"];

    /// <param name="read">Reads a question by itself.</param>
    public static Outcome? Of(IReadOnlyList<EarlierCall> calls, string said, Token[] then, Vocabulary vocabulary, Func<string, Outcome> read)
    {
        if (calls.Count == 2 && TheTwo.SideBySide(SpokenFigure.Of(calls, said, vocabulary), then, vocabulary) is { } pair)
            return Outcome.Call([pair]);
        if (calls is not [var call] || !IsTail(then) || vocabulary.Named(call.Function)!.Words is not { IsFigure: true } words)
            return null;
        if (RankedFirst.PutsInOrder(words))
            return Plain(then) == "why" && ReasonsOf(call, vocabulary, read) is { } reasons ? Outcome.Call([call, reasons]) : null;
        if (words.Slot(SlotKind.StopReason) is not { NamesFunction: true })
            return null;
        var single = (words.Slot(SlotKind.Limit) is { } limit && call.Arguments.ContainsKey(limit.Name)) || Sentence.Of(said).Tokens.Any(t => t.IsAny(Single));
        return single || OfAll.Contains(Plain(then)) ? Outcome.Call([call]) : null;
    }

    // Why the first of a ranking is there: what makes it differ in OEE, or the stops by reason.
    private static EarlierCall? ReasonsOf(EarlierCall ranking, Vocabulary vocabulary, Func<string, Outcome> read)
    {
        if (WhyOfTwo.SplitsWhy(ranking))
            return read(RankedFirst.WhyWorst(ranking, [])).Calls is [var why] ? why : null;
        return read($"{ranking.Arguments[CallBuilder.Figure]} by reason").Calls is [var call] && vocabulary.Named(call.Function)!.Words is { } words && words.Has(SlotKind.StopReason)
            ? new(call.Function, CallBuilder.PlaceAndTime(words, ranking, call))
            : null;
    }

    /// <summary>Whether the end of a sentence may be such a half, by its words alone.</summary>
    public static bool MayBe(Token[] then) => IsTail(then) || TheTwo.AsksWhich(then);

    private static bool IsTail(Token[] tokens) => Tails.Contains(Plain(tokens));

    private static string Plain(Token[] tokens)
    {
        // "When and how long": the "and" at the start only leads on.
        var words = tokens.SkipWhile(t => t.Is("and")).Where(t => t.Is("and") || !t.IsAny(Skipped)).Select(t => t.Word);
        return string.Join(' ', words);
    }
}
