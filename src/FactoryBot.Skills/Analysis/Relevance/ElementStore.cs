using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Vectors;

namespace FactoryBot.Skills.Analysis.Relevance;

/// <summary>An element's vector as it is known by: where it belongs and of which text it was made.</summary>
internal sealed record StoredElement
{
    public string Source { get; init; } = "";
    public string Element { get; init; } = "";
    public string Hash { get; init; } = "";
}

/// <summary>Vectors of schema elements, and which tenants need them.</summary>
internal static class ElementStore
{
    public static async Task<IReadOnlyList<Guid>> TenantsAsync(FactoryDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = await database.Host.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Guid>(Command("select * from analysis.element_tenants()", new { }, cancellationToken))).AsList();
    }

    /// <summary>From now on this tenant's elements are kept ready.</summary>
    public static Task<int> WantAsync(TenantScope scope, CancellationToken cancellationToken) => scope.Connection.ExecuteAsync(Command(
        "insert into analysis.element_tenant (tenant_id) values (@TenantId) on conflict (tenant_id) do nothing", new { scope.TenantId }, cancellationToken));

    /// <summary>What was looked at when, and what could have changed since: sources with their model files, verified questions, loads of the plant.</summary>
    public static Task<(string Seen, DateTime? LookedAt, string Now)> StateAsync(TenantScope scope, CancellationToken cancellationToken) =>
        scope.Connection.QuerySingleAsync<(string, DateTime?, string)>(Command(
            """
            select t.fingerprint, t.looked_at, md5(concat_ws('|',
                (select string_agg(concat_ws(',', s.name, md5(s.secret), s.schemas::text, s.tables::text, md5(coalesce(s.model, ''))), ';' order by s.name)
                    from analysis.source s where s.tenant_id = @TenantId),
                (select string_agg(concat_ws(',', v.verified_id, v.source, md5(v.sentences::text)), ';' order by v.verified_id) from analysis.verified v where v.tenant_id = @TenantId),
                (select max(l.version)::text from plant.load l where l.tenant_id = @TenantId)))
            from analysis.element_tenant t where t.tenant_id = @TenantId
            """,
            new { scope.TenantId },
            cancellationToken));

    public static Task<int> LookedAsync(TenantScope scope, string fingerprint, DateTimeOffset at, CancellationToken cancellationToken) => scope.Connection.ExecuteAsync(Command(
        "update analysis.element_tenant set fingerprint = @fingerprint, looked_at = @at where tenant_id = @TenantId", new { scope.TenantId, fingerprint, at }, cancellationToken));

    public static async Task<IReadOnlyList<StoredElement>> KnownAsync(TenantScope scope, string generator, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<StoredElement>(Command(
            "select source, element, hash from analysis.element where tenant_id = @TenantId and generator = @generator", new { scope.TenantId, generator }, cancellationToken))).AsList();

    public static Task<int> WriteAsync(
        TenantScope scope, string generator, IReadOnlyList<StoredElement> elements, IReadOnlyList<ReadOnlyMemory<float>> vectors, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            """
            insert into analysis.element (tenant_id, source, element, generator, hash, vector)
            select @TenantId, e.source, e.element, @generator, e.hash, e.vector::vector
            from unnest(@sources, @elements, @hashes, @vectors) as e(source, element, hash, vector)
            on conflict (tenant_id, source, element, generator) do update set hash = excluded.hash, vector = excluded.vector
            """,
            new
            {
                scope.TenantId, generator, sources = elements.Select(e => e.Source).ToArray(), elements = elements.Select(e => e.Element).ToArray(),
                hashes = elements.Select(e => e.Hash).ToArray(), vectors = vectors.Select(v => VectorText.Of(v.Span)).ToArray(),
            },
            cancellationToken));

    /// <summary>Forgets what is no more: elements that are gone, and what other ways of making vectors have left.</summary>
    public static Task<int> ForgetAsync(TenantScope scope, string generator, IReadOnlyList<StoredElement> gone, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(Command(
            """
            delete from analysis.element e
            where e.tenant_id = @TenantId and (e.generator <> @generator
                or (e.source, e.element) in (select g.source, g.element from unnest(@sources, @elements) as g(source, element)))
            """,
            new { scope.TenantId, generator, sources = gone.Select(e => e.Source).ToArray(), elements = gone.Select(e => e.Element).ToArray() },
            cancellationToken));

    /// <summary>The nearest elements of those sources, the nearest first. A few thousand are compared one by one, which takes milliseconds.</summary>
    public static async Task<IReadOnlyList<StoredElement>> NearestAsync(
        TenantScope scope, string generator, IReadOnlyList<string> sources, ReadOnlyMemory<float> vector, int most, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<StoredElement>(Command(
            """
            select source, element, hash
            from analysis.element
            where tenant_id = @TenantId and generator = @generator and source = any(@sources)
            order by vector <=> @vector::vector, source, element
            limit @most
            """,
            new { scope.TenantId, generator, sources = sources.ToArray(), vector = VectorText.Of(vector.Span), most },
            cancellationToken))).AsList();

    private static CommandDefinition Command(string sql, object parameters, CancellationToken cancellationToken) => new(sql, parameters, cancellationToken: cancellationToken);
}
