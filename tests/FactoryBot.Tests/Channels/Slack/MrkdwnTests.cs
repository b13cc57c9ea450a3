using FactoryBot.Channels.Slack.BlockKit;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Tests.Channels.Slack;

public sealed class MrkdwnTests
{
    [Theory]
    [InlineData("<!channel> & <@U1>", "&lt;!channel&gt; &amp; &lt;@U1&gt;")]
    [InlineData("Assembly_001_a", "Assembly_001_a")]
    [InlineData("*all*", "\u200b*\u200ball\u200b*\u200b")]
    [InlineData("5*3", "5*3")]
    [InlineData("~x~ `y`", "\u200b~\u200bx\u200b~\u200b \u200b`\u200by\u200b`\u200b")]
    public void Escape_AnyText_NeitherFormatsNorMentions(string plain, string expected) => Assert.Equal(expected, Mrkdwn.Escape(plain));

    [Fact]
    public void Of_OurOwnMarkdown_KeepsItsEmphasisAndLinks() =>
        Assert.Equal(
            "*OEE* 71 % _so far_ <https://x.example/a?b=1&amp;c=2|the page &lt;1&gt;>",
            Mrkdwn.Of(CardText.Markdown("**OEE** 71 % _so far_ [the page <1>](https://x.example/a?b=1&c=2)")));

    [Fact]
    public void Of_AnEscapedCardText_ShowsWhatWasTyped() =>
        Assert.Equal("a\u200b*\u200b &lt;b&gt; x_y", Mrkdwn.Of("a* <b> x_y").Replace("\u200b_\u200b", "_", StringComparison.Ordinal));

    [Theory]
    [InlineData("<@UBOT> what was the OEE of <http://Assembly-001.example|Assembly-001.example>?", "what was the OEE of http://Assembly-001.example?")]
    [InlineData("a &lt; b &amp;amp; c", "a < b &amp; c")]
    [InlineData("ask <@U2|ana> in <#C1|line-2>", "ask ana in #line-2")]
    [InlineData("mail <mailto:a@b.example|a@b.example>", "mail a@b.example")]
    public void Read_WhatSlackSends_IsWhatWasTyped(string sent, string typed) => Assert.Equal(typed, Mrkdwn.Read(sent, "UBOT"));
}
