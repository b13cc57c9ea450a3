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

    public async Task<GivenAnswer?> LastAsync(Guid tenantId, Guid beforeTurn, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return await scope.Connection.QuerySingleOrDefaultAsync<GivenAnswer>(
            new(Last, new { tenantId, beforeTurn }, cancellationToken: cancellationToken));
    }
}
