namespace FactoryBot.Channels.Teams.Wire;

/// <summary>All that is needed to write into a conversation, now or weeks later; stored with the turn and with the conversation.</summary>
internal sealed record TeamsReference
{
    public required string ServiceUrl { get; init; }
    public required string ChannelId { get; init; }
    public required ConversationAccount Conversation { get; init; }
    public Account? Bot { get; init; }
    public Account? User { get; init; }
    public string? TenantId { get; init; }
    public string? Locale { get; init; }

    /// <summary>The activity to reply to; null where there is none, as after an installation.</summary>
    public string? ActivityId { get; init; }

    /// <summary>The message whose card was pressed by an action that expects the card to be replaced.</summary>
    public string? CardId { get; init; }

    /// <summary>True when <see cref="ServiceUrl"/> came with a verified token: only then may a token go there.</summary>
    public bool Verified { get; init; }
}
