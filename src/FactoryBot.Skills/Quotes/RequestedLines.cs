using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Quotes.Matching;
using FactoryBot.Skills.Quotes.Meaning;
using FactoryBot.Skills.Quotes.Requests;

namespace FactoryBot.Skills.Quotes;

/// <summary>Lines of a quote for lines of a request; talk that names no part is left out.</summary>
internal sealed class RequestedLines(FindParts parts)
{
    public async Task<IReadOnlyList<QuoteLine>> OfAsync(TenantScope scope, IReadOnlyList<RequestLine> lines, Guid? customerId, CancellationToken cancellationToken)
    {
        var found = await parts.RunAsync(scope, lines, customerId, cancellationToken);
        var any = found.Any(m => !m.Line.Perhaps || m.Outcome == MatchOutcome.Taken);
        var meant = found.Where(m => !m.Line.Perhaps || m.Outcome == MatchOutcome.Taken || !any).ToArray();
        var charges = found.Where(IsCharge).Select(m => m.Line.Wording).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (charges.Length == 0 || meant.All(IsCharge))
            return [.. meant.Select(Line)];
        // Freight and papers are no goods: said on a line rather than a line that nothing can be chosen for.
        QuoteLine[] goods = [.. meant.Where(m => !IsCharge(m)).Select(Line)];
        var said = $"They also ask for {string.Join(" and ", charges.Select(c => $"“{c}”"))}, which is no part of the catalogue: it has no line.";
        // A line that is open shows its question alone.
        var at = Math.Max(Array.FindLastIndex(goods, g => !g.IsOpen), 0);
        goods[at] = goods[at] with { Note = Joined(goods[at].Note, said), Remark = Joined(goods[at].Remark, said) };
        return goods;
    }

    private static bool IsCharge(LineMatch match) => match.Outcome == MatchOutcome.NotFound && Terms.IsCharge(match.Line.Wording);

    private static string Joined(string first, string second) => first.Length == 0 ? second : $"{first} {second}";

    private static QuoteLine Line(LineMatch match)
    {
        var remark = string.Join(' ', match.Line.Notes);
        var line = new QuoteLine
        {
            Wording = match.Line.Wording, Quantity = match.Line.Quantity, Unit = match.Line.Unit, NeededBy = match.Line.NeededBy, Breaks = [.. match.Line.Breaks.Select(b => new QuantityPrice(b))], Note = remark, Remark = remark,
            Choices = match.Outcome == MatchOutcome.Taken ? [] : [.. match.Candidates.Select(c => new LineChoice(c.Part.Number, c.Part.Description, c.Reason, c.Score))],
        };
        return match.Part is not { } part ? line with { Note = string.Join(' ', [.. match.Line.Notes, match.Reason]) } : line with
        {
            Number = part.Number, Description = part.Description, Unit = line.Unit is "pack" or Quantities.Pair ? Quantities.Pieces : line.Unit,
            Quantity = line.Quantity is { } quantity ? Pricing.Packs.Pieces(quantity, line.Unit, part) : null,
        };
    }
}
