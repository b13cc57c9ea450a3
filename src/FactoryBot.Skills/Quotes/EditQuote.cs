using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Quotes.Pricing;
using FactoryBot.Skills.Quotes.Requests;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>Changes a quote by words or by the card: each change is a new version, and what was approved before counts no more.</summary>
internal sealed class EditQuote(FactoryDatabase database, RequestedLines requested, ApprovalNotices notices, QuoteApproval subject, TimeProvider time)
{
    /// <param name="text">What to change; may name the quote ("in Q-00012 make line 2 250 pieces").</param>
    public async Task<SkillResult> ByWordsAsync(string text, Asker asker, CancellationToken cancellationToken)
    {
        var edits = ReadEdits.Of(text, asker.Today);
        return edits.Count == 0 ? QuoteFailures.UnknownEdit(text) : await RunAsync(QuoteNumber.In(text), null, edits, asker, cancellationToken);
    }

    /// <param name="number">Null: the one that the asker worked on last.</param>
    /// <param name="revision">What the asker saw; null: whatever is there now.</param>
    public async Task<SkillResult> RunAsync(string? number, int? revision, IReadOnlyList<QuoteEdit> edits, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await FindAsync(scope, number, asker, cancellationToken) is not { } quote)
            return QuoteFailures.NoQuote(number);
        if (!QuoteStates.MayEdit(quote.State))
            return QuoteFailures.Closed(quote);
        var versions = await QuoteStore.VersionsAsync(scope, quote.QuoteId, 1, cancellationToken);
        if (revision is { } seen && seen != quote.Revision)
            return Late(quote, versions);

        var settings = await SettingStore.ReadAsync(scope, cancellationToken);
        var content = versions[^1].Content;
        var said = new List<string>();
        foreach (var edit in edits)
        {
            var (next, what, problem) = await ApplyAsync(scope, content, edit, asker, cancellationToken);
            if (problem is not null)
                return QuoteFailures.CannotEdit(problem);
            content = next;
            said.Add(what);
        }

