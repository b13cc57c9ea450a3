using System.Text.Json;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Teams;

/// <summary>Turns a wire activity into what the turns understand. Pure; who may send it has been decided before.</summary>
internal static class ActivityMapping
{
    private const int LongestId = 512;

    // Stands in the id of a thread of a channel, between the channel's own and that of the thread's first message.
    private const string ThreadMark = ";messageid=";

    /// <summary>The channel of a conversation and the message that opened the thread; no message where it is no thread.</summary>
    public static (string Channel, string? Post) Thread(string id)
    {
        var at = id.IndexOf(ThreadMark, StringComparison.Ordinal);
        return at > 0 ? (id[..at], id[(at + ThreadMark.Length)..]) : (id, null);
    }

    /// <summary>What must be there before anything can be done with an activity.</summary>
    public static TeamsRefusal? Check(Activity activity) =>
        Required(activity.ServiceUrl, "serviceUrl")
        ?? Required(activity.ChannelId, "channelId")
        ?? Required(activity.Conversation?.Id, "conversation.id")
        ?? Required(activity.From?.Id, "from.id")
        ?? (activity.Type is "message" or "invoke" ? Required(activity.Id, "id") : null)
        ?? (activity.Value is { } value && !value.IsText() ? TeamsFailures.Malformed : null);

    public static InboundMessage Message(Activity activity, TeamsCaller caller, DateTimeOffset now)
    {
        var press = Pressed(activity);
        return Base(activity, caller, now) with
        {
            ActivityId = activity.Id!,
            Text = press is null ? Mentions.TextWithoutBot(activity) : "",
            Press = press,
            Files = press is null ? FileAttachments.Of(activity.Attachments) : [],
            Awaited = activity.ExpectsReplies,
            Reference = Stored(Reference(activity, caller, activity.Id, cardId: null)),
        };
    }

    /// <summary>A pressed Action.Execute, or feedback on an answer: the caller waits inside its request.</summary>
    public static InboundMessage Invoke(Activity activity, CardPress press, TeamsCaller caller, DateTimeOffset now) =>
        Base(activity, caller, now) with
        {
            ActivityId = activity.Id!,
            Press = press,
            Awaited = true,
            Reference = Stored(Reference(activity, caller, activity.Id, activity.ReplyToId)),
        };

    /// <summary>The welcome. Its id is made from the person's: whichever of the activities that announce an installation comes
    /// first, and however often, the inbox knows the person has been welcomed in this conversation.</summary>
    public static InboundMessage Joined(Activity activity, TeamsCaller caller, DateTimeOffset now) =>
        Base(activity, caller, now) with
        {
            ActivityId = "welcome:" + UserId(activity),
            Kind = InboundKind.Joined,
            Reference = Stored(Reference(activity, caller, activityId: null, cardId: null)),
        };

    public static ChannelUser User(Activity activity) =>
        new(UserId(activity), activity.From!.Name?.Replace("\0", "", StringComparison.Ordinal));

    public static ConversationScope Scope(ConversationAccount? conversation) => conversation switch
    {
        { ConversationType: "channel" } => ConversationScope.Channel,
        { ConversationType: "groupChat" } or { IsGroup: true } => ConversationScope.Group,
        _ => ConversationScope.Personal,
    };

    public static TeamsReference Reference(Activity activity, TeamsCaller caller, string? activityId, string? cardId) => new()
    {
        ServiceUrl = activity.ServiceUrl!,
        ChannelId = activity.ChannelId!,
        Conversation = activity.Conversation!,
        Bot = activity.Recipient,
        User = activity.From,
        TenantId = activity.TenantId(),
        Locale = Locale(activity),
        ActivityId = activityId,
        CardId = cardId,
        Verified = caller.Verified,
    };

    private static InboundMessage Base(Activity activity, TeamsCaller caller, DateTimeOffset now) => new()
    {
        Channel = TeamsChannel.ChannelName,
        TenantKey = caller.TenantKey,
        ConversationId = activity.Conversation!.Id!,
        RoomId = Thread(activity.Conversation.Id!) is (var channel, { }) ? channel : null,
        ActivityId = "",
        From = User(activity),
        Scope = Scope(activity.Conversation),
        Locale = Locale(activity),
        ReceivedAt = now,
    };

    private static string? Locale(Activity activity) =>
        activity.Locale is { Length: <= 35 } locale && !locale.Contains('\0') ? locale : null;

    // In other channels than Teams the client may choose the id of its user: it must never equal a Teams user's.
    private static string UserId(Activity activity) =>
        activity.ChannelId == TeamsChannel.ChannelName ? activity.From!.Id! : activity.ChannelId + ":" + activity.From!.Id;

    private static CardPress? Pressed(Activity activity) =>
        activity.Value.Object() is { } data && (string.IsNullOrWhiteSpace(activity.Text) || Verb(data) is not null)
            ? new(Verb(data) ?? "", data)
            : null;

    private static string? Verb(JsonElement? data) => data.Child("verb").String();

    private static JsonElement Stored(TeamsReference reference) =>
        JsonSerializer.SerializeToElement(reference, TeamsJson.Default.TeamsReference);

    private static TeamsRefusal? Required(string? value, string field) =>
        string.IsNullOrEmpty(value) ? TeamsFailures.Missing(field)
        : value.Length > LongestId || value is "." or ".." || value.Contains('\0') ? TeamsFailures.Unusable(field)
        : null;
}

/// <summary>Who was let in.</summary>
/// <param name="TenantKey">The organisation; "demo" in the unauthenticated local mode.</param>
/// <param name="Verified">True when the service URL came with a verified token.</param>
internal readonly record struct TeamsCaller(string TenantKey, bool Verified);
