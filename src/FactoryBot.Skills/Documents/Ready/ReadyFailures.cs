using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Documents.Ready;

/// <summary>Every way in which a ready answer cannot be kept or found, with the sentence that people read.</summary>
internal static class ReadyFailures
{
    public static SkillResult HowToKeep() => SkillResult.No(
        ResultStatus.Clarify, "Write it as: ready answer. Question: how do I …? Question: (other ways to ask it). Answer: (at most 4,000 characters).");

    public static SkillResult None() => SkillResult.No(
        ResultStatus.NoRows, "No answers are kept ready. Write one as: ready answer. Question: … Answer: …");

    public static SkillResult Unknown() => SkillResult.No(ResultStatus.NoRows, "There is no ready answer of that number. “List the ready answers” shows them.");
}
