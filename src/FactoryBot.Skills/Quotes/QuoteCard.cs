using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>The picture of a quote, with the buttons that its state and the reader's rights allow. Rights are checked again when one is pressed.</summary>
internal static class QuoteCard
{
    private const int MostLines = 25;

    public static AdaptiveCard Of(QuoteView view, Asker asker, string? lead, string text, ProofLine proof)
    {
        var (quote, content) = (view.Quote, view.Content);
        var body = new List<CardElement>
        {
            TextBlock.Heading($"Quote {quote.Number}{(content.Customer.Length > 0 ? " · " + content.Customer : "")}"),
            Badge.Of(State(view), Style(quote.State)),
        };
        if (lead is not null)
            body.Add(TextBlock.Of(lead));
        // The place stands before the part: a column of its own is cut where the card is narrow.
        body.Add(Table.Of(
            [TableColumn.Left(6), TableColumn.Right(3), TableColumn.Right(3), TableColumn.Right(3)],
            ["Part", "Quantity", "Price", "Total"],
            content.Lines.Take(MostLines).Select((line, i) => (IReadOnlyList<CardText>)
            [
                QuoteText.Part(line, i + 1), QuoteText.Quantity(line), line.Total is null ? "–" : QuoteText.Price(line),
                line.Total is { } total ? QuoteText.Money(total, "") : "–",
            ])));
        if (content.Lines.Count > MostLines)
            body.Add(TextBlock.Subtle($"and {QuoteText.Lines(content.Lines.Count - MostLines)} more, in the total and in the document"));
        body.Add(TextBlock.Of($"{(content.IsComplete ? "Total" : "Total so far")} {QuoteText.Money(content.Total, content.Currency)}") with { Weight = TextWeight.Bolder, HorizontalAlignment = HorizontalAlignment.Right });
        body.Add(FactSet.Of([.. Facts(view)]));
        foreach (var (line, place) in content.Lines.Take(MostLines).Select((l, i) => (l, i + 1)).Where(x => x.l.Note.Length > 0 && !x.l.IsOpen).Take(5))
            body.Add(TextBlock.Subtle($"Line {QuoteText.Number(place)}: {line.Note}"));
        foreach (var (line, place) in content.Lines.Take(MostLines).Select((l, i) => (l, i + 1)).Where(x => x.l.Breaks.Count > 0).Take(5))
            body.Add(TextBlock.Subtle($"Line {QuoteText.Number(place)} at other quantities: {QuoteText.Breaks(line)}"));
        if (quote.State == QuoteState.Draft && asker.May(Permissions.QuotesManage))
            body.AddRange(OpenLine(view));
        body.Add(TextBlock.Subtle(proof.ToString()) with { Separator = true });
        return new() { Body = body, Actions = [.. Actions(view, asker)], FallbackText = text, Lang = "en" };
    }

    private static string State(QuoteView view) => $"{char.ToUpperInvariant(QuoteStates.Spoken(view.Quote.State)[0])}{QuoteStates.Spoken(view.Quote.State)[1..]} · version {QuoteText.Number(view.Quote.Version)}";

    private static BadgeStyle Style(QuoteState state) => state switch
    {
        QuoteState.Approved or QuoteState.Sent or QuoteState.Won => BadgeStyle.Good,
        QuoteState.Rejected or QuoteState.Lost or QuoteState.Cancelled => BadgeStyle.Attention,
        QuoteState.Submitted or QuoteState.ChangesRequested or QuoteState.Expired => BadgeStyle.Warning,
        _ => BadgeStyle.Informative,
    };

