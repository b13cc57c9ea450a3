using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Parsing;

internal enum ItemKind
{
    /// <summary>Something of the model: an entity, a column, a value, a measure, a filter.</summary>
    Schema,
    Number,
    Period,
    Quoted,

    /// <summary>Which, what, who, list, show.</summary>
    Ask,

    /// <summary>How many, number of.</summary>
    Count,
    HowMuch,
    Aggregate,
    Compare,
    Between,

    /// <summary>Most, highest, cheapest, latest.</summary>
    Superlative,

    /// <summary>Top, bottom, first with a number.</summary>
    Top,
    By,
    Not,
    Without,
    Preposition,
    And,
    Or,
    Share,
    Percent,
    Ratio,
    Growth,
    Order,
    Ascending,
    Descending,
    Distinct,
    TimePart,

    /// <summary>With, having, who have.</summary>
    With,
    Verb,

    /// <summary>Anything, something, any.</summary>
    Any,
    Postfix,
    Running,
    Unit,
    Filler,
    Unknown,
}

/// <summary>A run of words with one job in the sentence.</summary>
internal sealed class Item(ItemKind kind, int start, int end, string text)
{
    public ItemKind Kind { get; set; } = kind;
    public int Start { get; } = start;
    public int End { get; } = end;
    public string Text { get; } = text;
    public IReadOnlyList<Meaning> Meanings { get; set; } = [];

    /// <summary>Values of the data that read the same, which a name of the schema hides.</summary>
    public IReadOnlyList<Meaning> Hidden { get; set; } = [];

    public decimal Number { get; init; }
    public Period? Period { get; init; }
    public IReadOnlyList<Period> Readings { get; init; } = [];
    public bool Future { get; init; }
    public Comparison Comparison { get; init; }
    public Aggregate Aggregate { get; init; }
    public TimePart Part { get; init; }

    /// <summary>For superlatives: the small end.</summary>
    public bool Low { get; init; }

    /// <summary>For superlatives and comparatives of one meaning: what column words they measure ("price", "date").</summary>
    public string? Measures { get; init; }

    public bool Used { get; set; }

    public bool AfterComma { get; init; }

    public bool Is(ItemKind kind) => Kind == kind;

    public bool Has(MeaningKind kind) => Kind is ItemKind.Schema or ItemKind.Verb && Meanings.Any(m => m.Kind == kind);

    public IEnumerable<Meaning> Of(MeaningKind kind) => Meanings.Where(m => m.Kind == kind);

    public Meaning? Entity => Meanings.Where(m => m.Kind == MeaningKind.Entity).OrderBy(m => m.Weight).FirstOrDefault();

    public override string ToString() => $"{Kind}:{Text}";
}
