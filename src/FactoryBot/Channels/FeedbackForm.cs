using FactoryBot.Skills.Cards;
using FactoryBot.Turns;

namespace FactoryBot.Channels;

/// <summary>What a channel asks somebody who has put a thumb down. Pure.</summary>
internal static class FeedbackForm
{
    public const string Question = "What was wrong with it?";
    private const string Praise = "What was good about it?";
    private const string Comment = "comment";
    private const string Report = "report";
    private const int LongestComment = 2_000;

    public static IReadOnlyList<CardInput> Inputs { get; } =
    [
        new TextInput { Id = Comment, Label = "In your own words", IsMultiline = true, MaxLength = LongestComment, IsRequired = true, ErrorMessage = "Write a word or two." },
        new ToggleInput { Id = Report, Label = "Report this answer", Title = "Bring it before the administrators", Value = "false" },
    ];

    /// <summary>The form as a card, where the thumb came without a word.</summary>
    public static AdaptiveCard? Asks(InboundMessage message)
    {
        if (message.Press is not { Verb: FeedbackStore.Verb } press || Value(press, "reaction") != "dislike" || Value(press, Comment) is not null)
            return null;
        return new()
        {
            Body = Inputs,
            Actions = [SubmitAction.Of("Send", FeedbackStore.Verb, ("reaction", "dislike"), ("messageId", Value(press, "messageId") ?? ""))],
            FallbackText = Question,
            Lang = "en",
        };
    }

    /// <summary>The form as a dialog whose fields come back by themselves, for a client that knows which answer is meant.</summary>
    public static AdaptiveCard Dialog(bool liked) => new()
    {
        Body = [TextBlock.Heading(liked ? Praise : Question), .. liked ? [((TextInput)Inputs[0]) with { IsRequired = null, ErrorMessage = null }] : Inputs],
        Actions = [new SubmitAction { Title = "Send", Data = new Dictionary<string, string>() }],
        FallbackText = liked ? Praise : Question,
        Lang = "en",
    };

    /// <summary>Whether nothing more is to be said.</summary>
    public static bool IsDone(InboundMessage message) =>
        message.Press is { Verb: FeedbackStore.Verb } press && Value(press, "reaction") == "like";

    private static string? Value(CardPress press, string name) =>
        ((System.Text.Json.JsonElement?)press.Data).Child(name).String() is { Length: > 0 } text ? text : null;
}
