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
}
