using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Turns;

internal sealed class GivenAnswerStore(FactoryDatabase database) : IGivenAnswers
{
    private const string Last = """
        select t.turn_id, t.question, t.answer
        from turns.turn asked
        join turns.turn t on t.tenant_id = @tenantId and t.conversation_id = asked.conversation_id and t.position < asked.position
        where asked.tenant_id = @tenantId and asked.turn_id = @beforeTurn and t.state > 0 and t.question is not null
            and t.function is distinct from 'reports_answer'
        order by t.position desc
        limit 1
        """;

    private const string One = """
        select t.turn_id, t.question, t.answer
        from turns.turn beside
        join turns.turn t on t.tenant_id = @tenantId and t.conversation_id = beside.conversation_id and t.turn_id = @turnId
        where beside.tenant_id = @tenantId and beside.turn_id = @besideTurn and t.state > 0 and t.question is not null
        """;

    /// <summary>The functions that show an answer again and have none of their own; skills cannot be asked for them here, because they ask for answers.</summary>
    internal const string ShowingAgain = "downloads_answer analysis_chart";

    // What is looked back at: further, nobody knows what "that" is. A file and another picture are of an answer, and no answer themselves.
    // The turn that asks is not stored yet where it only reads.
    private const string LastOfAsker = $"""
        select t.question, t.reply
        from turns.turn t
        where t.tenant_id = @tenantId and t.conversation_id = @conversationId and t.member_id = @memberId and t.turn_id <> @turnId
            and t.state > 0 and t.question is not null and t.reply is not null
            and coalesce(t.function, '') <> all (string_to_array('{ShowingAgain}', ' '))
        order by t.position desc
        limit 5
        """;

    public async Task<GivenResult?> LastResultAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var rows = await scope.Connection.QueryAsync<(string Question, string Reply)>(new(
            LastOfAsker, new { tenantId = asker.TenantId, memberId = asker.MemberId, turnId = asker.TurnId, conversationId = asker.ConversationId }, cancellationToken: cancellationToken));
        return rows.Select(row => new GivenResult(row.Question, ReplyJson.Read(row.Reply).Result))
            .FirstOrDefault(given => given.Result is { Status: ResultStatus.Answered, Card: not null });
    }

    public Task<GivenAnswer?> LastAsync(Guid tenantId, Guid beforeTurn, CancellationToken cancellationToken) =>
        ReadAsync(tenantId, Last, new { tenantId, beforeTurn }, cancellationToken);

    public Task<GivenAnswer?> FindAsync(Guid tenantId, Guid turnId, Guid besideTurn, CancellationToken cancellationToken) =>
        ReadAsync(tenantId, One, new { tenantId, turnId, besideTurn }, cancellationToken);

    private async Task<GivenAnswer?> ReadAsync(Guid tenantId, string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return await scope.Connection.QuerySingleOrDefaultAsync<GivenAnswer>(new(sql, parameters, cancellationToken: cancellationToken));
    }
}
