using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Cards;

/// <summary>An Adaptive Card as a skill builds it: typed elements, no JSON by hand.</summary>
public sealed record AdaptiveCard
{
    // A host that knows only an older version shows FallbackText; Teams and the npm renderer both know 1.5.
    private const string KnownEverywhere = "1.5";

    public string Type { get; } = "AdaptiveCard";

    public string Version { get; init; } = KnownEverywhere;

    [JsonConverter(typeof(CardBodyConverter))]
    public required IReadOnlyList<CardElement> Body { get; init; }

    public IReadOnlyList<CardAction>? Actions { get; init; }

    /// <summary>Plain words for a client that cannot draw the card, and for the toast.</summary>
    public string? FallbackText { get; init; }

    /// <summary>What a screen reader says; null: the client reads the content.</summary>
    public string? Speak { get; init; }

    /// <summary>BCP 47 of the words on the card.</summary>
    public string? Lang { get; init; }

    public CardRefresh? Refresh { get; init; }

    /// <summary>Full width by default: tables and charts need it.</summary>
    public TeamsCardSettings? Msteams { get; init; } = TeamsCardSettings.FullWidth;
}

/// <summary>Lets Teams fetch a newer card when it is shown; without user ids for everybody in a small chat.</summary>
/// <param name="Action">An <see cref="ExecuteAction"/>, declared as an action so that its type is written.</param>
public sealed record CardRefresh(CardAction Action, IReadOnlyList<string>? UserIds = null);

public sealed record TeamsCardSettings(string? Width = null)
{
    public static TeamsCardSettings FullWidth { get; } = new("Full");
}
