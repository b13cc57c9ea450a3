using System.Text;
using System.Xml.Linq;
using FactoryBot.Channels.WebChat;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Tests.Channels.WebChat;

public sealed class PageCardTests
{
    private static readonly AdaptiveCard Card = new()
    {
        Body =
        [
            TextBlock.Heading("OEE"),
            Badge.Of("below target", BadgeStyle.Warning),
            Container.Of(ColumnSet.Of(Column.Of(new LineChart { Title = "OEE per day", Data = [ChartSeries.Of("OEE %", [("Mon", 71), ("Tue", 72)])] }))),
            ProgressBar.Of(40),
            new ActionSet { Actions = [ExecuteAction.Of("Approve", "quotes_decide", ("id", "7"))] },
        ],
        Actions = [ExecuteAction.Of("Refuse", "quotes_decide", ("id", "7"), ("no", "1")), SubmitAction.Say("Again", "again")],
        FallbackText = "OEE 71 %",
        Refresh = new(ExecuteAction.Of("Refresh", "refresh")),
    };

    [Fact]
    public void Of_AChart_IsAPictureWithItsWords()
    {
        var image = CardRules.All(PageCard.Of(Card).Body).OfType<Image>().Single();

        Assert.StartsWith("data:image/svg+xml;base64,", image.Url, StringComparison.Ordinal);
        Assert.Equal("svg", XDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(image.Url.Split(',')[1]))).Root!.Name.LocalName);
        Assert.Contains("Mon 71", image.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WhatTheRendererDoesNotKnow_IsGone()
    {
        var card = PageCard.Of(Card);
        var json = Encoding.UTF8.GetString(CardJson.ToBytes(card));

        Assert.DoesNotContain("Chart.", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Action.Execute", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Badge", json, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh", json, StringComparison.Ordinal);
        Assert.Contains("below target", json, StringComparison.Ordinal);
        Assert.Equal("quotes_decide", ((SubmitAction)card.Actions![0]).Data["verb"]);
    }
}
