using System.Text.Json.Nodes;
using FactoryBot.Channels.Slack.BlockKit;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Tests.Channels.Slack;

public sealed class BlockKitCardTests
{
    private static readonly AdaptiveCard Oee = new()
    {
        Body =
        [
            TextBlock.Heading("OEE <of> Assembly-001"),
            TextBlock.Subtle("9–15 Nov 2026"),
            ColumnSet.Of(Column.Of(TextBlock.Of("71.4 %") with { Weight = TextWeight.Bolder }), Column.Of(Badge.Of("▼ below target"))),
            FactSet.Of([.. Enumerable.Range(1, 13).Select(i => new Fact($"Fact {i}", $"<{i}> & *more*"))]),
            new LineChart { Title = "OEE per day", YAxisTitle = "OEE %", Data = [ChartSeries.Of("OEE %", [("Mon", 71), ("Tue", 72)])] },
            GaugeChart.Percent("OEE", 71.4),
            Table.Of(["Line", "Pieces"], [["A", "12"], ["", "7"]]),
            Table.Of(["Line", "Pieces"], Enumerable.Range(1, 300).Select(i => (IReadOnlyList<CardText>)[$"Line {i}", "1"])),
            ProgressBar.Of(40),
        ],
        Actions = [ExecuteAction.Of("Approve", "quotes_decide", ("id", "7")) with { Style = ActionStyle.Positive }, SubmitAction.Say("Again", "the same again")],
        FallbackText = "OEE 71.4 %",
    };

    [Fact]
    public void Of_ACard_HasItsPartsInOrder()
    {
        var blocks = BlockKitCard.Of(Oee, SlackAbilities.Newest).Blocks;

        Assert.Equal(
            ["header", "context", "section", "section", "section", "data_visualization", "section", "table", "section", "context", "context", "actions"],
            blocks.Select(b => b["type"]!.GetValue<string>()));
        Assert.Equal("OEE <of> Assembly-001", blocks[0]["text"]!["text"]!.GetValue<string>());
        Assert.Contains("&lt;1&gt; &amp;", blocks[3].ToJsonString(ChannelTestJson.Relaxed), StringComparison.Ordinal);
        Assert.Equal("primary", blocks[^1]["elements"]![0]!["style"]!.GetValue<string>());
    }

    [Fact]
    public void Of_AChartThatSlackCannotDraw_IsItsPictureOrItsNumbers()
    {
        var gauge = Oee.Body.OfType<GaugeChart>().Single();
        var withPicture = BlockKitCard.Of(Oee, new(true, new Dictionary<Chart, string> { [gauge] = "F1" })).Blocks;
        var plain = BlockKitCard.Of(Oee, new(false, new Dictionary<Chart, string>())).Blocks;

        Assert.Contains(withPicture, b => b["type"]!.GetValue<string>() == "image" && b["slack_file"]!["id"]!.GetValue<string>() == "F1" && b["alt_text"]!.GetValue<string>().Length > 0);
        Assert.DoesNotContain(plain, b => b["type"]!.GetValue<string>() is "data_visualization" or "table");
        Assert.Contains(plain, b => b.ToJsonString().Contains("71.4 of 100", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_AHugeCard_KeepsEveryLimitAndSaysWhatIsMissing()
    {
        var card = Oee with
        {
            Body = [.. Enumerable.Range(0, 200).Select(i => TextBlock.Of(new string('&', 5000) + i)), .. Oee.Body],
            Actions = [.. Enumerable.Range(0, 30).Select(i => SubmitAction.Say(new string('x', 200), "say " + i))],
        };

        var blocks = BlockKitCard.Of(card, SlackAbilities.Newest).Blocks;

        Assert.InRange(blocks.Count, 1, 46);
        Assert.Contains("not shown here", blocks[^1].ToJsonString(), StringComparison.Ordinal);
        SlackLimits.Check(blocks);
    }

    [Fact]
    public void Of_EveryCard_KeepsTheLimits()
    {
        SlackLimits.Check(BlockKitCard.Of(Oee, SlackAbilities.Newest).Blocks);
        SlackLimits.Check(BlockKitCard.Of(Oee, new(false, new Dictionary<Chart, string>())).Blocks);
    }

    [Fact]
    public void Of_FewShortFields_StandInTheMessage()
    {
        var card = Form(new NumberInput { Id = "margin", Label = "Margin %", Value = 12.5, IsRequired = true });

        var message = BlockKitCard.Of(card, SlackAbilities.Newest);

        Assert.Empty(message.Forms);
        var input = message.Blocks.Single(b => b["type"]!.GetValue<string>() == "input");
        Assert.Equal(("margin", "number_input", "12.5"), (input["block_id"]!.GetValue<string>(), input["element"]!["type"]!.GetValue<string>(), input["element"]!["initial_value"]!.GetValue<string>()));
    }

    [Fact]
    public void Of_LongFields_OpenAForm()
    {
        var card = Form(
            new TextInput { Id = "why", Label = "Why", IsMultiline = true },
            new ChoiceSetInput { Id = "who", Label = "Who", Choices = [.. Enumerable.Range(0, 120).Select(i => new InputChoice("Person " + i, "p" + i))] },
            new ToggleInput { Id = "sure", Label = "Sure", Title = "I am sure", Value = "true" },
            new DateInput { Id = "day", Label = "Day", Value = "2026-11-25" });

        var message = BlockKitCard.Of(card, SlackAbilities.Newest);

        var form = Assert.Single(message.Forms);
        var view = JsonNode.Parse(form.View)!;
        Assert.Equal(["why", "who", "sure", "day"], view["blocks"]!.AsArray().Where(b => b!["type"]!.GetValue<string>() == "input").Select(b => b!["block_id"]!.GetValue<string>()));
        SlackLimits.Check(view["blocks"]!.AsArray().Select(b => b!.AsObject()));
        Assert.Equal(form.Id, message.Blocks[^1]["elements"]![0]!["value"]!.GetValue<string>());
        Assert.Equal("quotes_decide", FactoryBot.Channels.Slack.BlockKit.Form.Read(
            FactoryBot.Channels.Slack.BlockKit.Form.Opened(form.View, new() { Team = "T1", Channel = "C1", User = "U1" })!["private_metadata"]!.GetValue<string>())!.Value.Data["verb"]!.GetValue<string>());
    }

    private static AdaptiveCard Form(params CardInput[] inputs) => new()
    {
        Body = [TextBlock.Heading("Decide"), .. inputs],
        Actions = [ExecuteAction.Of("Send", "quotes_decide", ("id", "7"))],
    };
}
