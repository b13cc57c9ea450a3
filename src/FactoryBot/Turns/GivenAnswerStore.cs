using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Reports;

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
