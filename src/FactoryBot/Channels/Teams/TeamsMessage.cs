using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Teams;

/// <summary>An answer as Teams shows it: words above, and under them the card with the follow-up buttons.</summary>
internal sealed record TeamsMessage(string Words, AdaptiveCard? Card, bool ByModel, IReadOnlyList<Source> Sources)
{
    /// <summary>Whether people can say what they think of it: of every answer, but of no notice.</summary>
    public bool Rated { get; init; }

    // The store rules of Teams; hosts hide further ones.
    private const int MostButtons = 6;

    public static TeamsMessage Of(OutboundReply reply, string channelId)
    {
        var result = reply.Result;
        var card = WithChoices(result);
        if (card is not null && channelId is "webchat" or "directline")
            card = CardRewrite.WithoutExecute(card!);
        return new(result.Card is null ? AnswerWords.All(result) : result.Text, card, reply.ByModel, result.Sources) { Rated = true };
    }

    /// <summary>The same without its card, for a message that is too large.</summary>
    public TeamsMessage WordsOnly(int mostCharacters)
    {
        var words = Words.Length == 0 ? "" : Words + "\n";
        return this with
        {
            Words = (words.Length <= mostCharacters ? words : words[..WholeCharacters(words, mostCharacters)] + "…\n") + TeamsFailures.CutCard,
            Card = null,
        };
    }

    /// <returns>The largest length up to <paramref name="most"/> that does not cut a character in two.</returns>
    public static int WholeCharacters(string text, int most) => char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;

    private static AdaptiveCard? WithChoices(SkillResult result)
    {
        if (result.Choices.Count == 0)
            return result.Card;
        var card = result.Card ?? new AdaptiveCard
        {
            Body = [TextBlock.Subtle(result.Status is ResultStatus.Clarify or ResultStatus.NotUnderstood ? "Choose one:" : "You can ask:")],
            FallbackText = result.Text,
            Lang = "en",
        };
        var actions = card.Actions ?? [];
        return card with
        {
            Actions =
            [
                .. actions,
                .. result.Choices.Take(Math.Max(0, MostButtons - actions.Count)).Select(c => SubmitAction.Say(c.Title, c.Say)),
            ],
        };
    }
}
