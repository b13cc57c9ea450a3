using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"It", "that one", "that machine" after a ranking: the one that it put first, in the time that was ranked. Of several it is asked which.</summary>
internal sealed class RankedFirst(Vocabulary vocabulary, PlannerContext context)
{
    public const string By = "by";
    private const string RestOfRanking = "At the other end";

    private static readonly string[] Pointing = ["that", "this", "the"];
    private static readonly string[] Pointed = ["one", "machine", "line", "shift", "product", "site", "day"];

    /// <summary>What a question goes on from: the calls before, or the figure of what was ranked first; or what has to be asked back.</summary>
    public (string Text, IReadOnlyList<EarlierCall> Previous, Outcome? Asks) Of(Dialogue dialogue)
    {
        var (text, previous) = (dialogue.Question, dialogue.Previous);
        if (previous is [var compared] && WhyOfTwo.Of(text, compared, vocabulary) is var (whole, asked))
            return (whole, asked is null ? [] : previous, asked);
        if (previous is not [var ranking] || Words(ranking.Function) is not { } words || !PutsInOrder(words))
            return (text, previous, null);
        var sentence = Sentence.Of(text);
        if (IsOfNothing(sentence.Tokens))
            return (text, previous, null);
        var (points, asksWhy, place) = (PointsAtOne(sentence.Tokens), AsksWhy(sentence.Tokens), PlaceInOrder(sentence.Tokens));
        if (!points && !asksWhy && place is null)
            return (text, previous, null);
        var kind = KindOf(ranking);
        var named = Named(dialogue.PreviousAnswer, kind);
        if (place is var (index, start, end))
        {
            return index < named.Count
                ? (Replace(sentence, start, end, named[index]) + (kind == SlotKind.Period ? "" : ranking.When()), [FigureOf(ranking, words, kind, named[index])], null)
                : (text, previous, null);
        }

        return named switch
        {
            [] or [_] when kind is SlotKind.Machine or SlotKind.Line or SlotKind.Shift or SlotKind.Site && BeginsWithWhy(sentence.Tokens) && WhyOfTwo.SplitsWhy(ranking) =>
                (WhyWorst(ranking, named), [], null),
            [] when asksWhy => (text, previous, Places(ranking, kind, sentence)),
            [] => (text, previous, points ? Places(ranking, kind, sentence) : null),
            [var first, ..] when named.Count == 1 || sentence.Tokens.Any(t => t.IsAny(["first", "worst", "best", "top"])) =>
                (kind == SlotKind.Period ? Instead(sentence, PeriodReader.Read(first, context.Asker.Today).Period!.Dates) : text, [FigureOf(ranking, words, kind, first)], null),
            _ => (text, previous, WhichOf(named, ranking, sentence)),
        };
    }

    public static bool PutsInOrder(FunctionWords words) => words is { Reads: true, HasScope: true } && words.Has(SlotKind.Number) && words.Function.Slots.Any(s => s.Name == By);

    // "How is it going", "how is it calculated".
    private static bool IsOfNothing(Token[] tokens) => SmallTalk.Read(tokens).Talk is not null || tokens.Any(t => PlainWords.Meaning.Contains(t.Word));

