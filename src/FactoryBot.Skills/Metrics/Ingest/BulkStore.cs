using FactoryBot.Skills.Database;
using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics.Ingest;

/// <param name="SqlType">As the temporary table declares it.</param>
internal readonly record struct BulkColumn(string Name, string SqlType, NpgsqlDbType Type);

/// <summary>Copies rows into a temporary table of the transaction. PostgreSQL refuses COPY into a table with row-level security, so
/// rows go from there on with an INSERT, which the policy checks.</summary>
internal static class BulkStore
{
    /// <param name="table">A name of ours, never a user's text.</param>
    public static async Task CopyAsync<T>(
        TenantScope scope, string table, IReadOnlyList<BulkColumn> columns, IEnumerable<T> rows, Func<T, object?[]> values, CancellationToken cancellationToken)
    {
        var declared = string.Join(", ", columns.Select(column => $"{column.Name} {column.SqlType}"));
        await using (var create = new NpgsqlCommand($"create temporary table {table} ({declared}) on commit drop", scope.Connection))
            await create.ExecuteNonQueryAsync(cancellationToken);
        var names = string.Join(", ", columns.Select(column => column.Name));
        await using var import = await scope.Connection.BeginBinaryImportAsync($"copy {table} ({names}) from stdin (format binary)", cancellationToken);
        foreach (var row in rows)
        {
            await import.StartRowAsync(cancellationToken);
            var cells = values(row);
            for (var i = 0; i < columns.Count; i++)
            {
                if (cells[i] is { } cell)
                    await import.WriteAsync(cell, columns[i].Type, cancellationToken);
                else
                    await import.WriteNullAsync(cancellationToken);
            }
        }

        await import.CompleteAsync(cancellationToken);
    }
}
