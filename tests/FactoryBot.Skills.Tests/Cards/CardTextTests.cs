using FactoryBot.Skills.Cards;

namespace FactoryBot.Skills.Tests.Cards;

public sealed class CardTextTests
{
    [Theory]
    [InlineData("Assembly-001 ran at 71.2 % (ISO 22400-2)", "Assembly-001 ran at 71.2 % (ISO 22400-2)")]
    [InlineData("[free money](https://evil.example)", @"\[free money\](https://evil.example)")]
    [InlineData("![x](https://evil.example/a.png)", @"!\[x\](https://evil.example/a.png)")]
    [InlineData("part_a*b `c`", @"part\_a\*b \`c\`")]
    [InlineData("# no heading", @"\# no heading")]
    [InlineData("- no list", @"\- no list")]
    [InlineData("-5.0 %", "-5.0 %")]
    [InlineData("12. November", @"12\. November")]
    [InlineData("3.5 h", "3.5 h")]
    [InlineData("<at>Ana</at> but 1 < 2", @"\<at>Ana\</at> but 1 < 2")]
    [InlineData("{{DATE(2026-11-20T08:00:00Z)}}", @"{\{DATE(2026-11-20T08:00:00Z)}}")]
    [InlineData("one\r\ntwo", "one\n\ntwo")]
    [InlineData("a\u202eb\u0000c", "abc")]
    [InlineData(@"C:\temp", @"C:\\temp")]
    public void FromString_AnyText_ShowsAsTyped(string typed, string escaped)
    {
        CardText text = typed;

        Assert.Equal(escaped, text.Value);
    }

    [Theory]
    [InlineData("[free money](https://evil.example)")]
    [InlineData("part_a*b `c` ~~d~~")]
    [InlineData("- a list\n# a heading\n1. one")]
    [InlineData(@"C:\temp <b>x</b> {{DATE(x)}}")]
    public void ToPlain_OfEscapedText_IsTheText(string typed)
    {
        CardText text = typed;

        Assert.Equal(typed, text.ToPlain());
    }

    [Fact]
    public void ToPlain_OfMarkdown_LeavesTheWords()
    {
        var text = CardText.Markdown("**OEE** of _Line 1_: see [the page](https://example.com/a)");

        Assert.Equal("OEE of Line 1: see the page (https://example.com/a)", text.ToPlain());
    }

    [Fact]
    public void FactoriesOfElements_UserText_Escape()
    {
        const string hostile = "[x](https://evil.example)";
        CardElement[] elements =
        [
            TextBlock.Of(hostile), TextBlock.Heading(hostile), TextBlock.Subtle(hostile),
            FactSet.Of(new Fact(hostile, hostile)),
            Table.Of([hostile], [[hostile]]),
            Badge.Of(hostile).Fallback!,
            new CodeBlock { CodeSnippet = hostile }.Fallback!,
            new VerticalBarChart { Title = hostile, Data = ChartData.Bars([(hostile, 1)]) }.Fallback!,
        ];

        var json = System.Text.Encoding.UTF8.GetString(CardJson.ToBytes(new() { Body = elements }));

        Assert.DoesNotContain("\"[x]", json, StringComparison.Ordinal);
    }
}
