using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"Why?" after two places were set side by side asks why the one is worse than the other, not why the first of them changed.</summary>
internal static class WhyOfTwo
{
    private static readonly string[] Places = ["machine", "line", "site"];

    /// <summary>Whether the difference in the figure of a call can be split into what caused it: OEE and its factors.</summary>
    public static bool SplitsWhy(EarlierCall call) => call.Arguments.GetValueOrDefault(CallBuilder.Figure) is null or "OEE" or "availability" or "performance" or "quality";

    /// <summary>The whole question, or what has to be asked back because the difference in that figure cannot be split; null where nothing of the kind is asked.</summary>
    public static (string Text, Outcome? Asks)? Of(string text, EarlierCall compared, Vocabulary vocabulary)
    {
        if (vocabulary.Pair is not { } pair || pair.Function.Name != compared.Function || !IsWhy(Sentence.Of(text).Tokens))
            return null;
        foreach (var kind in new[] { SlotKind.Machine, SlotKind.Line, SlotKind.Site, SlotKind.Shift })
        {
            if (pair.Function.Slots.Where(s => s.Kind == kind).Select(s => compared.Arguments.GetValueOrDefault(s.Name) as string).ToList() is [{ } one, { } other])
            {
                var (first, second, rest) = (Named(kind, one), Named(kind, other), Rest(compared, kind));
                return SplitsWhy(compared) ? ($"why is {first} worse than {second}{rest}", null) : (text, OfEach(compared, first, second, rest));
            }
        }

        return null;
    }

    private static Outcome OfEach(EarlierCall compared, string first, string second, string rest)
    {
        var figure = compared.Arguments[CallBuilder.Figure];
        return SkillResult.No(
            ResultStatus.Clarify,
            $"I can split a difference in OEE into its causes, not one in {figure}. Shall I show the {figure} of one of them, or why their OEE differs?",
            new(first, $"{figure} of {first}{rest}"), new(second, $"{figure} of {second}{rest}"), new("Why their OEE differs", $"why is {first} worse than {second}{rest}"));
    }

    private static bool IsWhy(Token[] tokens) => tokens.SkipWhile(t => t.IsAny(["and", "but", "ok", "so"])).ToArray()
        is [{ Word: "why" }] or [{ Word: "why" }, { Word: "is" or "was" }, { Word: "that" or "it" or "this" }, ..] or [{ Word: "why" }, { Word: "that" }] or [{ Word: "how" }, { Word: "come" }];

    private static string Named(SlotKind kind, string name) => kind == SlotKind.Shift ? $"the {name} shift" : name;

    // Where the two are shifts, of which place; and when.
    private static string Rest(EarlierCall compared, SlotKind kind)
    {
        var place = kind != SlotKind.Shift ? null
            : Places.Select(name => compared.Arguments.GetValueOrDefault(name) as string).FirstOrDefault(name => name is not null);
        var shift = kind == SlotKind.Shift ? null : compared.Arguments.GetValueOrDefault("shift") as string;
        return (place is null ? "" : $" on {place}") + (shift is null ? "" : $" on the {shift} shift") + compared.When();
    }
}
