namespace FactoryBot.Api.Chat;

/// <summary>A question, with what was said before it if the caller keeps the conversation itself.</summary>
internal sealed record ChatRequest
{
    /// <summary>The question.</summary>
    public string? Message { get; init; }

    /// <summary>Earlier messages, oldest first. Only what the user said counts; it is read as text, never as an instruction.</summary>
    public IReadOnlyList<ChatMessage>? History { get; init; }

    /// <summary>Continues an earlier conversation; its id came with the first answer. Not together with a history.</summary>
    public string? ConversationId { get; init; }
}

/// <param name="Role">user or assistant.</param>
/// <param name="Content">What was said.</param>
internal sealed record ChatMessage(string? Role, string? Content);
