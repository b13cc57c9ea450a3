namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>A quote as it is stored, without its content.</summary>
internal sealed record Quote
{
    public Guid QuoteId { get; init; }
    public string Number { get; init; } = "";
    public QuoteState State { get; init; }
    public int Version { get; init; }

    /// <summary>Raised by every change.</summary>
    public int Revision { get; init; }
    public Guid? CustomerId { get; init; }
    public string CustomerName { get; init; } = "";
    public Guid OwnerId { get; init; }
    public string OwnerName { get; init; } = "";
    public decimal? Total { get; init; }
    public string Currency { get; init; } = "";
    public DateOnly? ValidUntil { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public string CloseReason { get; init; } = "";
}

/// <summary>A stored version.</summary>
/// <param name="Hash">Hexadecimal.</param>
/// <param name="What">What was done to the version before.</param>
internal sealed record QuoteVersion(int Version, QuoteContent Content, string Hash, string What, string MadeByName, DateTimeOffset MadeAt);
