using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics;

/// <summary>Which rows of facts a question is about, both days included.</summary>
/// <param name="MachineIds">Null: all machines.</param>
/// <param name="ShiftIds">Null: all shifts.</param>
/// <param name="ProductId">Null: all products, and what was made without a work order.</param>
internal sealed record FactFilter(DateOnly From, DateOnly To, int[]? MachineIds = null, int[]? ShiftIds = null, int? ProductId = null)
{
    /// <summary>As $1 to $5, in the order of the parameters.</summary>
    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = From });
        parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = To });
        parameters.Add(new() { Value = (object?)MachineIds ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        parameters.Add(new() { Value = (object?)ShiftIds ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        parameters.Add(new() { Value = (object?)ProductId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
    }
}
