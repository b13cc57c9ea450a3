using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Embedding;
using FactoryBot.Skills.Documents.Gaps;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using Quartz;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Takes a file in that somebody sent in the chat, tells in the chat how far it is, and asks the open gaps again.</summary>
[DisallowConcurrentExecution]
internal sealed class TakeInFile(AddDocuments add, EmbedAgain embed, ReplayGaps gaps, FileStore files, FactoryDatabase database, NoticeBoard notices) : IJob
{
    public const string Tenant = "tenant";
    public const string File = "file";
    public const string Member = "member";
    public const string MemberName = "name";
    public const string Conversation = "conversation";
    public const string Set = "set";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        await RunAsync(
            new()
            {
                TenantId = Guid.Parse(data.GetString(Tenant)!), Set = data.GetString(Set)!, OwnerId = Guid.Parse(data.GetString(Member)!),
                OwnerName = data.GetString(MemberName) ?? "",
            },
            Guid.Parse(data.GetString(File)!),
            data.GetString(Conversation) is { Length: > 0 } conversation ? conversation : null,
            cancellationToken);
    }

    internal async Task RunAsync(IntakeRequest request, Guid fileId, string? conversation, CancellationToken cancellationToken)
    {
        if (await files.ReadAsync(request.TenantId, fileId, cancellationToken) is not { } file)
        {
            await TellAsync("The file is no longer there. Send it again.", ResultStatus.NoRows);
            return;
        }

        var results = await add.RunAsync(
            request, file.File.Name, file.Content, null,
            (done, total) => TellAsync($"Reading {file.File.Name}: {done} of {total} files.", ResultStatus.Answered), cancellationToken);
        await TellResultsAsync("");
        // Only now, and before the open questions are asked again: reading a long file for its meaning takes minutes, and its words find it already.
        await embed.RunAsync(request.TenantId, cancellationToken);
        if (await gaps.RunAsync(request.TenantId, cancellationToken) is > 0 and var closed)
            await TellResultsAsync($" {closed} open question{(closed == 1 ? " is" : "s are")} answered now.");

        async Task TellResultsAsync(string answers)
        {
            var failed = results.Where(r => r.Outcome == IntakeOutcome.Failed).Take(5).Select(r => $"{r.Name}: {r.Note}");
            await TellAsync(
                string.Join('\n', [$"{file.File.Name}: {IntakeText.Summary(results)}{answers}", .. failed]),
                results.All(r => r.Outcome == IntakeOutcome.Failed) ? ResultStatus.NoRows : ResultStatus.Answered);
        }

        async Task TellAsync(string text, ResultStatus status)
        {
            // The same key again takes the card's place.
            var result = new SkillResult { Status = status, Text = text, Card = ListResult.Card("Taking a file in", text, text.Split('\n').Select(line => TextBlock.Of(line))) };
            var key = $"documents:{fileId}";
            await using var scope = await database.OpenAsync(request.TenantId, cancellationToken);
            await notices.PostAsync(
                scope, conversation is null ? Notice.To(request.OwnerId!.Value, key, result) : Notice.Into(conversation, key, result), cancellationToken);
            await scope.CommitAsync(cancellationToken);
        }
    }
}
