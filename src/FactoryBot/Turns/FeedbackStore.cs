using System.Text.Json;
using Dapper;
using FactoryBot.Planning;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Turns;

/// <summary>Keeps what people thought of an answer. Anybody may say it, so no right is asked for; it is no part of the conversation.</summary>
internal sealed class FeedbackStore(FactoryDatabase database, IEnumerable<IOpinionTaker> takers)
{
    /// <summary>The verb of a press that is an opinion, with reaction, comment and messageId as its data.</summary>
    public const string Verb = "feedback";

    private const int LongestId = 500;
    private const int LongestComment = 4_000;

    private const string Insert = """
        insert into turns.feedback (tenant_id, turn_id, member_id, message_id, reaction, comment, given_at)
        values (@TenantId, @TurnId, @MemberId, @messageId, @reaction, @comment, @Now)
        on conflict do nothing
        """;

    // Some channels name a message by ids of their own: the opinion is taken to be about the last answer in the conversation.
    private const string Rated = """
        select t.turn_id
        from turns.turn t
        join turns.turn press on press.tenant_id = t.tenant_id and press.conversation_id = t.conversation_id and press.turn_id = @TurnId
        where t.tenant_id = @TenantId and t.position < press.position and t.member_id = @MemberId
          and not exists (select from turns.feedback f where f.tenant_id = t.tenant_id and f.turn_id = t.turn_id)
        order by t.position desc
        limit 1
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
        Guid? rated = reaction is null ? null : Guid.TryParse(row.messageId, out var named) ? named : await scope.Connection.QueryFirstOrDefaultAsync<Guid?>(new(Rated, row, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
        foreach (var taker in rated is null ? [] : takers)
            await taker.TakeAsync(asker, rated!.Value, !reaction!.StartsWith("dis", StringComparison.OrdinalIgnoreCase), comment, cancellationToken);
        return new() { Result = new SkillResult { Status = ResultStatus.Answered, Text = "Thank you, your feedback is noted." } };
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
