using System.Globalization;

namespace FactoryBot.Api.Chat;

/// <summary>What is wrong with a chat request, each limit with its own sentence.</summary>
internal static class ChatFailures
{
    public static Problem MessageEmpty { get; } = Bad("message-empty", "The message is empty",
        "Write a question into 'message'.");

    public static Problem UnknownRole(int index) => Bad("unknown-role", "A message of the history has an unknown role",
        Invariant($"The field 'history[{index}].role' must be user or assistant."));

    public static Problem ContentMissing(int index) => Bad("content-missing", "A message of the history has no content",
        Invariant($"The field 'history[{index}].content' is needed."));

    public static Problem MessageTooLong(int length, int most) => Bad("message-too-long", "The message is too long",
        Invariant($"A message may have {most:N0} characters; this one has {length:N0}."));

    public static Problem HistoryMessageTooLong(int index, int length, int most) => Bad("history-message-too-long", "A message of the history is too long",
        Invariant($"A message may have {most:N0} characters; 'history[{index}]' has {length:N0}."));

    public static Problem TooManyMessages(int count, int most) => Bad("too-many-messages", "There are too many messages",
        Invariant($"At most {most:N0} messages are read, the new one included; there are {count:N0}."));

    public static Problem TooManyCharacters(int count, int most) => Bad("too-many-characters", "The messages are too long together",
        Invariant($"All messages together may have {most:N0} characters; these have {count:N0}."));

    public static Problem BadConversationId { get; } = Bad("bad-conversation-id", "The conversation id cannot be used",
        "A conversation id has 1 to 100 letters, digits, dots, dashes and underscores.");

    public static Problem UnknownReaction { get; } = Bad("unknown-reaction", "The reaction is unknown",
        "The field 'reaction' must be like or dislike.");

    public static Problem HistoryTwice { get; } = Bad("history-twice", "The history is given twice",
        "Send either 'history' or 'conversationId': a continued conversation is remembered here.");

    private static Problem Bad(string code, string title, string detail) => new(StatusCodes.Status400BadRequest, code, title, detail);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
