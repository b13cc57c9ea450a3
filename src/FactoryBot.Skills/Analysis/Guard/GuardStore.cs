using System.Diagnostics;
using System.Globalization;
using FactoryBot.Skills.Analysis.Sources;
using Npgsql;

namespace FactoryBot.Skills.Analysis.Guard;

/// <summary>Rows of one statement.</summary>
/// <param name="More">There are more than were read.</param>
internal sealed record GuardedRows(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows, bool More, int Milliseconds);

/// <summary>Runs a statement that is not ours: one, read-only, as the analyst role, within limits, after its plan has been read.</summary>
internal sealed class GuardStore(TimeProvider time)
{
    private const double DearestCost = 5_000_000;

    /// <param name="ours">Written by our own compiler: the text is not read again, the plan is.</param>
    public async Task<(GuardedRows? Rows, GuardRefusal? Refusal)> RunAsync(
        OpenSource source, string sql, int mostRows, int seconds, bool ours, CancellationToken cancellationToken)
    {
        if (!ours && CheckStatement.Refuse(sql) is { } refused)
            return (null, refused);
        var inner = sql.Trim().TrimEnd(';').TrimEnd();
        var wrapped = string.Create(CultureInfo.InvariantCulture, $"select * from (\n{inner}\n) guarded limit {mostRows + 1}");
        try
        {
            await using var connection = await source.Data.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
            await LimitAsync(connection, source, seconds, cancellationToken);
            if (await RefusedPlanAsync(connection, source, wrapped, cancellationToken) is { } dear)
                return (null, dear);
            return (await ReadAsync(connection, wrapped, mostRows, seconds, cancellationToken), null);
        }
        catch (PostgresException e)
        {
            return (null, Refusal(e, seconds));
        }
        catch (NpgsqlException e) when (e.InnerException is TimeoutException)
        {
            return (null, GuardRefusal.Of(GuardReason.TooSlow, seconds.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static GuardRefusal Refusal(PostgresException error, int seconds) => error.SqlState switch
    {
        PostgresErrorCodes.QueryCanceled => GuardRefusal.Of(GuardReason.TooSlow, seconds.ToString(CultureInfo.InvariantCulture)),
        PostgresErrorCodes.ReadOnlySqlTransaction => GuardRefusal.Of(GuardReason.Writes, "read-only"),
        PostgresErrorCodes.ConfigurationLimitExceeded or PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.DiskFull or PostgresErrorCodes.ProgramLimitExceeded => GuardRefusal.Of(GuardReason.TooMuchMemory),
        PostgresErrorCodes.InsufficientPrivilege => GuardRefusal.Of(GuardReason.Relation, error.MessageText.Split(' ')[^1]),
        // Its message and its hint speak of the statement; detail and context may quote rows or our own wrapping.
        _ => GuardRefusal.Of(GuardReason.Database, error.Hint is { Length: > 0 } hint ? $"{error.MessageText}. {hint}" : error.MessageText),
    };

    // Set by the server's own command, which a sub-select cannot hold; for this transaction alone.
    private static async Task LimitAsync(NpgsqlConnection connection, OpenSource source, int seconds, CancellationToken cancellationToken)
    {
        var settings = string.Create(CultureInfo.InvariantCulture, $"""
            set transaction read only;
            set local statement_timeout = '{seconds}s';
            set local lock_timeout = '2s';
            set local work_mem = '32MB';
            set local max_parallel_workers_per_gather = 0;
            set local standard_conforming_strings = on;
            set local jit = off;
            """);
        if (source.TenantId is { } tenant)
            settings += $"set local factorybot.tenant_id = '{tenant:D}';";
        await using var command = new NpgsqlCommand(settings, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<GuardRefusal?> RefusedPlanAsync(NpgsqlConnection connection, OpenSource source, string wrapped, CancellationToken cancellationToken)
    {
        await using var explain = new NpgsqlCommand("explain (verbose, format json) " + wrapped, connection);
        var plan = QueryPlan.Read((string)(await explain.ExecuteScalarAsync(cancellationToken))!);
        foreach (var relation in plan.Relations.Where(r => !source.MayRead(r)))
        {
            if (await TableOfPartitionAsync(connection, relation, cancellationToken) is not { } table || !source.MayRead(table))
                return GuardRefusal.Of(GuardReason.Relation, relation);
        }
        if (plan.Functions.FirstOrDefault(f => !AllowedFunctions.Has(f)) is { } function)
            return GuardRefusal.Of(GuardReason.Function, function);
        return plan.Cost > DearestCost || plan.Rows > 1e10 ? GuardRefusal.Of(GuardReason.Cost, plan.Cost.ToString("N0", CultureInfo.InvariantCulture)) : null;
    }

    // A plan names partitions; what may be read is said of the table that they belong to.
    private static async Task<string?> TableOfPartitionAsync(NpgsqlConnection connection, string relation, CancellationToken cancellationToken)
    {
        const string sql = """
            select tn.nspname || '.' || t.relname
            from pg_catalog.pg_class p
            join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
            join pg_catalog.pg_class t on t.oid = pg_catalog.pg_partition_root(p.oid)
            join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
            where p.relispartition and pn.nspname || '.' || p.relname = $1
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = relation });
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    private async Task<GuardedRows> ReadAsync(NpgsqlConnection connection, string wrapped, int mostRows, int seconds, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await using var command = new NpgsqlCommand(wrapped, connection) { CommandTimeout = seconds + 5 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<object?[]>();
        var more = false;
        while (await reader.ReadAsync(cancellationToken))
        {
            if (rows.Count == mostRows)
            {
                more = true;
                break;
            }

            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = await reader.IsDBNullAsync(i, cancellationToken) ? null : Value(reader, i);
            rows.Add(row);
        }

        return new(columns, rows, more, (int)time.GetElapsedTime(started).TotalMilliseconds);
    }

    private static object Value(NpgsqlDataReader reader, int at) => reader.GetDataTypeName(at) switch
    {
        "numeric" => Decimal(reader, at),
        "bytea" => "(binary)",
        _ => reader.GetValue(at),
    };

    // A decimal has 28 digits; what does not fit is a number that nobody reads to the end, and half of it would be another number.
    private static object Decimal(NpgsqlDataReader reader, int at)
    {
        try
        {
            return reader.GetDecimal(at);
        }
        catch (OverflowException)
        {
            return "(more than 28 digits)";
        }
    }
}
