using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Cards;

[JsonConverter(typeof(CardWordConverter<Spacing>))]
public sealed class Spacing : CardWord, ICardWords<Spacing>
{
    public static readonly Spacing None = new("None");
    public static readonly Spacing ExtraSmall = new("ExtraSmall");
    public static readonly Spacing Small = new("Small");
    public static readonly Spacing Default = new("Default");
    public static readonly Spacing Medium = new("Medium");
    public static readonly Spacing Large = new("Large");
    public static readonly Spacing ExtraLarge = new("ExtraLarge");
    public static readonly Spacing Padding = new("Padding");

    private Spacing(string json) : base(json) { }

    public static IReadOnlyList<Spacing> All { get; } = [None, ExtraSmall, Small, Default, Medium, Large, ExtraLarge, Padding];
}

[JsonConverter(typeof(CardWordConverter<HorizontalAlignment>))]
public sealed class HorizontalAlignment : CardWord, ICardWords<HorizontalAlignment>
{
    public static readonly HorizontalAlignment Left = new("Left");
    public static readonly HorizontalAlignment Center = new("Center");
    public static readonly HorizontalAlignment Right = new("Right");

    private HorizontalAlignment(string json) : base(json) { }

    public static IReadOnlyList<HorizontalAlignment> All { get; } = [Left, Center, Right];
}

[JsonConverter(typeof(CardWordConverter<VerticalAlignment>))]
public sealed class VerticalAlignment : CardWord, ICardWords<VerticalAlignment>
{
    public static readonly VerticalAlignment Top = new("Top");
    public static readonly VerticalAlignment Center = new("Center");
    public static readonly VerticalAlignment Bottom = new("Bottom");

    private VerticalAlignment(string json) : base(json) { }

    public static IReadOnlyList<VerticalAlignment> All { get; } = [Top, Center, Bottom];
}

[JsonConverter(typeof(CardWordConverter<TextSize>))]
public sealed class TextSize : CardWord, ICardWords<TextSize>
{
    public static readonly TextSize Default = new("Default");
    public static readonly TextSize Small = new("Small");
    public static readonly TextSize Medium = new("Medium");
    public static readonly TextSize Large = new("Large");
    public static readonly TextSize ExtraLarge = new("ExtraLarge");

    private TextSize(string json) : base(json) { }

    public static IReadOnlyList<TextSize> All { get; } = [Default, Small, Medium, Large, ExtraLarge];
}

[JsonConverter(typeof(CardWordConverter<TextWeight>))]
public sealed class TextWeight : CardWord, ICardWords<TextWeight>
{
    public static readonly TextWeight Default = new("Default");
    public static readonly TextWeight Lighter = new("Lighter");
    public static readonly TextWeight Bolder = new("Bolder");

    private TextWeight(string json) : base(json) { }

    public static IReadOnlyList<TextWeight> All { get; } = [Default, Lighter, Bolder];
}

/// <summary>Colours by meaning: they follow light, dark and high contrast.</summary>
[JsonConverter(typeof(CardWordConverter<TextColor>))]
public sealed class TextColor : CardWord, ICardWords<TextColor>
{
    public static readonly TextColor Default = new("Default");
    public static readonly TextColor Dark = new("Dark");
    public static readonly TextColor Light = new("Light");
    public static readonly TextColor Accent = new("Accent");
    public static readonly TextColor Good = new("Good");
    public static readonly TextColor Warning = new("Warning");
    public static readonly TextColor Attention = new("Attention");

    private TextColor(string json) : base(json) { }

    public static IReadOnlyList<TextColor> All { get; } = [Default, Dark, Light, Accent, Good, Warning, Attention];
}

[JsonConverter(typeof(CardWordConverter<TextStyle>))]
public sealed class TextStyle : CardWord, ICardWords<TextStyle>
{
    public static readonly TextStyle Default = new("default");
    public static readonly TextStyle Heading = new("heading");
    public static readonly TextStyle ColumnHeader = new("columnHeader");

