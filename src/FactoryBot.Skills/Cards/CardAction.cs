using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Cards;

/// <summary>A button. What it carries comes back untrusted: ids that are checked again, never rights.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
public abstract record CardAction
{
    public required string Title { get; init; }

    public string? Id { get; init; }

    public ActionStyle? Style { get; init; }

    /// <summary>Secondary ones go to the overflow menu.</summary>
    public ActionMode? Mode { get; init; }

    public string? Tooltip { get; init; }

    public CardAction? Fallback
    {
        get => field ?? OwnFallback();
        init;
    }

    protected virtual CardAction? OwnFallback() => null;
}

/// <summary>Answered inside the request; the answer may replace the card.</summary>
public sealed record ExecuteAction : CardAction
{
    public required string Verb { get; init; }

    public IReadOnlyDictionary<string, string>? Data { get; init; }

    public static ExecuteAction Of(string title, string verb, params IEnumerable<(string Key, string Value)> data) =>
        new() { Title = title, Verb = verb, Data = ActionData.Of(data) };

    protected override CardAction OwnFallback() => new SubmitAction
    {
        Title = Title,
        Style = Style,
        Tooltip = Tooltip,
        Data = ActionData.WithVerb(Verb, Data),
    };
}

/// <summary>Comes back as a message with the data and the inputs of the card.</summary>
public sealed record SubmitAction : CardAction
{
    public required IReadOnlyDictionary<string, string> Data { get; init; }

    public static SubmitAction Of(string title, string verb, params IEnumerable<(string Key, string Value)> data) =>
        new() { Title = title, Data = ActionData.WithVerb(verb, ActionData.Of(data)) };

    /// <summary>A button that says a sentence: pressing it is a turn with that text.</summary>
    public static SubmitAction Say(string title, string text) => Of(title, ActionData.SayVerb, ("text", text));
}

/// <summary>Opens a page in the browser. Made by <see cref="AllowedLinks"/>, which knows where links may lead.</summary>
public sealed record OpenUrlAction : CardAction
{
    public required string Url { get; init; }
}

public sealed record ShowCardAction : CardAction
{
    public required AdaptiveCard Card { get; init; }
}

public sealed record ToggleVisibilityAction : CardAction
{
    /// <summary>Ids of elements.</summary>
    public required IReadOnlyList<string> TargetElements { get; init; }
}

/// <summary>The data of buttons: strings only, with the verb among them where the wire has no place of its own for it.</summary>
public static class ActionData
{
    public const string VerbKey = "verb";
    public const string SayVerb = "say";

    internal static Dictionary<string, string>? Of(IEnumerable<(string Key, string Value)> data)
    {
        Dictionary<string, string>? result = null;
        foreach (var (key, value) in data)
            (result ??= new(StringComparer.Ordinal))[key] = value;
        return result;
    }

    internal static Dictionary<string, string> WithVerb(string verb, IReadOnlyDictionary<string, string>? data)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal) { [VerbKey] = verb };
        foreach (var (key, value) in data ?? new Dictionary<string, string>())
            result[key] = value;
        return result;
    }
}
