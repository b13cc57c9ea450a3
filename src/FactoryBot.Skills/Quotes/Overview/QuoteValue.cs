using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes.Overview;

/// <summary>How many quotes there are in each state and what they are worth, as an answer. Each currency by itself: sums over several would be sums of nothing.</summary>
internal static class QuoteValue
{
    public static SkillResult Of(string which, IReadOnlyList<StateValue> values, Asker asker)
    {
        var quotes = values.Sum(v => v.Quotes);
        var unpriced = quotes - values.Sum(v => v.Priced);
        var sums = values.Where(v => v.Priced > 0).GroupBy(v => v.Currency).OrderByDescending(g => g.Sum(v => v.Total)).Select(g => QuoteText.Money(g.Sum(v => v.Total), g.Key)).ToArray();
        var worth = sums.Length == 0 ? "none of them has a total yet" : $"together {string.Join(" and ", sums)}";
        var states = string.Join(", ", values.GroupBy(v => v.State).OrderBy(g => g.Key).Select(g => $"{Count(g.Sum(v => v.Quotes))} {QuoteStates.Spoken(g.Key)}"));
        var text = $"{Letters.Capital(which)}: {Count(quotes)} ({states}), {worth}."
            + (unpriced > 0 && sums.Length > 0 ? $" {Count(unpriced)} of them {(unpriced == 1 ? "has" : "have")} no total yet, because lines are still open." : "");
        var proof = QuoteProof.Of(which, quotes, "sum of the totals", asker);
        return new()
        {
            Status = ResultStatus.Answered, Text = text, Proof = proof,
            Data = JsonSerializer.SerializeToElement([.. values], ValueJson.Default.IReadOnlyListStateValue),
            Card = new()
            {
                Body =
                [
                    TextBlock.Heading(Letters.Capital(which)),
                    .. sums.Select(s => TextBlock.Of(s) with { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder }),
                    Table.Of(
                        [TableColumn.Left(4), TableColumn.Right(2), TableColumn.Right(4)],
                        ["State", "Quotes", "Total"],
                        values.OrderBy(v => v.State).Select(v => (IReadOnlyList<CardText>)[QuoteStates.Spoken(v.State), Count(v.Quotes), v.Priced > 0 ? QuoteText.Money(v.Total, v.Currency) : "–"])),
                    TextBlock.Subtle(proof.ToString()) with { Separator = true },
                ],
                FallbackText = text, Lang = "en",
            },
        };
    }

    private static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}

/// <summary>The quotes in one state and currency.</summary>
/// <param name="Priced">How many of them have a total.</param>
internal sealed record StateValue(QuoteState State, string Currency, long Quotes, long Priced, decimal Total);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<StateValue>))]
internal sealed partial class ValueJson : JsonSerializerContext;
