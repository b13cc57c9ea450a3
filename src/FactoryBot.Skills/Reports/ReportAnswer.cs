using FactoryBot.Skills.Database;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Reports;

/// <summary>Keeps a report and tells everybody who may set roles, in the chat with the bot.</summary>
internal sealed class ReportAnswer(FactoryDatabase database, IGivenAnswers turns, People people, NoticeBoard notices)
{
    private const int LongestWords = 2_000;

    /// <summary>Reports the last answer of the conversation.</summary>
    public async Task<SkillResult> RunAsync(string? words, Asker asker, CancellationToken cancellationToken) =>
        await turns.LastAsync(asker.TenantId, asker.TurnId, cancellationToken) is { } answer
            ? await KeepAsync(answer, words, asker, cancellationToken)
            : ReportsFailures.NoAnswer();

    /// <summary>Reports the answer of a turn, which must be one of the conversation that the report comes from.</summary>
    public async Task<SkillResult> RunAsync(Guid turnId, string? words, Asker asker, CancellationToken cancellationToken) =>
        await turns.FindAsync(asker.TenantId, turnId, asker.TurnId, cancellationToken) is { } answer
            ? await KeepAsync(answer, words, asker, cancellationToken)
            : ReportsFailures.NotHere();

    private async Task<SkillResult> KeepAsync(GivenAnswer answer, string? words, Asker asker, CancellationToken cancellationToken)
    {
        var admins = (await people.OfAsync(asker.TenantId, cancellationToken))
            .Where(p => Permissions.Of(p.Role).Contains(Permissions.UsersManage)).ToList();
        var report = new Report(
            answer.TurnId, asker.MemberId, asker.Name, answer.Question, answer.Answer,
            words is { Length: > LongestWords } ? words[..LongestWords] : words ?? "", asker.Now);
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var first = await ReportStore.KeepAsync(scope, report, cancellationToken);
        foreach (var admin in admins)
            await notices.PostAsync(scope, Notice.To(admin.Id, $"report:{answer.TurnId:N}:{asker.MemberId:N}", ReportsCard.Told(report)), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        var told = admins switch
        {
            [] => "Nobody here is an administrator yet; it is kept for the first one",
            [var only] => $"{only.Name} is told",
            _ => $"The {admins.Count} administrators are told",
        };
        return new()
        {
            Status = ResultStatus.Answered,
            Text = first ? $"Thank you. {told}: the answer to “{answer.Question}” is reported." : $"You have reported the answer to “{answer.Question}” before. {told} what you say now.",
        };
    }
}
