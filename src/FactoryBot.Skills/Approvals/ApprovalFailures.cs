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
        _ => SkillResult.No(ResultStatus.NoRight, $"You are not among those who may decide {title}."),
    };

    internal static SkillResult NoRequest() => SkillResult.No(ResultStatus.NoRows, "This request for approval is not known here.");

    internal static SkillResult UnknownVerdict(string written) => SkillResult.No(ResultStatus.NotUnderstood, $"“{written}” is no decision. It is approve, reject or changes.");

    internal static SkillResult NothingWaits() => SkillResult.No(ResultStatus.NoRows, "Nothing waits for your decision.");

    /// <summary>What the database said; null where it is none of its refusals.</summary>
    internal static Refusal? Read(string message) => message.StartsWith("approvals:closed", StringComparison.Ordinal) ? Refusal.Closed : message switch
    {
        "approvals:stale" => Refusal.Stale,
        "approvals:own" => Refusal.Own,
        "approvals:decided" => Refusal.Decided,
        "approvals:no_right" => Refusal.NoRight,
        _ => null,
    };
}
