using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Cards;

/// <summary>Anything that stands in the body of a card.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(Badge), "Badge")]
[JsonDerivedType(typeof(ProgressBar), "ProgressBar")]
[JsonDerivedType(typeof(Image), "Image")]
[JsonDerivedType(typeof(Icon), "Icon")]
[JsonDerivedType(typeof(CodeBlock), "CodeBlock")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(LineChart), "Chart.Line")]
[JsonDerivedType(typeof(VerticalBarChart), "Chart.VerticalBar")]
[JsonDerivedType(typeof(GroupedBarChart), "Chart.VerticalBar.Grouped")]
[JsonDerivedType(typeof(HorizontalBarChart), "Chart.HorizontalBar")]
[JsonDerivedType(typeof(StackedBarChart), "Chart.HorizontalBar.Stacked")]
[JsonDerivedType(typeof(DonutChart), "Chart.Donut")]
[JsonDerivedType(typeof(PieChart), "Chart.Pie")]
[JsonDerivedType(typeof(GaugeChart), "Chart.Gauge")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(NumberInput), "Input.Number")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(TimeInput), "Input.Time")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
[JsonDerivedType(typeof(ChoiceSetInput), "Input.ChoiceSet")]
public abstract record CardElement
{
    public string? Id { get; init; }

    public bool? IsVisible { get; init; }

    /// <summary>A line above the element.</summary>
    public bool? Separator { get; init; }

    public Spacing? Spacing { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }

    /// <summary>Shows the element only at this width: VeryNarrow, Narrow, Standard, Wide, or with atLeast: or atMost: before it.</summary>
    public string? TargetWidth { get; init; }

    /// <summary>What a client shows that does not know the element. Elements that only Teams knows make their own, because
    /// without one they vanish elsewhere.</summary>
    public CardElement? Fallback
    {
        get => field ?? OwnFallback();
        init;
    }

    [JsonIgnore]
    internal virtual IEnumerable<CardElement> Children => [];

    [JsonIgnore]
    internal virtual IEnumerable<CardAction> OwnActions => [];

    protected virtual CardElement? OwnFallback() => null;
}
