using Dapper;
using FactoryBot.Skills.Database;

namespace FactoryBot.Skills.Analysis.Sources;

/// <summary>A connected database as it is stored; the connection only sealed.</summary>
internal sealed record StoredSource
{
    public string Name { get; init; } = "";
    public byte[] Secret { get; init; } = [];
    public string[] Schemas { get; init; } = [];
    public string[] Tables { get; init; } = [];
    public string LowestRole { get; init; } = "viewer";
    public string? Model { get; init; }
}

internal sealed class SourceStore(FactoryDatabase database)
{
    public async Task<IReadOnlyList<StoredSource>> AllAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        const string sql = "select name, secret, schemas, tables, lowest_role, model from analysis.source order by name";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        return (await scope.Connection.QueryAsync<StoredSource>(new(sql, cancellationToken: cancellationToken))).AsList();
    }

    public async Task SaveAsync(Guid tenantId, StoredSource source, CancellationToken cancellationToken)
    {
        const string sql = """
            insert into analysis.source (tenant_id, name, secret, schemas, tables, lowest_role, model)
            values (@tenantId, @Name, @Secret, @Schemas, @Tables, @LowestRole, @Model)
            on conflict (tenant_id, name) do update
            set secret = excluded.secret, schemas = excluded.schemas, tables = excluded.tables, lowest_role = excluded.lowest_role, model = excluded.model
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await scope.Connection.ExecuteAsync(new(
            sql, new { tenantId, source.Name, source.Secret, source.Schemas, source.Tables, source.LowestRole, source.Model }, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
    }

    public async Task<bool> RemoveAsync(Guid tenantId, string name, CancellationToken cancellationToken)
    {
        const string sql = "delete from analysis.source where name = @name";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var removed = await scope.Connection.ExecuteAsync(new(sql, new { name }, cancellationToken: cancellationToken));
        await scope.CommitAsync(cancellationToken);
        return removed > 0;
    }

    /// <summary>The version of the plant's data and when it was loaded; null where nothing was ever loaded.</summary>
    public async Task<(long Version, DateTimeOffset LoadedAt)?> PlantAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        const string sql = "select version, loaded_at from plant.load order by version desc limit 1";
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var found = await scope.Connection.QuerySingleOrDefaultAsync<(long Version, DateTime LoadedAt)?>(new(sql, cancellationToken: cancellationToken));
        return found is { } load ? (load.Version, new DateTimeOffset(DateTime.SpecifyKind(load.LoadedAt, DateTimeKind.Utc))) : null;
    }
}
