using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Planning;

/// <summary>What can go wrong between a question and its functions, with the sentence that is read.</summary>
internal static class PlanningFailures
{
    public const string ModelAway =
        "The language model did not answer, so this was read by the built-in planner, which understands simpler sentences.";

    public static SkillResult Empty() =>
        SkillResult.No(ResultStatus.NotUnderstood, "There were no words in that message. Ask me for example for the OEE of a machine.");

    public static SkillResult TooLong(int limit) =>
        SkillResult.No(ResultStatus.NotUnderstood, $"That message is too long for me: I read up to {limit:N0} characters. Please ask in fewer words.");

    public static SkillResult Filtered() =>
        SkillResult.No(ResultStatus.Failed, "The language model's content filter stopped this question. Nothing was looked up; please put it in other words.");

    public static SkillResult Broke(SkillFunction function, Guid turnId) =>
        SkillResult.No(ResultStatus.Failed, $"“{function.Title}” could not be worked out because something broke on our side. It is in the log under turn {turnId:N}.");

    /// <summary>Why the asker may not use the function; null where they may.</summary>
    public static SkillResult? WhyNot(SkillFunction function, Asker asker) =>
        function.Module is { } module && !asker.Modules.Contains(module) ? TenancyFailures.ModuleOff(module)
            : asker.May(function.Permission) ? null
            : TenancyFailures.NoRight(function.Title, function.Permission);
}
