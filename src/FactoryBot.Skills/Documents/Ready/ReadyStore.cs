using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Documents.Ready;

/// <summary>Answers that are kept ready.</summary>
internal static class ReadyStore
{
    public static Task<ReadyAnswer?> FindAsync(TenantScope scope, string key, CancellationToken cancellationToken) =>
        scope.Connection.QueryFirstOrDefaultAsync<ReadyAnswer?>(Command(
            """
            select a.answer_id, a.text, a.owner_name as owner, a.changed_at, array[p.phrasing] as phrasings
            from documents.ready_phrasing p
            join documents.ready_answer a on a.tenant_id = p.tenant_id and a.answer_id = p.answer_id
            where p.tenant_id = @TenantId and p.key = @key
            """,
            new { scope.TenantId, key },
            cancellationToken));

    public static async Task<IReadOnlyList<ReadyAnswer>> ListAsync(TenantScope scope, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<ReadyAnswer>(Command(
            """
            select a.answer_id, a.text, a.owner_name as owner, a.changed_at, array_agg(p.phrasing order by p.phrasing) as phrasings
            from documents.ready_answer a
            join documents.ready_phrasing p on p.tenant_id = a.tenant_id and p.answer_id = a.answer_id
            where a.tenant_id = @TenantId
            group by a.tenant_id, a.answer_id
            order by a.answer_id
            """,
            new { scope.TenantId },
            cancellationToken))).AsList();

    /// <summary>Keeps the answer for these phrasings. A phrasing that another answer had goes to this one; an answer that is left without any is gone.</summary>
    public static async Task<long> KeepAsync(
        TenantScope scope, string text, IReadOnlyList<(string Key, string Phrasing)> phrasings, Guid ownerId, string owner, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var id = await scope.Connection.QuerySingleAsync<long>(Command(
            """
            insert into documents.ready_answer (tenant_id, text, owner_id, owner_name, changed_at) values (@TenantId, @text, @ownerId, @owner, @at)
            returning answer_id
            """,
            new { scope.TenantId, text, ownerId, owner, at },
            cancellationToken));
        await scope.Connection.ExecuteAsync(Command(
            """
            insert into documents.ready_phrasing (tenant_id, key, answer_id, phrasing)
            select @TenantId, p.key, @id, p.phrasing from unnest(@keys, @texts) as p(key, phrasing)
            on conflict (tenant_id, key) do update set answer_id = excluded.answer_id, phrasing = excluded.phrasing;
            delete from documents.ready_answer a
            where a.tenant_id = @TenantId
              and not exists (select from documents.ready_phrasing p where p.tenant_id = a.tenant_id and p.answer_id = a.answer_id)
            """,
            new { scope.TenantId, id, keys = phrasings.Select(p => p.Key).ToArray(), texts = phrasings.Select(p => p.Phrasing).ToArray() },
            cancellationToken));
        return id;
    }

    public static async Task<bool> RemoveAsync(TenantScope scope, long answerId, CancellationToken cancellationToken) =>
        await scope.Connection.ExecuteAsync(Command(
            "delete from documents.ready_answer where tenant_id = @TenantId and answer_id = @answerId", new { scope.TenantId, answerId }, cancellationToken)) > 0;

    private static CommandDefinition Command(string sql, object parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, cancellationToken: cancellationToken);
}

/// <summary>An answer with the questions that it answers.</summary>
internal sealed record ReadyAnswer
{
    public long AnswerId { get; init; }
    public string Text { get; init; } = "";
    public string Owner { get; init; } = "";
    public DateTimeOffset ChangedAt { get; init; }
    public string[] Phrasings { get; init; } = [];
}
