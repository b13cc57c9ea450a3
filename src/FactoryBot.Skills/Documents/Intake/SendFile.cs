using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Quartz;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Has a file taken in that came with a message.</summary>
internal sealed class SendFile(ISchedulerFactory schedulers)
{
    public async Task<SkillResult> AnswerAsync(Asker asker, string? file, CancellationToken cancellationToken)
    {
        if (asker.File(file) is not { } sent)
            return DocumentsFailures.NoFile(ReadFile.Kinds);
        if (!ReadFile.Kinds.Contains(ReadFile.KindOf(sent.Name)) && ReadFile.KindOf(sent.Name) != "zip")
            return SkillResult.No(ResultStatus.NotUnderstood, IntakeFailures.UnknownKind(ReadFile.KindOf(sent.Name), ReadFile.Kinds));
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<TakeInFile>()
            .UsingJobData(TakeInFile.Tenant, asker.TenantId.ToString())
            .UsingJobData(TakeInFile.File, sent.Id.ToString())
            .UsingJobData(TakeInFile.Member, asker.MemberId.ToString())
            .UsingJobData(TakeInFile.MemberName, asker.Name)
            .UsingJobData(TakeInFile.Conversation, asker.ConversationId ?? "")
            .UsingJobData(TakeInFile.Set, new IntakeRequest { TenantId = asker.TenantId }.Set)
            .RequestRecovery()
            .Build();
        await scheduler.ScheduleJob(job, TriggerBuilder.Create().StartNow().Build(), cancellationToken: cancellationToken);
        return new() { Status = ResultStatus.Answered, Text = $"I am reading {sent.Name} and will say here when it is done." };
    }
}
