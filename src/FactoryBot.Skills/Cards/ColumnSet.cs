namespace FactoryBot.Skills.Cards;

public sealed record ColumnSet : CardElement
{
    public required IReadOnlyList<Column> Columns { get; init; }

    internal override IEnumerable<CardElement> Children => Columns.SelectMany(c => c.Items);

    public static ColumnSet Of(params IReadOnlyList<Column> columns) => new() { Columns = columns };
}

public sealed record Column
{
    public string Type { get; } = "Column";

    /// <summary>"auto", "stretch", a weight such as "2", or pixels such as "50px".</summary>
    public string Width { get; init; } = "stretch";

    public required IReadOnlyList<CardElement> Items { get; init; }

    public ContainerStyle? Style { get; init; }

    public Spacing? Spacing { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    public static Column Of(params IReadOnlyList<CardElement> items) => new() { Items = items };

    public static Column Auto(params IReadOnlyList<CardElement> items) => new() { Width = "auto", Items = items };
}
