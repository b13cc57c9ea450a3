using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Metrics.Output;

internal sealed class OutputStore(FactoryDatabase database)
{
    /// <summary>The parts named in quality issues, by type of defect, the most first. Issues name no product, so a product filter does not
    /// apply to them.</summary>
    public Task<List<Defect>> DefectsAsync(Guid tenantId, FactFilter filter, CancellationToken cancellationToken)
    {
        const string sql = """
            select d.name, sum(i.parts)::bigint, sum(i.issues)::bigint
            from (
                select defect_type_id, parts_affected as parts, issues from plant.roll_issue
                where month >= $6 and month < $7 and ($8::int is null or site_id = $8)
                  and ($4::int[] is null or shift_id = any ($4))
                union all
                select defect_type_id, parts_affected, 1 from plant.fact_quality_issue
                where (day between $1 and least($2, $6 - 1) or day between greatest($1, $7) and $2)
                  and ($3::int[] is null or machine_id = any ($3))
                  and ($4::int[] is null or shift_id = any ($4))
                  and ($5::int is null or true)) i
            join plant.dim_defect_type d on d.defect_type_id = i.defect_type_id
            group by d.name
            having sum(i.issues) > 0
            order by 2 desc, 1
            """;
        return ReadAsync(
            tenantId, sql, filter, r => new Defect(r.GetString(0), r.GetInt64(1), r.GetInt64(2)), cancellationToken, filter.SiteMonths);
    }

    /// <summary>What was counted in each hour, in order. Hourly counts name no work order, so a product filter does not apply to them.</summary>
    public Task<List<HourCount>> HoursAsync(Guid tenantId, FactFilter filter, CancellationToken cancellationToken)
    {
        const string sql = """
            select machine_id, hour_at, sum(total_count), sum(good_count), sum(scrap_count)
            from plant.fact_unit_count
            where day between $1 and $2
              and ($3::int[] is null or machine_id = any ($3))
              and ($4::int[] is null or shift_id = any ($4))
              and ($5::int is null or true)
            group by 1, 2
            order by 2, 1
            """;
        return ReadAsync(
            tenantId,
            sql,
            filter,
            r => new HourCount(r.GetInt32(0), r.GetFieldValue<DateTimeOffset>(1), new(r.GetInt64(2), r.GetInt64(3), r.GetInt64(4))),
            cancellationToken);
    }

    /// <summary>How many shifts made anything, each of its days by itself. Shifts of the same name at several sites are one.</summary>
    public async Task<int> ShiftsAsync(Guid tenantId, FactFilter filter, CancellationToken cancellationToken)
    {
        const string sql = """
            select count(*)::int
            from (
                select distinct p.day, s.name
                from plant.fact_production p
                join plant.dim_shift s on s.shift_id = p.shift_id
                where p.day between $1 and $2
                  and ($3::int[] is null or p.machine_id = any ($3))
                  and ($4::int[] is null or p.shift_id = any ($4))
                  and ($5::int is null or exists (select from plant.work_order w where w.work_order_id = p.work_order_id and w.product_id = $5))
                  and ($6::int is null or p.work_order_id = $6)
                  and p.total_count > 0) shifts
            """;
        return (await ReadAsync(tenantId, sql, filter, r => r.GetInt32(0), cancellationToken, ofOrder: true))[0];
    }

    /// <summary>The work orders with rows in these days: what each machine has made of them then, and since they were begun.</summary>
    public Task<List<OrderCount>> OrdersAsync(Guid tenantId, FactFilter filter, CancellationToken cancellationToken)
    {
        const string sql = """
            select w.work_order_id, w.number, w.line_id, w.product_id, s.name, w.starts_on, w.due_on, w.quantity, f.machine_id,
                   coalesce(sum(f.total_count) filter (where f.day >= $1), 0),
                   coalesce(sum(f.good_count) filter (where f.day >= $1), 0),
                   coalesce(sum(f.scrap_count) filter (where f.day >= $1), 0),
                   sum(f.good_count)
            from plant.work_order w
            join plant.dim_job_status s on s.job_status_id = w.job_status_id
            join plant.fact_production f on f.work_order_id = w.work_order_id and f.day between least($1, w.starts_on) and $2
            where w.work_order_id in (
                    select work_order_id from plant.fact_production
                    where day between $1 and $2
                      and ($3::int[] is null or machine_id = any ($3))
                      and ($4::int[] is null or shift_id = any ($4)))
              and ($3::int[] is null or f.machine_id = any ($3))
              and ($4::int[] is null or f.shift_id = any ($4))
              and ($5::int is null or w.product_id = $5)
            group by w.work_order_id, w.number, w.line_id, w.product_id, s.name, w.starts_on, w.due_on, w.quantity, f.machine_id
            order by w.starts_on, w.number, f.machine_id
            """;
        return ReadAsync(
            tenantId,
            sql,
            filter,
            r => new OrderCount(
                new(r.GetInt32(0), r.GetString(1), r.GetInt32(2), r.GetInt32(3), r.GetString(4), r.GetFieldValue<DateOnly>(5), r.GetFieldValue<DateOnly>(6), r.GetInt32(7)),
                r.GetInt32(8),
                new(r.GetInt64(9), r.GetInt64(10), r.GetInt64(11)),
                r.GetInt64(12)),
            cancellationToken);
    }

    private async Task<List<T>> ReadAsync<T>(
        Guid tenantId,
        string sql,
        FactFilter filter,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken,
        (DateOnly First, DateOnly After)? months = null,
        bool ofOrder = false)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await using var command = new NpgsqlCommand(sql, scope.Connection);
        filter.AddTo(command.Parameters);
        if (ofOrder)
            command.Parameters.Add(new() { Value = (object?)filter.WorkOrderId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer });
        if (months is { } summed)
        {
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = summed.First });
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = summed.After });
            command.Parameters.Add(new() { Value = (object?)filter.SiteId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }
}

/// <param name="Parts">Parts affected in all issues of the type.</param>
internal sealed record Defect(string Name, long Parts, long Issues);

/// <param name="HourAt">The instant at which the hour begins.</param>
internal sealed record HourCount(int MachineId, DateTimeOffset HourAt, Pieces Pieces);

/// <param name="Quantity">What the order asks for, in pieces.</param>
internal sealed record WorkOrder(
    int Id, string Number, int LineId, int ProductId, string Status, DateOnly StartsOn, DateOnly DueOn, int Quantity);

/// <param name="Pieces">Counted at the machine for the order in the days asked for.</param>
/// <param name="GoodSinceStart">Good pieces counted at the machine for the order since it was begun, up to the last day asked for.</param>
internal sealed record OrderCount(WorkOrder Order, int MachineId, Pieces Pieces, long GoodSinceStart);
