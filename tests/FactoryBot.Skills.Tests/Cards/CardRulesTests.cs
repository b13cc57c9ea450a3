using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Tests.Cards;

public sealed class CardRulesTests
{
    [Fact]
    public void Check_SampleCards_FindsNothing()
    {
        CardSamples.Save("sample-oee", SampleCards.Oee());
        CardSamples.Save("sample-charts", SampleCards.Charts());
        CardSamples.Save("sample-everything", SampleCards.Everything());
    }

    [Fact]
    public void Check_NoHeadingAndNoFallbackText_SaysBoth()
    {
        var wrong = CardRules.Check(new() { Body = [TextBlock.Of("x")] });

        Assert.Equal(["The card has no fallback text.", "The card has no heading."], wrong);
    }

    [Fact]
    public void Check_TwoInputsOneId_SaysSo() =>
        AssertWrong("Two inputs have the id 'a'.", new TextInput { Id = "a", Label = "A" }, new TextInput { Id = "a", Label = "B" });

    [Fact]
    public void Check_InputWithoutLabel_SaysSo() => AssertWrong("Input 'a' has no label.", new TextInput { Id = "a", Label = "" });

    [Fact]
    public void Check_ImageWithoutAltText_SaysSo() =>
        AssertWrong("Image https://example.com/a.png has no alternative text.", new Image { Url = "https://example.com/a.png", AltText = "" });

    [Fact]
    public void Check_TextInsideContainerDoesNotWrap_SaysSo() =>
        AssertWrong("Text 'x' does not wrap.", Container.Of(TextBlock.Of("x") with { Wrap = false }));

    [Fact]
    public void Check_ChartWithoutPoints_SaysSo() =>
        AssertWrong("Chart 'OEE' has no data and would be an empty box.", new LineChart { Title = "OEE", Data = [ChartSeries.Of("a", [("x", (double?)null)])] });

    [Fact]
    public void Check_RowTooShort_SaysSo() =>
        AssertWrong("A table has a row with too few or too many cells.", Table.Of(["a", "b"], [["1"]]));

    [Fact]
    public void Check_SevenButtons_SaysSo() =>
        AssertWrong("More than 6 buttons.", new ActionSet { Actions = [.. Enumerable.Range(0, 7).Select(i => SubmitAction.Say($"{i}", "x"))] });

    [Fact]
    public void Check_LinkToAnotherHost_SaysSo()
    {
        var card = Card(new ActionSet { Actions = [new OpenUrlAction { Title = "Open", Url = "https://evil.example/" }] });

        Assert.Equal(["Button 'Open' leads to an address that is not allowed."], CardRules.Check(card, new AllowedLinks(["example.com"])));
    }

    [Fact]
    public void Check_TooManyBytes_SaysSo() =>
        Assert.Contains("more than 28,672", Assert.Single(CardRules.Check(Card(TextBlock.Of(new string('x', 30_000))))), StringComparison.Ordinal);

    private static AdaptiveCard Card(params CardElement[] elements) =>
        new() { FallbackText = "x", Body = [TextBlock.Heading("x"), .. elements] };

    private static void AssertWrong(string sentence, params CardElement[] elements) =>
        Assert.Equal([sentence], CardRules.Check(Card(elements)));
}
