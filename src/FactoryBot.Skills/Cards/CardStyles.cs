using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Cards;

[JsonConverter(typeof(JsonStringEnumConverter<Spacing>))]
public enum Spacing { None, ExtraSmall, Small, Default, Medium, Large, ExtraLarge, Padding }

[JsonConverter(typeof(JsonStringEnumConverter<HorizontalAlignment>))]
public enum HorizontalAlignment { Left, Center, Right }

[JsonConverter(typeof(JsonStringEnumConverter<VerticalAlignment>))]
public enum VerticalAlignment { Top, Center, Bottom }

[JsonConverter(typeof(JsonStringEnumConverter<TextSize>))]
public enum TextSize { Default, Small, Medium, Large, ExtraLarge }

[JsonConverter(typeof(JsonStringEnumConverter<TextWeight>))]
public enum TextWeight { Default, Lighter, Bolder }

/// <summary>Colours by meaning: they follow light, dark and high contrast.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextColor>))]
public enum TextColor { Default, Dark, Light, Accent, Good, Warning, Attention }

[JsonConverter(typeof(CamelCaseEnumConverter<TextStyle>))]
public enum TextStyle { Default, Heading, ColumnHeader }

[JsonConverter(typeof(JsonStringEnumConverter<FontType>))]
public enum FontType { Default, Monospace }

[JsonConverter(typeof(CamelCaseEnumConverter<ContainerStyle>))]
public enum ContainerStyle { Default, Emphasis, Accent, Good, Warning, Attention }

[JsonConverter(typeof(JsonStringEnumConverter<BadgeStyle>))]
public enum BadgeStyle { Default, Subtle, Informative, Accent, Good, Attention, Warning }

[JsonConverter(typeof(JsonStringEnumConverter<BadgeAppearance>))]
public enum BadgeAppearance { Filled, Tint }

[JsonConverter(typeof(JsonStringEnumConverter<ProgressColor>))]
public enum ProgressColor { Accent, Good, Warning, Attention }

[JsonConverter(typeof(CamelCaseEnumConverter<ActionStyle>))]
public enum ActionStyle { Default, Positive, Destructive }

[JsonConverter(typeof(CamelCaseEnumConverter<ActionMode>))]
public enum ActionMode { Primary, Secondary }

internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(System.Text.Json.JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
