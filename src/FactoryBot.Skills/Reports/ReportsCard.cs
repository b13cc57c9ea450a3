using System.Globalization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Reports;

/// <summary>What administrators see of reported answers.</summary>
internal static class ReportsCard
{
    private const int LongestAnswer = 500;

    public static SkillResult Told(Report report) => new()
    {
        Status = ResultStatus.Answered,
        Text = $"{report.Name} has reported my answer to “{report.Question}”.",
        Card = new()
        {
            Body =
            [
                TextBlock.Heading("A reported answer"),
                FactSet.Of(
                    new Fact("By", report.Name), new Fact("Asked", report.Question), new Fact("Answered", Cut(report.Answer)),
                    new Fact("Says", report.Words.Length == 0 ? "nothing more" : report.Words)),
            ],
            FallbackText = "The words above say it all.",
            Lang = "en",
        },
        Choices = [new("All reported answers", ReportsSkill.ListQuestion)],
    };

    public static AdaptiveCard List(IReadOnlyList<Report> reports, TimeZoneInfo zone) => new()
    {
        Body =
        [
            TextBlock.Heading("Reported answers"),
            Table.Of(
                [TableColumn.Left(), TableColumn.Left(), TableColumn.Left(2), TableColumn.Left(2)],
                ["When", "By", "Asked", "Says"],
                reports.Select(r => (IReadOnlyList<CardText>)
                    [TimeZoneInfo.ConvertTime(r.ReportedAt, zone).ToString("d MMM HH:mm", CultureInfo.InvariantCulture), r.Name, r.Question, r.Words])),
        ],
        FallbackText = "The words above say it all.",
        Lang = "en",
    };

    private static string Cut(string answer) => answer.Length <= LongestAnswer ? answer : answer[..LongestAnswer] + "…";
}
