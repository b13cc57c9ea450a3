using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Answers;

/// <summary>A query that was run, with all that an answer tells of it.</summary>
internal sealed record QueryAnswer
{
    public required Guid Id { get; init; }
    public required string Source { get; init; }
    public required string SourceTitle { get; init; }
    public string? Question { get; init; }
    public AnalysisQuery? Query { get; init; }
    public required string Sql { get; init; }
    public required IReadOnlyList<OutColumn> Columns { get; init; }
    public required IReadOnlyList<object?[]> Rows { get; init; }

    /// <summary>There are more rows than are held.</summary>
    public bool More { get; init; }

    public int Milliseconds { get; init; }

    /// <summary>Measures, filters and times in words.</summary>
    public IReadOnlyList<string> How { get; init; } = [];

    public IReadOnlyList<string> Caveats { get; init; } = [];
    public string? Chart { get; init; }
    /// <summary>Which page of the rows is shown, the first is 0.</summary>
    public int Page { get; init; }

    public string Period { get; init; } = "all data";
    public DateTimeOffset? LoadedAt { get; init; }

    /// <summary>When the rows were read, where they come from memory.</summary>
    public DateTimeOffset? CachedAt { get; init; }

    /// <summary>Who checked this answer, and when.</summary>
    public string? VerifiedBy { get; init; }

    /// <summary>Columns for people, with their place in a row.</summary>
    public IEnumerable<(OutColumn Column, int At)> Shown => Columns.Select((c, i) => (c, i)).Where(c => c.c.Role != OutRole.Detail);

    /// <summary>The figure that was asked for: what was computed, of what stands beside it; null where there is none.</summary>
    public (OutColumn Column, int At)? Lead
    {
        get
        {
            var figures = Shown.Where(c => c.Column.Role == OutRole.Measure).ToList();
            return figures.Count == 0 ? null
                : figures.Count > 1 && Query?.Compute.Count > 0 && figures[^1].Column.Kind != DataKind.Whole ? figures[^1] : figures[0];
        }
    }
}
