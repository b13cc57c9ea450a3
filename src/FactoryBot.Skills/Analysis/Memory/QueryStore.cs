using System.Text.Json;
using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Analysis.Memory;

/// <summary>A query as it is remembered.</summary>
internal sealed record StoredQuery
{
    /// <summary>Status of a question that has no query yet: its words can mean several things.</summary>
    public const string AskedBack = "asked_back";

    public Guid QueryId { get; init; }
    public DateTime AskedAt { get; init; }
    public Guid MemberId { get; init; }
    public string Asker { get; init; } = "";
    public string Source { get; init; } = "";
    public string? Sentence { get; init; }
    public string? Query { get; init; }
    public string Sql { get; init; } = "";
    public string Status { get; init; } = "";
    public int RowCount { get; init; }
    public int Milliseconds { get; init; }
    public string? ResultHash { get; init; }
    public string DataVersion { get; init; } = "";
    public string? Answer { get; init; }

    /// <summary>Which page of the rows was shown, the first is 0.</summary>
    public int Page { get; init; }
}

/// <summary>An answer that somebody has checked.</summary>
internal sealed record VerifiedQuery
{
    public Guid VerifiedId { get; init; }
    public string Source { get; init; } = "";
    public string[] Sentences { get; init; } = [];
    public string? Query { get; init; }
    public string Sql { get; init; } = "";
    public string VerifiedBy { get; init; } = "";
    public DateTime VerifiedAt { get; init; }
    public string? ResultHash { get; init; }

    /// <summary>Who is told of differences; null for answers that were verified before anybody was.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Tables and rows against which it was checked last.</summary>
    public string? CheckedVersion { get; init; }

    public string? CheckedHash { get; init; }
}

internal sealed class QueryStore(FactoryDatabase database)
{
    private const string Fields = "query_id, asked_at, member_id, asker, source, sentence, query::text as query, sql, status, row_count, milliseconds, result_hash, data_version, page";

    public async Task SaveAsync(Guid tenantId, StoredQuery query, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into analysis.query (tenant_id, query_id, asked_at, member_id, asker, source, sentence, query, sql, status, row_count, milliseconds, result_hash, data_version, answer, page)
            values (@tenantId, @QueryId, @AskedAt, @MemberId, @Asker, @Source, @Sentence, @Query::jsonb, @Sql, @Status, @RowCount, @Milliseconds, @ResultHash, @DataVersion, @Answer::jsonb, @Page)
            on conflict (tenant_id, query_id) do nothing
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(
            sql,
            new
            {
                tenantId, query.QueryId, query.AskedAt, query.MemberId, query.Asker, query.Source, query.Sentence, query.Query, query.Sql, query.Status, query.RowCount,
                query.Milliseconds, query.ResultHash, query.DataVersion, query.Answer, query.Page,
            },
            cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }

    /// <summary>A member reads his own; with <paramref name="memberId"/> null anybody's of the tenant.</summary>
    public async Task<StoredQuery?> FindAsync(Guid tenantId, Guid queryId, Guid? memberId, CancellationToken cancellationToken)
    {
        const string sql = $"select {Fields}, answer::text as answer from analysis.query where query_id = @queryId and (@memberId::uuid is null or member_id = @memberId)";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return await scope.Connection.QuerySingleOrDefaultAsync<StoredQuery>(new(sql, new { queryId, memberId }, cancellationToken: cancellationToken));
    }

    public async Task<IReadOnlyList<StoredQuery>> LastAsync(Guid tenantId, Guid memberId, int count, CancellationToken cancellationToken)
    {
        const string sql = $"select {Fields} from analysis.query where member_id = @memberId and status <> '{StoredQuery.AskedBack}' order by asked_at desc limit @count";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return (await scope.Connection.QueryAsync<StoredQuery>(new(sql, new { memberId, count }, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>What the member asked last, also where it was asked back and still waits for a choice.</summary>
    public async Task<StoredQuery?> LatestAsync(Guid tenantId, Guid memberId, CancellationToken cancellationToken)
    {
        const string sql = $"select {Fields} from analysis.query where member_id = @memberId order by asked_at desc, status = '{StoredQuery.AskedBack}' limit 1";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return await scope.Connection.QuerySingleOrDefaultAsync<StoredQuery>(new(sql, new { memberId }, cancellationToken: cancellationToken));
    }

    public async Task<(bool SafeMode, IReadOnlyList<VerifiedQuery> Verified)> RulesAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        const string safe = "select coalesce((select safe_mode from analysis.setting), false)";
        const string all = $"select {VerifiedStore.Fields} from analysis.verified order by verified_at";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var mode = await scope.Connection.QuerySingleAsync<bool>(new(safe, cancellationToken: cancellationToken));
        return (mode, (await scope.Connection.QueryAsync<VerifiedQuery>(new(all, cancellationToken: cancellationToken))).AsList());
    }

    public async Task VerifyAsync(Guid tenantId, VerifiedQuery verified, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into analysis.verified (tenant_id, verified_id, source, sentences, query, sql, verified_by, verified_at, result_hash, owner_id)
            values (@tenantId, @VerifiedId, @Source, @Sentences, @Query::jsonb, @Sql, @VerifiedBy, @VerifiedAt, @ResultHash, @OwnerId)
            on conflict (tenant_id, verified_id) do update
            set sentences = excluded.sentences, verified_by = excluded.verified_by, verified_at = excluded.verified_at, result_hash = excluded.result_hash, owner_id = excluded.owner_id, checked_version = null, checked_hash = null
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(
            sql,
            new { tenantId, verified.VerifiedId, verified.Source, verified.Sentences, verified.Query, verified.Sql, verified.VerifiedBy, verified.VerifiedAt, verified.ResultHash, verified.OwnerId },
            cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }

    public async Task SetSafeModeAsync(Guid tenantId, bool on, CancellationToken cancellationToken)
    {
        const string sql = "insert into analysis.setting (tenant_id, safe_mode) values (@tenantId, @on) on conflict (tenant_id) do update set safe_mode = excluded.safe_mode";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(sql, new { tenantId, on }, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }
}