    private TextStyle(string json) : base(json) { }

    public static IReadOnlyList<TextStyle> All { get; } = [Default, Heading, ColumnHeader];
}

[JsonConverter(typeof(CardWordConverter<FontType>))]
public sealed class FontType : CardWord, ICardWords<FontType>
{
    public static readonly FontType Default = new("Default");
    public static readonly FontType Monospace = new("Monospace");

    private FontType(string json) : base(json) { }

    public static IReadOnlyList<FontType> All { get; } = [Default, Monospace];
}

[JsonConverter(typeof(CardWordConverter<ContainerStyle>))]
public sealed class ContainerStyle : CardWord, ICardWords<ContainerStyle>
{
    public static readonly ContainerStyle Default = new("default");
    public static readonly ContainerStyle Emphasis = new("emphasis");
    public static readonly ContainerStyle Accent = new("accent");
    public static readonly ContainerStyle Good = new("good");
    public static readonly ContainerStyle Warning = new("warning");
    public static readonly ContainerStyle Attention = new("attention");

    private ContainerStyle(string json) : base(json) { }

    public static IReadOnlyList<ContainerStyle> All { get; } = [Default, Emphasis, Accent, Good, Warning, Attention];
}

[JsonConverter(typeof(CardWordConverter<BadgeStyle>))]
public sealed class BadgeStyle : CardWord, ICardWords<BadgeStyle>
{
    public static readonly BadgeStyle Default = new("Default");
    public static readonly BadgeStyle Subtle = new("Subtle");
    public static readonly BadgeStyle Informative = new("Informative");
    public static readonly BadgeStyle Accent = new("Accent");
    public static readonly BadgeStyle Good = new("Good");
    public static readonly BadgeStyle Attention = new("Attention");
    public static readonly BadgeStyle Warning = new("Warning");

    private BadgeStyle(string json) : base(json) { }

    public static IReadOnlyList<BadgeStyle> All { get; } = [Default, Subtle, Informative, Accent, Good, Attention, Warning];
}

[JsonConverter(typeof(CardWordConverter<BadgeAppearance>))]
public sealed class BadgeAppearance : CardWord, ICardWords<BadgeAppearance>
{
    public static readonly BadgeAppearance Filled = new("Filled");
    public static readonly BadgeAppearance Tint = new("Tint");

    private BadgeAppearance(string json) : base(json) { }

    public static IReadOnlyList<BadgeAppearance> All { get; } = [Filled, Tint];
}

[JsonConverter(typeof(CardWordConverter<ProgressColor>))]
public sealed class ProgressColor : CardWord, ICardWords<ProgressColor>
{
    public static readonly ProgressColor Accent = new("Accent");
    public static readonly ProgressColor Good = new("Good");
    public static readonly ProgressColor Warning = new("Warning");
    public static readonly ProgressColor Attention = new("Attention");

    private ProgressColor(string json) : base(json) { }

    public static IReadOnlyList<ProgressColor> All { get; } = [Accent, Good, Warning, Attention];
}

[JsonConverter(typeof(CardWordConverter<ActionStyle>))]
public sealed class ActionStyle : CardWord, ICardWords<ActionStyle>
{
    public static readonly ActionStyle Default = new("default");
    public static readonly ActionStyle Positive = new("positive");
    public static readonly ActionStyle Destructive = new("destructive");

    private ActionStyle(string json) : base(json) { }

    public static IReadOnlyList<ActionStyle> All { get; } = [Default, Positive, Destructive];
}

[JsonConverter(typeof(CardWordConverter<ActionMode>))]
public sealed class ActionMode : CardWord, ICardWords<ActionMode>
{
    public static readonly ActionMode Primary = new("primary");
    public static readonly ActionMode Secondary = new("secondary");

    private ActionMode(string json) : base(json) { }

    public static IReadOnlyList<ActionMode> All { get; } = [Primary, Secondary];
}