        content = await PriceContent.RunAsync(scope, content with { Terms = settings.Terms }, settings.Rules, asker.Today, cancellationToken);
        var changes = string.Join("; ", said);
        var (result, saved) = await SaveAsync(scope, quote, content, changes, $"Changed: {changes}.", asker, cancellationToken);
        return saved ? result with { Choices = [new("Undo", $"Undo the last change of {quote.Number}"), .. result.Choices] } : result;
    }

    /// <summary>The content before the last change, as a new version: nothing that was is lost.</summary>
    public async Task<SkillResult> UndoAsync(string? number, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await FindAsync(scope, number, asker, cancellationToken) is not { } quote)
            return QuoteFailures.NoQuote(number);
        if (!QuoteStates.MayEdit(quote.State))
            return QuoteFailures.Closed(quote);
        var versions = await QuoteStore.VersionsAsync(scope, quote.QuoteId, 1, cancellationToken);
        if (versions.Count < 2)
            return QuoteFailures.NothingToUndo(quote);
        var (before, now) = (versions[^2].Content, versions[^1].Content);
        var (result, _) = await SaveAsync(
            scope, quote, before, "last change taken back", $"Taken back: {string.Join("; ", CompareVersions.Of(now, before).Take(4))}.", asker, cancellationToken);
        return result;
    }

    internal static async Task<Quote?> FindAsync(TenantScope scope, string? number, Asker asker, CancellationToken cancellationToken) =>
        number is null ? await QuoteStore.LatestOfAsync(scope, asker.MemberId, closedToo: false, cancellationToken) : await QuoteStore.ByNumberAsync(scope, number, cancellationToken);

    /// <summary>Keeps the content as a new version and ends the unit of work, unless somebody else was faster.</summary>
    private async Task<(SkillResult Result, bool Saved)> SaveAsync(
        TenantScope scope, Quote quote, QuoteContent content, string what, string said, Asker asker, CancellationToken cancellationToken)
    {
        var until = content.ValidUntil ?? asker.Today.AddDays(content.ValidDays);
        if (!await QuoteStore.SaveVersionAsync(scope, quote, content, what, asker.MemberId, until, time.GetUtcNow(), cancellationToken))
            return (Late((await FindAsync(scope, quote.Number, asker, cancellationToken))!, await QuoteStore.VersionsAsync(scope, quote.QuoteId, 1, cancellationToken)), false);
        var view = await QuoteView.LoadAsync(scope, (await QuoteStore.GetAsync(scope, quote.QuoteId, cancellationToken))!, cancellationToken);
        await subject.ClosedAsync(scope, quote, notices, asker, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        var again = quote.State is QuoteState.Submitted or QuoteState.Approved or QuoteState.Sent ? " It needs approval again." : "";
        return (QuoteResult.Of(view, asker, said + again), true);
    }

    // Said, not refused: the same part twice may be meant, for two dates.
    private static string Twice(IReadOnlyList<QuoteLine> before, IReadOnlyList<QuoteLine> added)
    {
        var place = 1 + before.ToList().FindIndex(b => added.Any(a => a.Number.Length > 0 ? a.Number == b.Number : a.Wording.Equals(b.Wording, StringComparison.OrdinalIgnoreCase)));
        return place > 0 ? $" (line {QuoteText.Number(place)} asks for the same already)" : "";
    }

    private static SkillResult Late(Quote quote, IReadOnlyList<QuoteVersion> versions) => QuoteFailures.ChangedMeanwhile(
        quote, versions[^1].MadeByName, versions.Count < 2 ? [] : CompareVersions.Of(versions[^2].Content, versions[^1].Content));

    private async Task<(QuoteContent Content, string What, string? Problem)> TakeAsync(TenantScope scope, QuoteContent content, TakeKind kind, Asker asker, CancellationToken cancellationToken)
    {
        var meant = KindChoices.Of(content, kind.Place is { } place ? LineSelector.Place(place, content) : null, kind.Words);
        var several = meant.Where(m => m.Fitting.Count > 1).Select(m => $"line {QuoteText.Number(m.Place)} has {QuoteText.Number(m.Fitting.Count)} of these: {string.Join(", ", m.Fitting.Select(f => f.Number))}").ToArray();
        var said = new List<string>();
        foreach (var (line, fitting) in meant.Where(m => m.Fitting.Count == 1))
        {
            var (next, what, _) = await ApplyAsync(scope, content, new ChoosePart(line, fitting[0].Number), asker, cancellationToken);
            content = next;
            said.Add(what);
        }

        return said.Count == 0 ? (content, "", QuoteFailures.NoSuchKind(kind.Words, several)) : (content, string.Join("; ", said.Concat(several)), null);
    }

    private async Task<(QuoteContent Content, string What, string? Problem)> ApplyAsync(
        TenantScope scope, QuoteContent content, QuoteEdit edit, Asker asker, CancellationToken cancellationToken)
    {
        switch (edit)
        {
            case TakeChoice take:
                var place = take.Place is { } said ? LineSelector.Place(said, content) : 1 + content.Lines.ToList().FindIndex(l => l.IsOpen);
                return place == 0 && take.Place is null ? (content, "", QuoteFailures.NoLineOpen)
                    : place < 1 || place > content.Lines.Count ? (content, "", QuoteFailures.NoSuchLine("", [place], content.Lines.Count))
                    : content.Lines[place - 1].Choices is var offered && take.Choice > offered.Count ? (content, "", QuoteFailures.NoSuchChoice(place, offered))
                    : await ApplyAsync(scope, content, new ChoosePart(place, offered[take.Choice - 1].Number), asker, cancellationToken);
            case ChoosePart { Place: LineSelector.Last } last when content.Lines.Count > 0:
                return await ApplyAsync(scope, content, last with { Place = content.Lines.Count }, asker, cancellationToken);
            case ChoosePart choose when choose.Place < 1 || choose.Place > content.Lines.Count:
                return (content, "", QuoteFailures.NoSuchLine("", [choose.Place], content.Lines.Count));
            case ChoosePart choose:
                if (await PriceStore.PartsAsync(scope, [choose.Number], cancellationToken) is not [var part, ..])
                    return KindChoices.Of(content, choose.Place, choose.Number) is [(_, [var named])] ? await ApplyAsync(scope, content, choose with { Number = named.Number }, asker, cancellationToken) : (content, "", QuoteFailures.NoSuchPart(choose.Number).Text);
                var lines = content.Lines.ToArray();
                var old = lines[choose.Place - 1];
                lines[choose.Place - 1] = old with
                {
                    Number = part.Number, Description = part.Description, Choices = [], Note = "", Fixed = false, Price = null,
                    Quantity = old.Quantity is { } q && old.IsOpen ? Packs.Pieces(q, old.Unit, part) : old.Quantity, Unit = old.Unit is "pack" or Quantities.Pair ? Quantities.Pieces : old.Unit,
                };
                return (content with { Lines = lines }, $"line {QuoteText.Number(choose.Place)} is {part.Number}", null);
            case TakeKind kind:
                return await TakeAsync(scope, content, kind, asker, cancellationToken);
            case SetCustomer set:
                var customer = await CustomerStore.FindAsync(scope, set.Name, null, cancellationToken);
                return (content with
                {
                    CustomerId = customer?.CustomerId, Customer = customer?.Name ?? set.Name, Contact = customer?.Contact ?? "", Address = customer?.Address ?? "",
                }, $"customer {customer?.Name ?? set.Name}{(customer is null ? " (new)" : "")}", null);
            case AddLines add:
                var read = ReadRequestText.Of(add.Text, asker.Today);
                var added = await requested.OfAsync(scope, read.Lines, content.CustomerId, cancellationToken);
                return added.Count == 0
                    ? (content, "", QuoteFailures.NothingAsked().Text)
                    : (content with { Lines = [.. content.Lines, .. added] }, $"{QuoteText.Lines(added.Count)} added{Twice(content.Lines, added)}", null);
            default:
                return ApplyEdits.Of(content, edit);
        }
    }
}
