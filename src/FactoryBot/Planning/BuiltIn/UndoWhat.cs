using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"Undo" with nothing else: takes the last change back, where the function that made it says what does. A change that was refused is none.</summary>
internal static class UndoWhat
{
    private static readonly string[] Undoing = ["undo", "revert", "rollback"];
    private static readonly string[] Around = ["it", "that", "this", "please", "pls", "oops", "no", "sorry", "the", "last", "change", "again", "now", "ok", "can", "you", "could", "wait", "stop"];

    public static Outcome? Of(Token[] tokens, IReadOnlyList<EarlierCall> previous, Vocabulary vocabulary)
    {
        if (!tokens.Any(t => t.IsAny(Undoing)) || !tokens.All(t => t.IsAny(Undoing) || t.IsAny(Around)))
            return null;
        var takesBack = vocabulary.Functions.FirstOrDefault(f => previous.Any(call => !call.Refused && f.Words.Function.Undoes.Contains(call.Function)));
        if (takesBack is not null)
        {
            return takesBack.WhyNot is { } why ? why : Outcome.Call([new(takesBack.Words.Function.Name, new Dictionary<string, object?>())]);
        }

        var all = vocabulary.Functions.Where(f => f.WhyNot is null && f.Words.Function.Undoes.Count > 0).Take(3);
        return SkillResult.No(
            ResultStatus.Clarify,
            previous.Count == 0 ? "There is nothing of this conversation to undo." : "What you asked for last has changed nothing that I can take back.",
            [.. all.Select(f => new Choice(f.Words.Function.Title, f.Words.Function.Examples[0]))]);
    }
}
