using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Quotes;

/// <summary>A part of the catalogue as a card, or the parts among which somebody chooses.</summary>
internal static class PartCard
{
    public static AdaptiveCard Of(FoundParts found, string text, ProofLine proof) => new()
    {
        Body =
        [
            .. found.Sure ? One(found.Parts[0], found.Pieces) : Several(found),
            TextBlock.Subtle(proof.ToString()) with { Separator = true },
        ],
        FallbackText = text,
        Lang = "en",
    };

    private static IEnumerable<CardElement> One(FoundPart found, decimal? pieces)
    {
        var part = found.Part;
        yield return TextBlock.Heading(part.Number);
        yield return TextBlock.Subtle(string.Join(" · ", new[] { part.Description, part.Standard, part.Material, part.Dimensions }.Where(s => s.Length > 0).Distinct()));
        yield return FactSet.Of(
        [
            new("List price", PartText.Price(part)),
            .. found.Price is { Total: { } total } ? new Fact[] { new($"{QuoteText.Amount(pieces)} pieces", QuoteText.Money(total, part.Currency)) } : [],
            new("Stock", PartText.Held(part, pieces)),
            new("Lead time", PartText.Lead(part, pieces)),
            .. part.MinimumQuantity > 1 ? new Fact[] { new("Minimum", $"{QuoteText.Amount(part.MinimumQuantity)} pieces") } : [],
        ]);
        if (found.Breaks.Count > 0)
            yield return Table.Of(
                [TableColumn.Right(2), TableColumn.Right(2)], ["From pieces", "Price" + (part.PackQuantity > 1 ? $" per {QuoteText.Amount(part.PackQuantity)}" : "")],
                found.Breaks.Select(b => (IReadOnlyList<CardText>)[QuoteText.Amount(b.FromQuantity), QuoteText.Money(b.Price, part.Currency)]));
    }

    private static IEnumerable<CardElement> Several(FoundParts found) =>
    [
        TextBlock.Heading("Which part?"),
        Table.Of(
            [TableColumn.Left(5), TableColumn.Right(2), TableColumn.Left(2)],
            ["Part", "Price", "Stock"],
            found.Parts.Select(p => (IReadOnlyList<CardText>)[PartText.Name(p.Part), PartText.Price(p.Part), PartText.Held(p.Part, found.Pieces)])),
    ];
}
