using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Approvals;

/// <summary>Why a decision is not taken, in the words that people read.</summary>
public static class ApprovalFailures
{
    public static SkillResult Of(Refusal refusal, string title) => refusal switch
    {
        Refusal.Closed => SkillResult.No(ResultStatus.NoRight, $"{title} has been decided already. Nothing was changed."),
        Refusal.Stale => SkillResult.No(ResultStatus.NoRight, $"{title} was changed after this card was made. Nothing was decided; please look at the newest version."),
        Refusal.Own => SkillResult.No(ResultStatus.NoRight, $"{title} is your own request. Somebody else must decide it."),
        Refusal.Decided => SkillResult.No(ResultStatus.NoRight, $"You have agreed to {title} already; it waits for others."),
        Refusal.Rules => SkillResult.No(ResultStatus.NoRight, $"The approval rules were changed after {title} was asked for. Nothing was decided; it must be submitted again."),
        _ => SkillResult.No(ResultStatus.NoRight, $"You are not among those who may decide {title}."),
    };

    internal static SkillResult NoRequest() => SkillResult.No(ResultStatus.NoRows, "This request for approval is not known here.");

    internal static SkillResult UnknownVerdict(string written) => SkillResult.No(ResultStatus.NotUnderstood, $"“{written}” is no decision. It is approve, reject or changes.");

    /// <param name="number">What was asked for; null: anything.</param>
    internal static SkillResult NothingWaits(string? number) => SkillResult.No(
        ResultStatus.NoRows,
        number is null ? "Nothing waits for your decision." : $"Nothing with the number {number} waits for your decision. It may be decided already, or not submitted yet, or be for somebody else.",
        number is null ? [] : [new("Waiting for me", "What is waiting for my approval?")]);

    /// <param name="number">What was asked about; null: anything.</param>
    internal static SkillResult NothingOpen(long? number) => SkillResult.No(
        ResultStatus.NoRows,
        number is null
            ? "Nothing of yours waits for approval, and nothing waits for you, so there is no time to be over. The approval rules say when people are reminded and who is asked after them."
            : FormattableString.Invariant($"Nothing with the number {number} waits for approval: it is not submitted yet, or decided already. Who would have to approve it is said before it is submitted."),
        number is null ? [new("Approval rules", "Show the approval rules")] : [new("Who must approve", FormattableString.Invariant($"Who must approve Q-{number:00000}?"))]);

    internal static SkillResult UnknownRule(string words, string problem) => SkillResult.No(
        ResultStatus.NotUnderstood,
        $"I did not understand the rule “{words.Trim()}”: {problem} For example: quotes over 10,000 need Ana; discounts over 15 % need a manager; margin below 20 % needs the owner; new customers need all managers.");

    internal static SkillResult NoSuchRule(string words) => SkillResult.No(ResultStatus.NoRows, $"No approval rule is called “{words.Trim()}”. Ask for the approval rules to see them.");

    internal static SkillResult WhichRule(IReadOnlyList<ApprovalRule> fits) => SkillResult.No(
        ResultStatus.Clarify, $"Which rule do you mean: {string.Join(", ", fits.Select(f => f.Name))}?");

    internal static SkillResult NothingToUndo() => SkillResult.No(ResultStatus.NoRows, "No approval rule has been changed yet.");

    internal static SkillResult MayNotChangeRules() => SkillResult.No(ResultStatus.NoRight, "Approval rules are changed by admins and owners, or with a key of that right whose maker still has it.");

    internal static SkillResult MayNotDelegate() => SkillResult.No(
        ResultStatus.NoRight, "Who decides for somebody else is said by that person, or by an admin or owner, or with a key that an admin or owner has made for themselves.");

    internal static SkillResult NobodyToBeAway() => SkillResult.No(
        ResultStatus.NoRight, "Here a role speaks, not a person, and a role is never away. Say it in the chat under your own name; at the terminal: factorybot chat --as \"YOUR NAME\".");

    internal static SkillResult NoSuchPerson(string name) => SkillResult.No(ResultStatus.NoRows, $"Nobody here is called “{name.Trim()}”, or more than one is. Give the whole name, or the member's id.");

    internal static SkillResult BadRule() => SkillResult.No(ResultStatus.NotUnderstood, "This rule cannot be kept: it names a right, a person or a condition that does not exist here.");

    internal static SkillResult NotAChannel() => SkillResult.No(
        ResultStatus.NotUnderstood, "Here only the two of us talk. Say it in the channel or group where the requests are to be shown, with my name before it. Whoever may decide has each request in their own chat anyway.");

    internal static SkillResult NotShownHere() => SkillResult.No(ResultStatus.NoRows, "No requests for approval are shown here.");

    internal static SkillResult WaitsElsewhere(string kind, bool open) => SkillResult.No(
        ResultStatus.NoRight, open ? $"A {kind} waits for approval. Not everybody here may see it; those who may decide have it in their own chat." : $"The {kind} that waited for approval waits no more. Not everybody here may see it.");

    /// <param name="unknown">The name that was said, where nobody has it.</param>
    internal static SkillResult WhoDecides(string? unknown) => SkillResult.No(
        ResultStatus.Clarify, $"{(unknown is null ? "" : $"I know nobody called “{unknown}” here. ")}Who decides for you? Say it with a name, for example: I'm away until 3 December, Ben decides for me.");

    internal static SkillResult UntilWhen() => SkillResult.No(
        ResultStatus.Clarify, "Until when? Say it with a day that is still to come, for example: I'm away until 3 December, Ben decides for me.");

    internal static SkillResult OwnDelegate() => SkillResult.No(ResultStatus.NotUnderstood, "Nobody can decide for themselves while away. Name somebody else.");

    public static SkillResult TakenBack(string title) => SkillResult.No(ResultStatus.NoRight, $"{title} was taken back by the person who asked. Nothing was decided.");

    /// <summary>What the database said; null where it is none of its refusals.</summary>
    internal static Refusal? Read(string message) => message.StartsWith("approvals:closed", StringComparison.Ordinal) ? Refusal.Closed : message switch
    {
        "approvals:stale" => Refusal.Stale,
        "approvals:own" => Refusal.Own,
        "approvals:decided" => Refusal.Decided,
        "approvals:no_right" => Refusal.NoRight,
        "approvals:rules" => Refusal.Rules,
        _ => null,
    };
}
