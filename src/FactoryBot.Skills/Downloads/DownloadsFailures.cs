using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Downloads;

internal static class DownloadsFailures
{
    public static SkillResult NoAnswer() => SkillResult.No(
        ResultStatus.NoRows, "None of your last questions here was answered with figures, so there is nothing to put into a file. Ask for some first, then say “export that to Excel”.");

    public static SkillResult NoFigures(string question) => SkillResult.No(
        ResultStatus.NoRows, $"The answer to “{question}” has no figures that could stand in a table.");
}
