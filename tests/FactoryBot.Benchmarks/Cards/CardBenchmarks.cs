using System.Buffers;
using BenchmarkDotNet.Attributes;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Benchmarks.Cards;

/// <summary>An OEE card to JSON and back: the first happens once in every answered turn.</summary>
[MemoryDiagnoser]
public class CardBenchmarks
{
    private readonly ArrayBufferWriter<byte> output = new(64 * 1024);
    private AdaptiveCard card = null!;
    private byte[] json = [];

    [Params(7, 30)]
    public int Days { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        card = Card(Days);
        json = CardJson.ToBytes(card);
    }

    [Benchmark]
    public int Write()
    {
        output.ResetWrittenCount();
        CardJson.Write(output, card);
        return output.WrittenCount;
    }

    [Benchmark]
    public AdaptiveCard Build() => Card(Days);

    [Benchmark]
    public AdaptiveCard Read() => CardJson.Read(json);

    private static AdaptiveCard Card(int days) => new()
    {
        FallbackText = "OEE of Assembly-001 was 77.3 % last week.",
        Body =
        [
            TextBlock.Heading("OEE · Assembly-001"),
            TextBlock.Subtle("9–15 Nov 2026"),
            ColumnSet.Of(
                Column.Auto(TextBlock.Of("77.3 %") with { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder }),
                Column.Of(Badge.Of("▲ 4.5 points above the week before", BadgeStyle.Good))),
            ColumnSet.Of(Factor("Availability", "88.9 %"), Factor("Performance", "89.7 %"), Factor("Quality", "96.9 %")),
            FactSet.Of(
                new("Good pieces", "9,648 of 9,958"), new("Scrap", "310"),
                new("Run time", "92 h 27 min of 104 h 00 min planned"), new("Ideal time", "82 h 59 min")),
            TextBlock.Of("OEE per day, %") with { Weight = TextWeight.Bolder, Separator = true },
            new LineChart
            {
                Title = "OEE per day, %",
                YMin = 0,
                YMax = 100,
                Data = [ChartSeries.Of("OEE %", Enumerable.Range(0, days).Select(d => (new DateOnly(2026, 11, 1).AddDays(d), (double?)(60 + d * 0.61))), ChartColor.CategoricalBlue)],
            },
            TextBlock.Subtle("9–15 Nov 2026 · Assembly-001 · 14 rows · OEE = A × P × Q (ISO 22400-2) v1 · data loaded 2026-11-21 08:00 · query 5c1a656f"),
        ],
    };

    private static Column Factor(string name, string value) => Column.Of(
        TextBlock.Of(name), TextBlock.Of(value) with { Size = TextSize.Large, Weight = TextWeight.Bolder });
}
