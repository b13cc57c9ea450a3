using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Quotes.Matching;
using FactoryBot.Skills.Quotes.Pricing;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>Other parts for a line of a quote: similar, cheaper, in stock. Each says what differs; a person presses the one that is taken.</summary>
internal sealed partial class FindAlternatives(FactoryDatabase database)
{
    private const int MostShown = 5;

    /// <param name="text">"anything cheaper or in stock for line 2 of Q-00012?"</param>
    public Task<SkillResult> RunAsync(string text, Asker asker, CancellationToken cancellationToken) => RunAsync(
        QuoteNumber.In(text), Line().Match(text) is { Success: true } line && int.TryParse(line.Groups["n"].Value, CultureInfo.InvariantCulture, out var at) ? at : null,
        Cheaper().IsMatch(text), Stock().IsMatch(text), asker, cancellationToken);

    /// <param name="line">Null: the only one.</param>
    public async Task<SkillResult> RunAsync(string? number, int? line, bool cheaper, bool stocked, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await EditQuote.FindAsync(scope, number, asker, cancellationToken) is not { } quote)
            return QuoteFailures.NoQuote(number);
        var content = (await QuoteStore.VersionsAsync(scope, quote.QuoteId, quote.Version, cancellationToken))[^1].Content;
        if ((line ?? (content.Lines.Count == 1 ? 1 : null)) is not { } place)
            return QuoteFailures.WhichLine(quote);
        if (place < 1 || place > content.Lines.Count)
            return QuoteFailures.CannotEdit(QuoteFailures.NoSuchLine("", [place], content.Lines.Count));
        var now = content.Lines[place - 1];
        if (now.IsOpen || await PriceStore.PartsAsync(scope, [now.Number], cancellationToken) is not [var part])
            return QuoteFailures.CannotEdit($"Line {QuoteText.Number(place)} has no part yet; choose one first.");

        var pieces = now.Quantity ?? 1;
        var found = await Alternatives.ToAsync(scope, part, cancellationToken);
        var fits = found.Where(a => Wanted(a.Part, part, pieces, cheaper, stocked)).Take(MostShown).ToArray();
        return fits.Length == 0
            ? QuoteFailures.NoAlternative(part, found.Count, cheaper, stocked)
            : Shown(quote, place, part, pieces, fits, found.Count, asker);
    }

    /// <summary>Both asked for means either: "anything cheaper or in stock".</summary>
    private static bool Wanted(Part other, Part part, decimal pieces, bool cheaper, bool stocked) =>
        (!cheaper && !stocked) || (cheaper && Each(other) < Each(part)) || (stocked && other.Stock >= pieces);

    private static decimal? Each(Part part) => part.Price / part.PackQuantity;

    private static SkillResult Shown(Quote quote, int place, Part part, decimal pieces, Alternative[] fits, int looked, Asker asker)
    {
        var text = $"Instead of {part.Number} ({PartText.Price(part)}, {PartText.Held(part, pieces)}) on line {QuoteText.Number(place)} of {quote.Number}: "
            + string.Join("; ", fits.Select(f => $"{f.Part.Number} {f.Part.Description}: {PartText.Price(f.Part)}, {PartText.Held(f.Part, pieces)}, {Differs(f)}")) + ".";
        var proof = QuoteProof.Of($"parts like {part.Number}", looked, "shared sizes and words", asker);
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Proof = proof,
            Card = new()
            {
                Body =
                [
                    TextBlock.Heading($"Instead of {part.Number}"),
                    TextBlock.Subtle($"{part.Description} · {PartText.Price(part)} · {PartText.Held(part, pieces)}"),
                    Table.Of(
                        [TableColumn.Left(5), TableColumn.Right(2), TableColumn.Left(2), TableColumn.Left(4)],
                        ["Part", "Price", "Stock", "Differs"],
                        fits.Select(f => (IReadOnlyList<CardText>)[$"{f.Part.Number} {f.Part.Description}", PartText.Price(f.Part), PartText.Held(f.Part, pieces), Differs(f)])),
                    TextBlock.Subtle(proof.ToString()) with { Separator = true },
                ],
                Actions = asker.May(Permissions.QuotesManage) && QuoteStates.MayEdit(quote.State)
                    ? [.. fits.Select(f => ExecuteAction.Of($"Use {f.Part.Number}", "quotes_choose", ("quote", quote.Number), ("revision", QuoteText.Number(quote.Revision)), ("line", QuoteText.Number(place)), ("part", f.Part.Number)))]
                    : null,
                FallbackText = text, Lang = "en",
            },
        };
    }

    private static string Differs(Alternative other) => other.Lacks.Count == 0 ? "says all that this one says" : "does not say " + string.Join(", ", other.Lacks.Take(4).Select(f => f.Text.ToString()));

    [GeneratedRegex(@"\b(?:line|item|position|pos)\s*#?\s*(?<n>\d{1,3})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Line();

    [GeneratedRegex(@"\b(?:cheap(?:er|est)?|less expensive|lower price|better price|save)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cheaper();

    [GeneratedRegex(@"\b(?:in stock|on stock|stock|available|at once|from the shelf|immediately)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stock();
}
