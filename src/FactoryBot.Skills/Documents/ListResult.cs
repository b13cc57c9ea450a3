using System.Text.Json;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Documents;

/// <summary>A list of what is kept: a sentence, the rows as data, and a card of both.</summary>
internal static class ListResult
{
    /// <param name="text">It may hold words of people and documents.</param>
    /// <param name="body">What stands under the heading.</param>
    public static SkillResult Of(string heading, string text, JsonElement data, IEnumerable<CardElement> body, params IEnumerable<CardAction> actions) => new()
    {
        Status = ResultStatus.Answered,
        Text = text,
        Data = data,
        Card = Card(heading, text, body, actions),
    };

    public static AdaptiveCard Card(string heading, string text, IEnumerable<CardElement> body, params IEnumerable<CardAction> actions) => new()
    {
        Body = [TextBlock.Heading(heading), .. body],
        Actions = [.. actions],
        // Clients read markup in it.
        FallbackText = CardText.Escape(text),
        Lang = "en",
    };
}
