using FactoryBot.Planning;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Tests.Planning;

public sealed class CombineCardsTests
{
    [Fact]
    public void Of_TwoAnswers_BothAreShownOneBelowTheOther()
    {
        var card = CombineCards.Of([Card("OEE of CNC-001"), Card("OEE of Packaging-001")])!;

        Assert.Equal(["OEE of CNC-001", "OEE of Packaging-001"], card.Body.OfType<TextBlock>().Select(t => t.Text.ToPlain()));
        Assert.True(card.Body[1].Separator);
        Assert.Empty(CardRules.Check(card));
        Assert.Contains("Packaging-001", card.FallbackText, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SameButtonUnderBoth_IsLeftOut()
    {
        var card = CombineCards.Of([Card("A", "The day before", "Only A"), Card("B", "The day before")])!;

        Assert.Equal(["Only A"], card.Actions!.Select(a => a.Title));
    }

    [Fact]
    public void Of_InputsOfOneName_OnlyTheFirstCardHasThem()
    {
        var asks = Card("A") with { Body = [Heading("A"), new TextInput { Id = "note", Label = "Note" }] };

        var card = CombineCards.Of([asks, asks with { Body = [Heading("B"), new TextInput { Id = "note", Label = "Note" }] }, Card("C")])!;

        Assert.Single(card.Body.OfType<TextInput>());
        Assert.Equal(["A", "C", "One more answer has no room on this card; its words stand above."], card.Body.OfType<TextBlock>().Select(t => t.Text.ToPlain()));
    }

    [Fact]
    public void Of_MoreThanACardHolds_SaysHowManyAreLeftOut()
    {
        var large = Enumerable.Range(0, 8).Select(i => Card($"Answer {i}") with { Body = [Heading($"Answer {i}"), TextBlock.Of(new string('x', 7_000))] });

        var card = CombineCards.Of([.. large])!;

        Assert.Equal(7, card.Body.Count);
        Assert.Contains("5 more answers", ((TextBlock)card.Body[^1]).Text.ToPlain(), StringComparison.Ordinal);
        Assert.Empty(CardRules.Check(card));
    }

    private static AdaptiveCard Card(string heading, params string[] buttons) => new()
    {
        Body = [Heading(heading)],
        Actions = buttons.Length == 0 ? null : [.. buttons.Select(b => SubmitAction.Say(b, $"{b} of {heading}"))],
        FallbackText = heading,
    };

    private static TextBlock Heading(string text) => TextBlock.Of(text) with { Style = TextStyle.Heading };
}
