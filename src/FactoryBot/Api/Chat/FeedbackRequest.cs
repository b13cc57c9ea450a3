namespace FactoryBot.Api.Chat;

/// <summary>What somebody thinks of an answer.</summary>
internal sealed record FeedbackRequest
{
    /// <summary>The conversation that the answer stands in.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The answer, by the id that came with it.</summary>
    public Guid? TurnId { get; init; }

    /// <summary>like or dislike.</summary>
    public string? Reaction { get; init; }

    /// <summary>Why, in words.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether the administrators are to be told.</summary>
    public bool Report { get; init; }
}
