using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Query;

public enum Comparison
{
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,

    /// <summary>Both ends included.</summary>
    Between,
    Contains,
    StartsWith,
    EndsWith,
    Empty,
    NotEmpty,
}

/// <summary>What must hold of a row. Exactly one of four kinds: a field beside values, a field beside another, a related row that exists
/// or does not, or a total over related rows.</summary>
public sealed record Condition
{
    /// <summary>Field or formula that is compared.</summary>
    public string? Field { get; init; }

    public Comparison Is { get; init; }

    /// <summary>Any of them for <see cref="Comparison.Equal"/>; two for <see cref="Comparison.Between"/>. Numbers and days are written plainly.</summary>
    public IReadOnlyList<string> Values { get => field ?? []; init; }

    /// <summary>Compared with this field or formula instead of values.</summary>
    public string? Other { get; init; }

    /// <summary>Compared with the mean, least or most of the same field over all rows.</summary>
    public Model.Aggregate? Overall { get; init; }

    /// <summary>The rows over which <see cref="Overall"/> is taken: those that have the same value in this field; null for all.</summary>
    public string? OverallPer { get; init; }

    /// <summary>A row of this entity must belong to the row, or with <see cref="Not"/> must not.</summary>
    public string? Has { get; init; }

    /// <summary>What must hold of that row.</summary>
    public IReadOnlyList<Condition> With { get => field ?? []; init; }

    public bool Not { get; init; }

    /// <summary>This total over the rows of each <see cref="Per"/> is compared with the first value.</summary>
    public MeasureUse? Total { get; init; }

    public string? Per { get; init; }

    /// <summary>Any of them holds.</summary>
    public IReadOnlyList<Condition> Any { get => field ?? []; init; }

    public static Condition Compare(string field, Comparison comparison, params IReadOnlyList<string> values) =>
        new() { Field = field, Is = comparison, Values = values };

    public static Condition Days(string field, Period period) =>
        new() { Field = field, Is = Comparison.Between, Values = [Day(period.From), Day(period.To)] };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
