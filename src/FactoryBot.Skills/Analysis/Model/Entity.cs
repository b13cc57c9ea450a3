namespace FactoryBot.Skills.Analysis.Model;

/// <summary>One table or view as people speak of it.</summary>
public sealed record Entity
{
    /// <summary>Its name in queries, unique in the source.</summary>
    public required string Name { get; init; }

    public required string Schema { get; init; }
    public required string Table { get; init; }

    /// <summary>What people call one row, the first for answers: "order line", "order item".</summary>
    public required IReadOnlyList<string> Nouns { get; init; }

    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>Columns that identify a row; empty where none are known.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>Columns that name a row for people: the company name, or first and last name.</summary>
    public IReadOnlyList<string> Label { get; init; } = [];

    /// <summary>The date that "in 1997" means where no other is said; null where there is none.</summary>
    public string? DefaultDate { get; init; }

    public string? Comment { get; init; }

    public long Rows { get; init; }

    /// <summary>Seconds between the first and the last moment of a row, for half of the rows; null where that is not known.</summary>
    public double? TypicalSpan { get; init; }

    /// <summary>True for a row that only ties two others together.</summary>
    public bool Bridge { get; init; }

    /// <summary>True for people: their names are two columns, and others report to them.</summary>
    public bool Person { get; init; }

    public string Noun => Nouns[0];

    public Column? Find(string column) => Columns.FirstOrDefault(c => c.Name == column);
}