    private static IEnumerable<Fact> Facts(QuoteView view)
    {
        var content = view.Content;
        if (content.Margin is { } margin)
            yield return new("Margin", FormattableString.Invariant($"{margin:0.0} %"));
        yield return new("Valid until", QuoteText.Day(view.Quote.ValidUntil));
        if (content.Reference.Length > 0)
            yield return new("Their reference", content.Reference);
        if (content.NeededBy is { } needed)
            yield return new("Needed by", QuoteText.Day(needed));
        if (content.Lines.Max(l => l.LeadDays) is { } days)
            yield return new("Lead time", days == 0 ? "from stock" : $"{QuoteText.Number(days)} days");
        if (content.Notes.Length > 0)
            yield return new("Notes", content.Notes);
        if (view.CurrentApproval is { } approval)
        {
            foreach (var decision in approval.Decisions)
                yield return new($"{decision.MemberName} {decision.Spoken}", decision.Comment.Length > 0 ? decision.Comment : QuoteText.Day(DateOnly.FromDateTime(decision.At.UtcDateTime)));
            if (approval is { State: Approvals.ApprovalState.Open, Needs: var needs })
                yield return new("Waits for", string.Join(", ", needs.Where(n => n.SatisfiedBy is null).Select(n => n.RuleName).Distinct()));
            if (approval.Automatic)
                yield return new("Approval", "by itself: no rule asks for anybody");
        }
    }

    /// <summary>The first line that is still open, with its choices.</summary>
    private static IEnumerable<CardElement> OpenLine(QuoteView view)
    {
        var lines = view.Content.Lines;
        var at = Enumerable.Range(0, lines.Count).Cast<int?>().FirstOrDefault(i => lines[i!.Value].IsOpen);
        if (at is not { } place)
            yield break;
        var line = lines[place];
        yield return TextBlock.Of($"Line {QuoteText.Number(place + 1)}: which part is “{line.Wording}”?") with { Weight = TextWeight.Bolder, Separator = true };
        var others = lines.Count(l => l.IsOpen) - 1;
        yield return TextBlock.Subtle((line.Note.Length > 0 ? line.Note : "Not found in the catalogue") + (others > 0 ? $" · {QuoteText.Lines(others)} more to choose after this" : ""));
        if (line.Choices.Count == 0)
            yield break;
        yield return new ChoiceSetInput
        {
            Id = "part", Label = "Part", Style = "expanded",
            // A reason that all have tells none from the others.
            Choices = [.. line.Choices.Select(c => new InputChoice(line.Choices.All(o => o.Reason == c.Reason) ? $"{c.Number} · {c.Description}" : $"{c.Number} · {c.Description} · {c.Reason}", c.Number))],
        };
        yield return new ActionSet
        {
            Actions =
            [
                ExecuteAction.Of("Use this part", "quotes_choose", ("quote", view.Quote.Number), ("revision", QuoteText.Number(view.Quote.Revision)), ("line", QuoteText.Number(place + 1))),
            ],
        };
    }

    private static IEnumerable<CardAction> Actions(QuoteView view, Asker asker)
    {
        var quote = view.Quote;
        (string, string)[] data = [("quote", quote.Number), ("revision", QuoteText.Number(quote.Revision))];
        if (asker.May(Permissions.QuotesManage))
        {
            if (quote.State == QuoteState.Draft && view.Content.IsComplete)
                yield return ExecuteAction.Of("Submit for approval", "quotes_submit", data) with { Style = ActionStyle.Positive };
            if (quote.State == QuoteState.Approved)
                yield return ExecuteAction.Of("Mark as sent", "quotes_send", data) with { Style = ActionStyle.Positive };
            if (quote.State == QuoteState.Sent)
            {
                yield return ExecuteAction.Of("Won", "quotes_close", [.. data, ("outcome", "won")]) with { Style = ActionStyle.Positive };
                yield return ExecuteAction.Of("Lost", "quotes_close", [.. data, ("outcome", "lost")]);
            }
            if (quote.State == QuoteState.Submitted)
                yield return ExecuteAction.Of("Withdraw", "quotes_withdraw", data);
        }
        if (view.Content.Lines.Count > 0)
            yield return ExecuteAction.Of("PDF", "quotes_document", [.. data, ("format", "pdf")]);
    }
}