    private static bool PointsAtOne(Token[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].IsAny(["it", "its"]) || IsThere(tokens, i))
                return true;
            if (i + 1 < tokens.Length && tokens[i].IsAny(Pointing) && tokens[i + 1].IsAny(Pointed) && !(tokens[i].Is("the") && !tokens[i + 1].Is("one")))
                return true;
        }

        return false;
    }

    // "And there, which defect", "what was the scrap there".
    private static bool IsThere(Token[] tokens, int at) => tokens[at].Is("there") && (at + 1 == tokens.Length || tokens[at + 1].Joint == Joint.Comma) && tokens.Length > 2;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    // "The second one", "the first".
    private static (int Index, int Start, int End)? PlaceInOrder(Token[] tokens)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            var end = i + 1 < tokens.Length && tokens[i + 1].IsAny(Pointed) ? i + 2 : i + 1;
            if (tokens[i - 1].Is("the") && Array.IndexOf(Ordinals, tokens[i].Word) is >= 0 and var index && end == tokens.Length)
                return (index, i - 1, end);
        }

        return null;
    }

    // "Why?", "how come": of what was put first.
    private static bool AsksWhy(Token[] tokens) => tokens is [{ Word: "why" }] or [{ Word: "how" }, { Word: "come" }] or [{ Word: "but" or "and" or "ok" }, { Word: "why" }];

    private static bool BeginsWithWhy(Token[] tokens) => tokens.SkipWhile(t => t.IsAny(["and", "but", "ok", "so"])).ToArray() is [{ Word: "why" }, ..] or [{ Word: "how" }, { Word: "come" }, ..];

    // What was ranked was set against the others. Where its answer is not known (a caller who keeps the conversation tells only the questions), the
    // first is found again.
    public static string WhyWorst(EarlierCall ranking, List<string> named)
    {
        var noun = (ranking.Arguments.GetValueOrDefault(By) as string)?.Split(' ')[^1] ?? "machine";
        var order = ranking.Arguments.GetValueOrDefault("order") is "best" or "highest" or null ? "best" : "worst";
        var place = ranking.Arguments.GetValueOrDefault("line") as string ?? ranking.Arguments.GetValueOrDefault("site") as string;
        var on = (place is null ? "" : $" on {place}") + (ranking.Arguments.GetValueOrDefault("shift") is string shift ? $" on the {shift} shift" : "");
        return $"why is {(named is [var first] ? first : $"the {order} {noun}")}{on} the {order} {noun}{ranking.When()}";
    }

    private static SlotKind? KindOf(EarlierCall ranking) => ranking.Arguments.GetValueOrDefault(By) is not string by ? SlotKind.Machine
        : by.EndsWith("day", StringComparison.Ordinal) ? SlotKind.Period
        : by.EndsWith("site", StringComparison.Ordinal) ? SlotKind.Site
        : KindNouns.KindOf(by.Split(' ')[^1]) ?? (by.EndsWith("product", StringComparison.Ordinal) ? SlotKind.Product : null);

    // The names that the answer put in order stand behind its colon.
    private List<string> Named(string answer, SlotKind? kind)
    {
        var colon = answer.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 || kind is null)
            return [];
        var end = answer.IndexOf(RestOfRanking, StringComparison.Ordinal);
        var sentence = Sentence.Of(answer[(colon + 2)..(end > colon ? end : answer.Length)]);
        return kind == SlotKind.Period
            ? [.. PeriodReader.Find(sentence, null, context.Asker.Today, context.Locale).Where(p => p.Period.Grain == Grain.Day).Select(p => p.Period.Iso).Distinct()]
            : [.. EntityMatcher.Find(sentence, vocabulary.Names).Where(n => n.Kind == kind && n.Certainty == Certainty.Sure).Select(n => n.Entity!.Name).Distinct()];
    }

    private EarlierCall FigureOf(EarlierCall ranking, FunctionWords ranked, SlotKind? kind, string first)
    {
        var figure = ranking.Arguments.GetValueOrDefault(CallBuilder.Figure) as string ?? ranked.Choices.First(c => c.Slot.Name == CallBuilder.Figure).Value;
        var figures = vocabulary.Functions.Where(f => f.Words is { IsFigure: true, TakesTwo: false } && f.Words.Has(kind!.Value) && f.Words.Function.Slots.All(s => s.Name != CallBuilder.Figure)).ToList();
        var words = (figures.FirstOrDefault(f => f.Words.Function.Subjects.Contains(figure, StringComparer.OrdinalIgnoreCase)) ?? figures[0]).Words;
        var arguments = ranking.Arguments.Where(a => a.Key != By && words.Function.Slots.Any(s => s.Name == a.Key && s.Kind is not SlotKind.Limit)).ToDictionary(StringComparer.Ordinal);
        arguments[words.Slot(kind!.Value)!.Name] = first;
        return new(words.Function.Name, arguments) { Figure = figure };
    }

    private Outcome? Places(EarlierCall ranking, SlotKind? kind, Sentence sentence) => kind is null or SlotKind.Period ? null
        : WhichOf([.. vocabulary.Names.All.Where(e => e.Kind == kind).Select(e => e.Name).Distinct().Take(AskBack.MostChoices)], ranking, sentence);

    private static Outcome WhichOf(IReadOnlyList<string> names, EarlierCall ranking, Sentence sentence)
    {
        var when = ranking.When();
        return SkillResult.No(
            ResultStatus.Clarify, "Which of them do you mean?",
            [.. names.Take(AskBack.MostChoices).Select(name => new Choice(name, (AsksWhy(sentence.Tokens) ? FigureWithReasons(ranking, name) : Instead(sentence, name)) + when))]);
    }

    private static string FigureWithReasons(EarlierCall ranking, string name) => $"{ranking.Arguments.GetValueOrDefault(CallBuilder.Figure) ?? "OEE"} of {name} by reason";

    private static string Replace(Sentence sentence, int start, int end, string name) => sentence.Replace(start, end, name).TrimEnd('?', '.', '!', ' ');

    // "Why was it so low" of one that is named.
    private static string Instead(Sentence sentence, string name)
    {
        var tokens = sentence.Tokens;
        var at = Array.FindIndex(tokens, t => t.IsAny(["it", "its"]));
        var end = at + 1;
        if (Array.FindIndex(tokens, t => t.Is("there")) is >= 0 and var there && IsThere(tokens, there))
            return Replace(sentence, there, there + 1, there == 0 || tokens[there - 1].IsAny(["and", "so", "ok"]) ? $"on {name}" : "of " + name);
        if (at < 0)
        {
            at = Enumerable.Range(0, tokens.Length - 1).First(i => tokens[i].IsAny(Pointing) && tokens[i + 1].IsAny(Pointed));
            end = at + 2;
        }

        return Replace(sentence, at, end, name);
    }

    private FunctionWords? Words(string function) => vocabulary.Named(function)?.Words;
}
