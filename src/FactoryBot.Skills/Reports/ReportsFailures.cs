using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Reports;

internal static class ReportsFailures
{
    public static SkillResult NoAnswer() => SkillResult.No(
        ResultStatus.NoRows, "I have not answered anything in this conversation yet, so there is nothing to report. Reply to me where the answer stands.");

    public static SkillResult NotHere() => SkillResult.No(
        ResultStatus.NoRows, "Your words are noted. That message answered no question of this conversation, so there is nothing to report.");

    public static SkillResult NoReports() => SkillResult.No(ResultStatus.NoRows, "Nobody has reported an answer.");
}
