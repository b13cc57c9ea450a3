namespace FactoryBot.Turns;

/// <summary>One of the three writes of a turn.</summary>
internal abstract record TurnWrite
{
    public abstract Guid TenantId { get; }
}

/// <summary>A message to be stored.</summary>
/// <param name="Claim">True when this host does not yet know that the conversation is its own.</param>
internal sealed record NewTurn(ConversationKey Conversation, Guid TurnId, InboundMessage Message, bool Claim) : TurnWrite
{
    public override Guid TenantId => Conversation.TenantId;

    /// <summary>Where it is there already; null: it is stored later, by itself.</summary>
    public AnsweredTurn? Answer { get; init; }
}

/// <summary>An answer to be stored.</summary>
internal sealed record AnsweredTurn : TurnWrite
{
    public required ConversationKey Conversation { get; init; }
    public override Guid TenantId => Conversation.TenantId;
    public required Guid TurnId { get; init; }
    public required long Position { get; init; }
    public Guid? MemberId { get; init; }
    public required string Status { get; init; }
    public string? Question { get; init; }
    public required string Answer { get; init; }
    public string? Calls { get; init; }
    public required string Reply { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }
    public string? Function { get; init; }
    public double Milliseconds { get; init; }
    public bool ByModel { get; init; }
    public long TokensIn { get; init; }
    public long TokensOut { get; init; }
    public decimal Cost { get; init; }
}

/// <summary>A turn that has ended.</summary>
internal sealed record DeliveredTurn(ConversationKey Conversation, Guid TurnId, long Position, bool Delivered) : TurnWrite
{
    /// <summary>The channel's own id of the message that brought the answer; null where it has none.</summary>
    public string? MessageId { get; init; }

    public override Guid TenantId => Conversation.TenantId;
}

/// <summary>What became of a write.</summary>
/// <param name="Accepted">Of a message alone.</param>
/// <param name="Counts">Of an answer: whether it is this host's that counts.</param>
internal readonly record struct TurnWritten(Accepted? Accepted, bool Counts);

/// <param name="TurnId">The id under which the message is stored, which is an earlier one's where it was sent twice.</param>
/// <param name="Position">Null where it was stored before.</param>
/// <param name="Ours">Whether this host answers the conversation.</param>
/// <param name="Alone">Whether no older message of another host can be waiting in it.</param>
internal sealed record Accepted(Guid TurnId, long? Position, bool Ours, bool Alone);
