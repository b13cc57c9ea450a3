namespace FactoryBot.Api.Chat;

/// <summary>Checks a chat request against the limits, before anything is stored.</summary>
internal static class ChatLimits
{
    public static Problem? Broken(ChatRequest request, ApiOptions limits)
    {
        if (request.Message is not { } message)
            return ApiFailures.FieldMissing("message");
        if (string.IsNullOrWhiteSpace(message))
            return ChatFailures.MessageEmpty;
        if (message.Length > limits.MessageCharacters)
            return ChatFailures.MessageTooLong(message.Length, limits.MessageCharacters);
        if (request.ConversationId is { } id && !IsConversationId(id))
            return ChatFailures.BadConversationId;

        var history = request.History ?? [];
        if (history.Count > 0 && request.ConversationId is not null)
            return ChatFailures.HistoryTwice;
        if (history.Count + 1 > limits.ChatMessages)
            return ChatFailures.TooManyMessages(history.Count + 1, limits.ChatMessages);
        return BrokenMessage(history, limits) ?? BrokenSum(message, history, limits);
    }

    public static Problem? Broken(FeedbackRequest request, ApiOptions limits) =>
        request.TurnId is null ? ApiFailures.FieldMissing("turnId")
        : request.ConversationId is null ? ApiFailures.FieldMissing("conversationId")
        : !IsConversationId(request.ConversationId) ? ChatFailures.BadConversationId
        : request.Reaction is not ("like" or "dislike") ? ChatFailures.UnknownReaction
        : request.Comment?.Length > limits.MessageCharacters ? ChatFailures.MessageTooLong(request.Comment.Length, limits.MessageCharacters)
        : null;

    private static Problem? BrokenMessage(IReadOnlyList<ChatMessage> history, ApiOptions limits)
    {
        for (var i = 0; i < history.Count; i++)
        {
            if (history[i]?.Role is not ("user" or "assistant"))
                return ChatFailures.UnknownRole(i);
            if (history[i].Content is not { } content)
                return ChatFailures.ContentMissing(i);
            if (content.Length > limits.MessageCharacters)
                return ChatFailures.HistoryMessageTooLong(i, content.Length, limits.MessageCharacters);
        }
        return null;
    }

    private static Problem? BrokenSum(string message, IReadOnlyList<ChatMessage> history, ApiOptions limits)
    {
        var sum = message.Length + history.Sum(m => m.Content!.Length);
        return sum > limits.ChatCharacters ? ChatFailures.TooManyCharacters(sum, limits.ChatCharacters) : null;
    }

    private static bool IsConversationId(string id) =>
        id.Length is > 0 and <= 100 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
