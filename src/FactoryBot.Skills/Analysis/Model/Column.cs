namespace FactoryBot.Skills.Analysis.Model;

/// <summary>What a column holds.</summary>
public enum DataKind
{
    Text,
    Whole,
    Number,
    Date,
    Moment,
    Time,
    Flag,
    Span,

    /// <summary>Nothing that a question is about: bytes, JSON, vectors.</summary>
    Other,
}

/// <summary>What may be done with it.</summary>
public enum ColumnRole
{
    Attribute,
    Key,
    Label,

    /// <summary>A number that may be summed.</summary>
    Amount,

    /// <summary>A number that may be averaged, never summed: a price, a rate, a year.</summary>
    Rate,
    Flag,
    Date,
}

/// <summary>One column as people speak of it.</summary>
public sealed record Column
{
    /// <summary>Its name in queries.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in the database.</summary>
    public required string Stored { get; init; }

    public required DataKind Kind { get; init; }
    public required ColumnRole Role { get; init; }

    /// <summary>What people call it, the first for answers.</summary>
    public required IReadOnlyList<string> Phrases { get; init; }

    /// <summary>How many of the first phrases are its own name, before those that only mean the same.</summary>
    public int OwnPhrases { get; init; } = 1;

    /// <summary>Distinct values of a text column with few of them.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>True where <see cref="Values"/> holds all of them.</summary>
    public bool AllValues { get; init; }

    /// <summary>What its codes stand for, as the database's comment says: 1, emergency.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    public decimal? Least { get; init; }
    public decimal? Most { get; init; }
    public bool Nullable { get; init; }

    /// <summary>Different in every row, though not the key: a patient's record number.</summary>
    public bool Unique { get; init; }

    public string? Comment { get; init; }
    public string? Unit { get; init; }

    /// <summary>Stored as a four-byte float, whose sums would be off in the seventh digit.</summary>
    public bool ShortFloat { get; init; }

    /// <summary>A day of the plant in this kind of column is compared as a moment.</summary>
    public bool Zoned { get; init; }

    /// <summary>A day or a moment that is kept as text.</summary>
    public bool DateText { get; init; }

    /// <summary>The last day of it that is known.</summary>
    public DateOnly? Youngest { get; init; }

    /// <summary>Kept in hundredths of the money that people speak of: told, compared and summed as money.</summary>
    public bool Cents { get; init; }

    public string Phrase => Phrases[0];

    public bool IsNumber => Kind is DataKind.Whole or DataKind.Number;

    public bool IsDate => Kind is DataKind.Date or DataKind.Moment;
}
