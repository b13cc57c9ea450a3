using BenchmarkDotNet.Attributes;
using FactoryBot.Channels.Slack.BlockKit;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Benchmarks.Channels;

/// <summary>The largest card that Slack can show, to Block Kit.</summary>
[MemoryDiagnoser]
public class BlockKitBenchmark
{
    private readonly AdaptiveCard card = new()
    {
        Body =
        [
            TextBlock.Heading("OEE"),
            .. Enumerable.Range(0, 30).Select(i => TextBlock.Of($"Line {i}: some words about it, with a <mark> & a *star*")),
            FactSet.Of([.. Enumerable.Range(0, 40).Select(i => new Fact($"Fact {i}", $"{i} pieces"))]),
            new LineChart { Title = "OEE", Data = [ChartSeries.Of("OEE %", Enumerable.Range(1, 20).Select(i => ($"Day {i}", (double?)i)))] },
            Table.Of(["Machine", "Pieces", "Scrap"], Enumerable.Range(0, 100).Select(i => (IReadOnlyList<CardText>)[$"Machine {i}", "12,345", "1.2 %"])),
        ],
        Actions = [.. Enumerable.Range(0, 6).Select(i => SubmitAction.Say($"Ask {i}", $"what was it on line {i}?"))],
        FallbackText = "OEE",
    };

    [Benchmark]
    public object Convert() => BlockKitCard.Of(card, SlackAbilities.Newest);
}
