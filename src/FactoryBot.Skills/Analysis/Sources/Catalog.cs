namespace FactoryBot.Skills.Analysis.Sources;

/// <summary>A database as its catalog describes it, before anybody gave it a meaning.</summary>
internal sealed record Catalog(IReadOnlyList<CatalogTable> Tables, IReadOnlyList<CatalogKey> Keys);

internal sealed record CatalogTable
{
    public required string Schema { get; init; }
    public required string Name { get; init; }
    public required bool View { get; init; }
    public string? Comment { get; init; }
    public long Rows { get; init; }

    /// <summary>Seconds between the first and the last moment of a row, for half of the rows; null where a row has no two.</summary>
    public double? TypicalSpan { get; set; }

    public List<CatalogColumn> Columns { get; } = [];

    /// <summary>Columns that are different in every row.</summary>
    public HashSet<string> Unique { get; } = new(StringComparer.Ordinal);

    /// <summary>Primary key, else the first unique key without nulls.</summary>
    public IReadOnlyList<string> Key { get; set; } = [];
}

internal sealed record CatalogColumn
{
    public required string Name { get; init; }
    public required string Type { get; init; }
    public bool NotNull { get; init; }
    public string? Comment { get; init; }
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Distinct texts; null where there are too many, or they were not read.</summary>
    public IReadOnlyList<string>? Values { get; set; }
    public bool AllValues { get; set; }
    public decimal? Least { get; set; }
    public decimal? Most { get; set; }
    public DateOnly? Youngest { get; set; }
}

/// <summary>A foreign key.</summary>
internal sealed record CatalogKey(string Schema, string Table, IReadOnlyList<string> Columns, string ToSchema, string ToTable, IReadOnlyList<string> ToColumns);
