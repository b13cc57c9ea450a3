using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Quotes.Pricing;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>What somebody sees who is asked to approve a quote: what it is about, what changed, what was quoted before, and the buttons.</summary>
internal static class ApprovalCard
{
    private const int MostLines = 12;

    public static SkillResult Of(QuoteView view, ApprovalRequest request, Asker reader, bool mayDecide)
    {
        var (quote, content) = (view.Quote, view.Content);
        var text = Text(view, request, mayDecide);
        var proof = QuoteProof.Of(view, reader);
        var body = new List<CardElement>
        {
            TextBlock.Heading($"Approval of {quote.Number}{(content.Customer.Length > 0 ? " · " + content.Customer : "")}"),
            Badge.Of(Outcome(request), request.State switch { ApprovalState.Approved => BadgeStyle.Good, ApprovalState.Rejected => BadgeStyle.Attention, ApprovalState.Open => BadgeStyle.Warning, _ => BadgeStyle.Subtle }),
            FactSet.Of(
            [
                new("Total", QuoteText.Money(content.Total, content.Currency)),
                new("Margin", content.Margin is { } margin ? FormattableString.Invariant($"{margin:0.0} %") : "not known: a cost is missing"),
                new("Asked by", request.RequestedByName),
                new("Valid until", QuoteText.Day(quote.ValidUntil)),
                .. content.Notes.Length > 0 ? [new Fact("Notes", content.Notes)] : Array.Empty<Fact>(),
                .. request is { State: ApprovalState.Open, DueAt: { } due } ? [new Fact("Due", TimeZoneInfo.ConvertTime(due, reader.TimeZone).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture))] : Array.Empty<Fact>(),
                new("Rules", request.Needs.Count == 0 ? "none" : string.Join(", ", request.Needs.Select(n => n.RuleName).Distinct())),
                .. request.Decisions.Select(d => new Fact($"{d.MemberName} {d.Spoken}", d.Comment.Length > 0 ? d.Comment : "no comment")),
            ]),
            Table.Of(
                [TableColumn.Left(5), TableColumn.Right(3), TableColumn.Right(2), TableColumn.Right(3)],
                ["Part", "Quantity", "Price", "Total"],
                content.Lines.Take(MostLines).Select((l, i) => (IReadOnlyList<CardText>)
                    [QuoteText.Part(l, i + 1), QuoteText.Quantity(l), QuoteText.Price(l) + (l.Discount > 0 ? FormattableString.Invariant($" (−{l.Discount:0.##} %)") : ""), QuoteText.Price(l.Total)])),
        };
        if (content.Lines.Count > MostLines)
            body.Add(TextBlock.Subtle($"and {QuoteText.Lines(content.Lines.Count - MostLines)} more"));
        foreach (var line in content.Lines.Where(l => l.Breaks.Count > 0).Take(5))
            body.Add(TextBlock.Subtle($"{line.Number} at other quantities: {QuoteText.Breaks(line)}"));
        if (view.Changes.Count > 0)
        {
            body.Add(TextBlock.Of("Since the last version") with { Weight = TextWeight.Bolder });
            body.AddRange(view.Changes.Take(6).Select(change => TextBlock.Subtle(change)));
        }
        if (view.Past.Count > 0)
        {
            body.Add(TextBlock.Of("Nearest earlier quotes") with { Weight = TextWeight.Bolder });
            body.AddRange(view.Past.Select(p => TextBlock.Subtle(
                $"{p.QuoteNumber} {QuoteText.Day(p.QuotedOn)} · {p.CustomerName} · {p.Number}: {QuoteText.Amount(p.Quantity)} at {Once(p, content)} · {p.Outcome}{(p.Reason.Length > 0 ? " (" + p.Reason + ")" : "")}")));
        }
        if (mayDecide)
            body.Add(new TextInput { Id = "comment", Label = "Comment", IsMultiline = true, MaxLength = 2000, Placeholder = "For the person who asked" });
        body.Add(TextBlock.Subtle(proof.ToString()) with { Separator = true });
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Data = QuoteData.Of(view),
            Proof = proof,
            Card = new()
            {
                Body = body,
                Actions = mayDecide ? [Button("Approve", "approve", request) with { Style = ActionStyle.Positive }, Button("Request changes", "changes", request), Button("Reject", "reject", request) with { Style = ActionStyle.Destructive }] : null,
                FallbackText = text, Lang = "en",
            },
        };
    }

    // For as many as the quote's own price is for, so that the two can be compared.
    private static string Once(PastLine past, QuoteContent content)
    {
        var line = content.Lines.FirstOrDefault(l => l.Number == past.Number);
        var price = past.UnitPrice * (line?.PackQuantity ?? 1);
        var rounded = decimal.Round(price, price >= 1 ? 2 : 4, MidpointRounding.AwayFromZero);
        return line is null ? QuoteText.Price(rounded) : QuoteText.Price(line with { Price = rounded });
    }

    private static ExecuteAction Button(string title, string verdict, ApprovalRequest request) =>
        ExecuteAction.Of(title, "approvals_decide", ("request", request.RequestId.ToString()), ("hash", request.Hash), ("verdict", verdict));

    private static string Outcome(ApprovalRequest request) => request.State switch
    {
        ApprovalState.Open => request.Decisions.Count == 0 ? "Waiting" : "Waiting for more",
        ApprovalState.Changes => "Changes requested",
        _ => request.State.ToString(),
    };

    private static string Text(QuoteView view, ApprovalRequest request, bool mayDecide)
    {
        var what = $"{view.Quote.Number}{(view.Content.Customer.Length > 0 ? " for " + view.Content.Customer : "")}, {QuoteText.Money(view.Content.Total, view.Content.Currency)}";
        if (request.State == ApprovalState.Open)
            return mayDecide ? $"{request.RequestedByName} asks for your approval of {what}." : $"{what} waits for approval.";
        var last = request.Decisions is [.., var newest] ? newest : null;
        var outcome = request.State == ApprovalState.Changes ? "needs changes" : $"is {request.State.ToString().ToLowerInvariant()}";
        return $"{what} {outcome}{(last is null ? "" : $": {last.MemberName} {last.Spoken}{(last.Comment.Length > 0 ? $" (“{last.Comment}”)" : "")}")}.";
    }
}
