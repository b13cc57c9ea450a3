using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Reports;

/// <summary>Answers that are wrong or out of place, brought before the people who run the product in the organisation.</summary>
internal sealed class ReportsSkill(ReportAnswer report, ListReports list) : ISkill
{
    internal const string ListQuestion = "Show reported answers";

    public string? Module => null;

    [SkillFunction("reports_answer", Title = "Report an answer", Permission = Permissions.AnswersReport, Subjects = ["report this answer", "report that answer"])]
    [Description("Reports the last answer of this conversation to the administrators, with what the person says about it.")]
    [Example("Report this answer")]
    [Example("report that answer, the week is wrong")]
    [Example("this answer is wrong, tell the admins")]
    [Example("flag the last answer")]
    public Task<SkillResult> Report(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "^report this", "^report this answer", "^report that", "^report that answer", "^report the answer", "^report the last answer", "^report the above", "^i want to report",
            "^flag this", "^flag that", "^flag the answer", "^flag the last answer", "^this answer is wrong", "^that answer is wrong", "^the answer is wrong", "^the last answer is wrong",
            "^tell the admin ... wrong", "^tell the admins ... wrong",
        ])]
        [Description("The person's words.")]
        string? words = null,
        CancellationToken cancellationToken = default) => report.RunAsync(words, asker, cancellationToken);

    [SkillFunction("reports_list", Title = "Reported answers", Permission = Permissions.UsersManage, Subjects = ["reported answers", "answer reports"])]
    [Description("Lists the answers that people reported, the newest first.")]
    [Example(ListQuestion)]
    [Example("which answers were reported")]
    [Example("list the reported answers")]
    [Example("any answers reported by people?")]
    public Task<SkillResult> List(Asker asker, CancellationToken cancellationToken = default) => list.RunAsync(asker, cancellationToken);
}
