using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>A question as a structure. Fields are written <c>entity.column</c>, or <c>entity@key_column.column</c> where one of several
/// foreign keys is meant. The same query always compiles to the same SQL.</summary>
public sealed record AnalysisQuery
{
    /// <summary>The entity whose rows are listed, where no measure is asked for.</summary>
    public string? Of { get; init; }

    /// <summary>Fields of a list, or further fields beside a grouped entity.</summary>
    public IReadOnlyList<string> Show { get => field ?? []; init; }

    public IReadOnlyList<MeasureUse> Measures { get => field ?? []; init; }

    public IReadOnlyList<Dimension> By { get => field ?? []; init; }

    /// <summary>All must hold.</summary>
    public IReadOnlyList<Condition> Where { get => field ?? []; init; }

    /// <summary>Conditions on measures, after grouping.</summary>
    public IReadOnlyList<Having> Having { get => field ?? []; init; }

    /// <summary>Figures computed from measures: ratio, share, change.</summary>
    public IReadOnlyList<Computed> Compute { get => field ?? []; init; }

    public IReadOnlyList<OrderBy> Order { get => field ?? []; init; }

    public int? Limit { get; init; }

    /// <summary>How the rows that the limit leaves are arranged, where that is not the order in which they were the first.</summary>
    public IReadOnlyList<OrderBy> Arrange { get => field ?? []; init; }

    /// <summary>The limit holds within each value of the first so many dimensions; 0: over all.</summary>
    public int LimitWithin { get; init; }

    /// <summary>Rows that are level with the last one are shown too.</summary>
    public bool Ties { get; init; }

    /// <summary>Equal rows of a list once.</summary>
    public bool Distinct { get; init; }

    /// <summary>Things without a row are shown with 0.</summary>
    public bool KeepEmpty { get; init; }

    /// <summary>The last dimension, a time, is folded away again: the average (or highest, lowest, median) over the times of what was summed for each.</summary>
    public Aggregate? Fold { get; init; }

    /// <summary>What the answer says yes or no to.</summary>
    public Verdict? Verdict { get; init; }
}

/// <summary>What is computed for each group.</summary>
/// <param name="Name">Its title in the answer, unique in the query.</param>
/// <param name="Formula">Fields and arithmetic, "*" for rows; <c>days(a, b)</c> is the time from a to b.</param>
public sealed record MeasureUse(string Name, Aggregate Aggregate, string Formula, string? Unit = null)
{
    /// <summary>The entity whose rows are counted where the formula is "*".</summary>
    public string? Entity { get; init; }

    /// <summary>A formula over the same rows whose sum it is divided by: a rate. In percent where the unit is "%".</summary>
    public string? Over { get; init; }

    /// <summary>Conditions for this measure alone.</summary>
    public IReadOnlyList<Condition> Where { get => field ?? []; init; }
}

/// <summary>What is grouped by: a field, a grain of a date, or an entity (one group for each of its rows).</summary>
public sealed record Dimension
{
    public string? Field { get; init; }
    public string? Entity { get; init; }
    public TimePart? Part { get; init; }

    /// <summary>Its title in the answer.</summary>
    public string? Title { get; init; }
}

public enum TimePart
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Hour,

    /// <summary>Monday to Sunday, whatever the week.</summary>
    Weekday,
    MonthOfYear,
    HourOfDay,
}

public sealed record Having(string Measure, Comparison Is, decimal Value)
{
    public decimal? To { get; init; }

    /// <summary>The value is the mean over all groups instead.</summary>
    public bool Mean { get; init; }
}

public enum ComputedKind
{
    /// <summary>Left ÷ right.</summary>
    Ratio,

    /// <summary>Left ÷ right in percent.</summary>
    Percent,

    /// <summary>Left as a percentage of its sum over all groups.</summary>
    Share,

    /// <summary>From right to left in percent of right.</summary>
    Growth,

    /// <summary>Left − right.</summary>
    Difference,

    /// <summary>From the time before to this one, in percent of the time before.</summary>
    GrowthOverTime,

    /// <summary>From the time before to this one.</summary>
    ChangeOverTime,

    /// <summary>Sum from the first row to this one.</summary>
    Running,
}

public sealed record Computed(string Name, ComputedKind Kind, string Left, string? Right = null)
{
    /// <summary>The ratio is told for so many: stops per 1,000 jobs.</summary>
    public decimal? Times { get; init; }
}

/// <param name="Field">A measure's or a computed figure's name, a field, or an entity.</param>
public sealed record OrderBy(string Field, bool Descending = false);
