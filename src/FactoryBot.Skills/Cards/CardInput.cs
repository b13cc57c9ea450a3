using System.Globalization;

namespace FactoryBot.Skills.Cards;

/// <summary>A field to fill in. Clients check what is typed, but what comes back is untrusted and checked again.</summary>
public abstract record CardInput : CardElement
{
    public required string Label { get; init; }

    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }
}

public sealed record TextInput : CardInput
{
    public string? Value { get; init; }
    public string? Placeholder { get; init; }
    public bool? IsMultiline { get; init; }
    public int? MaxLength { get; init; }
    public string? Regex { get; init; }
}

public sealed record NumberInput : CardInput
{
    public double? Value { get; init; }
    public double? Min { get; init; }
    public double? Max { get; init; }
    public string? Placeholder { get; init; }
}

public sealed record DateInput : CardInput
{
    /// <summary>yyyy-MM-dd.</summary>
    public string? Value { get; init; }
    public string? Min { get; init; }
    public string? Max { get; init; }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed record TimeInput : CardInput
{
    /// <summary>HH:mm.</summary>
    public string? Value { get; init; }
    public string? Min { get; init; }
    public string? Max { get; init; }
}

public sealed record ToggleInput : CardInput
{
    public required string Title { get; init; }

    /// <summary>"true" or "false".</summary>
    public string? Value { get; init; }
    public bool Wrap { get; init; } = true;
}

public sealed record ChoiceSetInput : CardInput
{
    public required IReadOnlyList<InputChoice> Choices { get; init; }
    public string? Value { get; init; }
    public string? Placeholder { get; init; }

    /// <summary>compact, expanded or filtered.</summary>
    public string? Style { get; init; }

    /// <summary>The chosen values come back in one string with commas between them.</summary>
    public bool? IsMultiSelect { get; init; }
    public bool Wrap { get; init; } = true;
}

public sealed record InputChoice(string Title, string Value);
