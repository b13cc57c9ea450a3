using Npgsql;
using NpgsqlTypes;

namespace FactoryBot.Skills.Metrics;

/// <summary>Which rows of facts a question is about, both days included.</summary>
/// <param name="MachineIds">Null: all machines.</param>
/// <param name="ShiftIds">Null: all shifts.</param>
/// <param name="ProductId">Null: all products, and what was made without a work order.</param>
internal sealed record FactFilter(DateOnly From, DateOnly To, int[]? MachineIds = null, int[]? ShiftIds = null, int? ProductId = null)
{
    /// <summary>The line that the machines are all of; null: they are not, or no roll-up of it is to be read.</summary>
    public int? LineId { get; init; }

    /// <summary>The site that the machines are all of.</summary>
    public int? SiteId { get; init; }

    /// <summary>The work order for which it was made; null: any or none. Its rows are few and are read one by one.</summary>
    public int? WorkOrderId { get; init; }

    /// <summary>The whole months inside, from the first day of the first to the day after the last; without any both lie after the days.</summary>
    public (DateOnly First, DateOnly After) WholeMonths => Whole(months: 1);

    /// <summary>The whole quarters of the calendar inside, as <see cref="WholeMonths"/> has the months.</summary>
    public (DateOnly First, DateOnly After) WholeQuarters => Whole(months: 3);

    /// <summary>The months that are summed up for sites; none for single machines and lines, whose rows are few.</summary>
    public (DateOnly First, DateOnly After) SiteMonths =>
        LineId is null && (SiteId is not null || MachineIds is null) ? WholeMonths : (To.AddDays(1), To.AddDays(1));

    /// <summary>As $1 to $5, in the order of the parameters.</summary>
    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = From });
        parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = To });
        parameters.Add(new() { Value = (object?)MachineIds ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        parameters.Add(new() { Value = (object?)ShiftIds ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        parameters.Add(new() { Value = (object?)ProductId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
    }

    private (DateOnly First, DateOnly After) Whole(int months)
    {
        DateOnly BeginOf(DateOnly day) => new(day.Year, ((day.Month - 1) / months * months) + 1, 1);
        var begin = BeginOf(From);
        var first = begin == From ? begin : begin.AddMonths(months);
        var next = To.AddDays(1);
        var after = BeginOf(next);
        return first < after ? (first, after) : (next, next);
    }
}
