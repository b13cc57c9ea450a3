using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Metrics.RollUps;

/// <summary>Partitions of the facts and their roll-ups, as a whole. Rows are kept in them by triggers; see the migrations.</summary>
internal sealed class RollUpStore(FactoryDatabase database)
{
    /// <summary>Makes the partitions of these days. In a transaction of its own: a loader calls it before it begins.</summary>
    public async Task MakePartitionsAsync(Guid tenantId, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var command = new NpgsqlCommand("select plant.make_partitions($1, $2)", scope.Connection);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = first });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = last });
        await command.ExecuteNonQueryAsync(cancellationToken);
        await scope.CommitAsync(cancellationToken);
    }

    /// <summary>Moves the tenant's rows of quarters without a partition into partitions of their own.</summary>
    public async Task TidyPartitionsAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var command = new NpgsqlCommand("select plant.tidy_partitions()", scope.Connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
        await scope.CommitAsync(cancellationToken);
    }

    /// <summary>Adds what writers have left since the last time up into one row for each key.</summary>
    /// <returns>How many rows became fewer.</returns>
    public async Task<long> CompactAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var command = new NpgsqlCommand("select plant.compact_rollups(tenancy.current_tenant())", scope.Connection) { CommandTimeout = 0 };
        var gone = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        await scope.CommitAsync(cancellationToken);
        return gone;
    }

    /// <summary>Computes every sum from the facts again and marks all stops.</summary>
    public async Task RebuildAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var batch = new NpgsqlBatch(scope.Connection)
        {
            Timeout = 0,
            BatchCommands =
            {
                new("select plant.rebuild_rollups(tenancy.current_tenant())"),
                new("select plant.mark_stops(tenancy.current_tenant(), null)"),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await scope.CommitAsync(cancellationToken);
    }

    /// <summary>First and last day with facts; null where there are none.</summary>
    public async Task<(DateOnly First, DateOnly Last)?> DaysAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        const string sql = """
            select least(p.first, s.first, c.first, i.first), greatest(p.last, s.last, c.last, i.last)
            from (select min(day) as first, max(day) as last from plant.fact_production) p,
                 (select min(day) as first, max(day) as last from plant.fact_production_stop) s,
                 (select min(day) as first, max(day) as last from plant.fact_unit_count) c,
                 (select min(day) as first, max(day) as last from plant.fact_quality_issue) i
            """;
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return await reader.IsDBNullAsync(0, cancellationToken) ? null : (reader.GetFieldValue<DateOnly>(0), reader.GetFieldValue<DateOnly>(1));
    }

    /// <summary>Every tenant that the register knows.</summary>
    public async Task<List<Guid>> TenantsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Host.CreateCommand("select tenant_id from tenancy.tenant");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tenants = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
            tenants.Add(reader.GetGuid(0));
        return tenants;
    }
}
