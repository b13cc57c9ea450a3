using System.Text.Json;
using Dapper;
using FactoryBot.Planning;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Reports;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Turns;

/// <summary>Keeps what people thought of an answer. Anybody may say it, so no right is asked for; it is no part of the conversation.</summary>
internal sealed class FeedbackStore(FactoryDatabase database, IEnumerable<IOpinionTaker> takers, ReportAnswer reports)
{
    /// <summary>The verb of a press that is an opinion, with reaction, comment, messageId and report ("true") as its data.</summary>
    public const string Verb = "feedback";

    private const int LongestId = 500;
    private const int LongestComment = 4_000;

    private const string Insert = """
        insert into turns.feedback (tenant_id, turn_id, member_id, message_id, reaction, comment, given_at)
        values (@TenantId, @TurnId, @MemberId, @messageId, @reaction, @comment, @Now)
        on conflict do nothing
        """;

    public async Task<PlannedAnswer> KeepAsync(CardPress press, Asker asker, CancellationToken cancellationToken)
    {
        var reaction = Text(press.Data, "reaction", LongestId);
        var comment = Text(press.Data, "comment", LongestComment);
        if (reaction is null && comment is null)
            return new() { Result = TurnFailures.EmptyFeedback() };
        var row = new
        {
            asker.TenantId, asker.TurnId, asker.MemberId, asker.Now, reaction, comment,
            messageId = Text(press.Data, "messageId", LongestId),
        };
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(Insert, row, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
        // A message that is no answer, such as a digest, has no turn: then nobody's answer is meant.
        if (reaction is not null && Guid.TryParse(row.messageId, out var rated))
        {
            foreach (var taker in takers)
                await taker.TakeAsync(asker, rated, !reaction.StartsWith("dis", StringComparison.OrdinalIgnoreCase), comment, cancellationToken);
        }
        return new()
        {
            Result = Text(press.Data, "report", LongestId) == "true" && Guid.TryParse(row.messageId, out var reported) && asker.May(Permissions.AnswersReport)
                ? await reports.RunAsync(reported, comment, asker, cancellationToken)
                : new() { Status = ResultStatus.Answered, Text = "Thank you, your feedback is noted." },
        };
    }

    // Untrusted: of any kind and length.
    private static string? Text(JsonElement data, string name, int longest)
    {
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
            return null;
        var text = value.GetString()!.Trim();
        return text.Length == 0 ? null : UserText.Cut(text, longest);
    }
}
