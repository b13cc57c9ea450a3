using Npgsql;

namespace FactoryBot.Skills.Analysis.Evaluation;

/// <summary>Runs statements of a question set, and the product's own beside them, in a read-only transaction.</summary>
internal sealed class EvaluationStore(NpgsqlDataSource source)
{
    public async Task<IReadOnlyList<object?[]>> RowsAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using (var begin = new NpgsqlCommand("begin transaction read only", connection))
            await begin.ExecuteNonQueryAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = await reader.IsDBNullAsync(i, cancellationToken) ? null : reader.GetValue(i);
            rows.Add(row);
        }

        return rows;
    }
}
