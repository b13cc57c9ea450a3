using System.Text.Json;
using FactoryBot.Turns;

namespace FactoryBot.Channels.WebChat.DirectLine;

/// <summary>What a client posted, as far as it counts. Everything about who and where in it is ignored.</summary>
internal sealed record PageActivity
{
    private const int LongestText = 20_000;
    private const int LongestId = 200;

    public required PageSays Says { get; init; }

    public string Text { get; init; } = "";

    public CardPress? Press { get; init; }

    public string? Locale { get; init; }

    /// <summary>The client's own id, by which it finds its message again in the stream.</summary>
    public string? ClientId { get; init; }

    /// <returns>Null where it is no activity.</returns>
    public static PageActivity? Of(JsonElement body)
    {
        JsonElement? activity = body;
        if (body.ValueKind != JsonValueKind.Object || !body.IsText() || activity.Child("type").String() is not { } type)
            return null;
        var data = activity.Child("channelData");
        var common = new PageActivity
        {
            Says = PageSays.Nothing,
            Locale = activity.Child("locale").String() is { Length: <= 35 } locale ? locale : null,
            ClientId = (data.Child("clientActivityID") ?? data.Child("clientActivityId")).String() is { Length: > 0 and <= LongestId } id ? id : null,
        };
        return type switch
        {
            "message" => Message(common, activity, data),
            "event" when activity.Child("name").String() == Feedback.EventName => Feedback.Of(activity) is { } press
                ? common with { Says = PageSays.Something, Press = press }
                : common,
            // Typing, "I am here" and what newer clients tell.
            _ => common,
        };
    }

    private static PageActivity? Message(PageActivity common, JsonElement? activity, JsonElement? data)
    {
        var text = activity.Child("text").String() ?? "";
        if (text.Length > LongestText)
            return null;
        var value = activity.Child("value").Object();
        var verb = value.Child("verb").String();
        // A pressed button posts its data; what a button says in the person's name comes as text.
        return value is { } pressed && (verb is not null || text.Length == 0)
            ? common with { Says = PageSays.Something, Press = new(verb ?? "", pressed) }
            : common with { Says = PageSays.Something, Text = text };
    }
}

internal enum PageSays
{
    Nothing,
    Something,
}

/// <summary>A file that came with a message.</summary>
internal sealed record Upload(string Name, string MediaType, byte[] Content);
