using System.Text.Json;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes.Overview;

/// <summary>A list of quotes as an answer.</summary>
internal static class QuoteList
{
    private const int MostRows = 20;

    public static SkillResult Of(string title, IReadOnlyList<Quote> quotes, Asker asker)
    {
        var text = $"{title}: {string.Join("; ", quotes.Take(8).Select(q => $"{q.Number} {(q.CustomerName.Length > 0 ? q.CustomerName + " " : "")}({QuoteStates.Spoken(q.State)}{(q.Total is { } t ? ", " + QuoteText.Money(t, q.Currency) : "")})"))}{(quotes.Count > 8 ? $" and {QuoteText.Number(quotes.Count - 8)} more" : "")}.";
        var proof = QuoteProof.Of(title.ToLowerInvariant(), quotes.Count, "list of quotes", asker);
        return new()
        {
            Status = ResultStatus.Answered, Text = text, Proof = proof,
            Data = JsonSerializer.SerializeToElement(
                [.. quotes.Select(q => new QuoteListed(q.Number, q.State, q.Version, q.CustomerName, q.OwnerName, q.Total, q.Currency, q.ValidUntil, q.ChangedAt))],
                OverviewJson.Default.IReadOnlyListQuoteListed),
            Card = new()
            {
                Body =
                [
                    TextBlock.Heading(title),
                    Table.Of(
                        [TableColumn.Left(2), TableColumn.Left(4), TableColumn.Left(3), TableColumn.Right(3), TableColumn.Left(3)],
                        ["Quote", "Customer", "State", "Total", "Valid until"],
                        quotes.Take(MostRows).Select(q => (IReadOnlyList<CardText>)
                            [q.Number, q.CustomerName, QuoteStates.Spoken(q.State), q.Total is { } total ? QuoteText.Money(total, q.Currency) : "–", QuoteText.Day(q.ValidUntil)])),
                    TextBlock.Subtle(proof.ToString()) with { Separator = true },
                ],
                FallbackText = text, Lang = "en",
            },
            Choices = [.. quotes.Take(4).Select(q => new Choice(q.Number, $"Show quote {q.Number}"))],
        };
    }
}

internal sealed record QuoteListed(string Number, QuoteState State, int Version, string Customer, string Owner, decimal? Total, string Currency, DateOnly? ValidUntil, DateTimeOffset ChangedAt);
