using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>SQL and what its columns are.</summary>
internal sealed record CompiledQuery(string Sql, IReadOnlyList<OutColumn> Columns);

internal enum OutRole
{
    Dimension,
    Measure,

    /// <summary>In the data for programs, not in the picture for people: keys, parts of a name.</summary>
    Detail,
}

internal sealed record OutColumn(string Title, OutRole Role, DataKind Kind, string? Unit = null)
{
    public TimePart? Part { get; init; }

    /// <summary>A step of time.</summary>
    public bool IsTime => Part is TimePart.Hour or TimePart.Day or TimePart.Week or TimePart.Month or TimePart.Quarter or TimePart.Year;

    /// <summary>Some of its values are no whole numbers; then all are shown with decimals.</summary>
    public bool HasDecimals { get; init; }
}
