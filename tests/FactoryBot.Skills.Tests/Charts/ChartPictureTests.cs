using System.Globalization;
using System.Xml.Linq;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Charts;

namespace FactoryBot.Skills.Tests.Charts;

public sealed class ChartPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => [.. ChartShapes.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_AnyShape_HasNoTextOnAnotherOrOutside(string name)
    {
        var picture = ChartPicture.Of(ChartShapes.All[name]);

        var texts = XDocument.Parse(picture.Svg).Descendants(Svg + "text").Select(Box.Of).ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, t => Assert.True(t.Left >= -0.5 && t.Right <= picture.Width + 0.5 && t.Top >= -0.5 && t.Bottom <= picture.Height + 0.5, $"{t} lies outside of {picture.Width} × {picture.Height}"));
        var overlaps = from a in texts.Index() from b in texts.Index() where a.Index < b.Index && a.Item.Covers(b.Item) select $"{a.Item} | {b.Item}";
        Assert.Empty(overlaps);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_AnyShape_LoadsAndRunsNothingAndIsDescribed(string name)
    {
        var picture = ChartPicture.Of(ChartShapes.All[name], ChartTheme.Automatic);

        var document = XDocument.Parse(picture.Svg);
        Assert.Equal(["desc", "line", "path", "rect", "style", "svg", "text", "title"], document.Descendants().Select(e => e.Name.LocalName).Distinct().Union(["line", "path"]).Order());
        Assert.DoesNotContain(document.Descendants().Attributes(), a => a.Name.LocalName is "href" or "src" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("NaN", picture.Svg, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", picture.Svg, StringComparison.Ordinal);
        Assert.Contains(ChartShapes.All[name].Title, picture.AltText, StringComparison.Ordinal);
        Assert.InRange(picture.Height, 40, 1024);
    }

    [Fact]
    public void Of_TextOfAnyOrigin_IsShownAndNeverRead()
    {
        var chart = new HorizontalBarChart { Title = "T", Data = [new("</text><script>alert('1')</script>\u0001\u202e]]>", 1), new("ok", 2)] };

        var document = XDocument.Parse(ChartPicture.Of(chart).Svg);

        Assert.Empty(document.Descendants(Svg + "script"));
        Assert.Contains(document.Descendants(Svg + "text"), t => t.Value.StartsWith("</text><script>", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_FewValues_NamesEachInWords() =>
        Assert.Equal(
            "Bar chart: Pieces. Line 1 12, Line 2 15.3, Line 3 9, Line 4 0, Line 5 22.",
            ChartPicture.Of(ChartShapes.All["bars-5"]).AltText);

    [Fact]
    public void Of_MoreBarsThanHaveRoom_SaysHowManyAreMissing() =>
        Assert.Contains("10 more are not drawn", ChartPicture.Of(ChartShapes.All["rank-30"]).Svg, StringComparison.Ordinal);

    [Fact]
    public void Of_OneSeriesWithTheWholeSum_ShowsAHundredPercent() =>
        Assert.Contains(">100 %<", ChartPicture.Of(ChartShapes.All["pareto-25"]).Svg, StringComparison.Ordinal);

    [Fact]
    public void Of_ValuesBesideEachOther_HaveEquallyManyDecimals() =>
        Assert.Equal(["79.0", "77.1", "0.03"], new[] { 79, 77.1, 0.03 }.Select(ChartNumber.Beside([79, 77.1, 0.03])));

    [Fact]
    public void Of_ATinyValue_IsNotShownAsNothing()
    {
        var picture = ChartPicture.Of(ChartShapes.All["line-small"]);

        Assert.Contains(">0.0004<", picture.Svg, StringComparison.Ordinal);
        Assert.Contains("0.0004", picture.AltText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rank-30", 20)]
    [InlineData("bars-all-negative", 2)]
    [InlineData("grouped-long-names", 10)]
    public void Of_BarsWithRoom_HaveAllTheirValues(string name, int values)
    {
        var texts = XDocument.Parse(ChartPicture.Of(ChartShapes.All[name]).Svg).Descendants(Svg + "text").Where(t => t.Attribute("class")!.Value == "t").Select(t => t.Value);

        Assert.Equal(values, texts.Count(t => t.All(c => char.IsAsciiDigit(c) || c is '−' or '.' or ',')));
    }

    private sealed record Box(double Left, double Top, double Right, double Bottom, string Text)
    {
        public static Box Of(XElement text)
        {
            double Number(string name) => double.Parse(text.Attribute(name)!.Value, CultureInfo.InvariantCulture);
            var size = Number("font-size");
            var width = TextWidth.Of(text.Value, size, text.Attribute("font-weight") is not null);
            var left = text.Attribute("text-anchor")?.Value switch { "middle" => Number("x") - (width / 2), "end" => Number("x") - width, _ => Number("x") };
            return new(left, Number("y") - (size * 0.75), left + width, Number("y") + (size * 0.2), text.Value);
        }

        public bool Covers(Box other) => Left < other.Right - 0.5 && other.Left < Right - 0.5 && Top < other.Bottom - 0.5 && other.Top < Bottom - 0.5;
    }
}
