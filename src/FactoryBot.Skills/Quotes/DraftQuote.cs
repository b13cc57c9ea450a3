using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Quotes.Attachments;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Quotes.Requests;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>Makes a draft out of a request: reads it, finds the parts, prices them. What is not sure is left open on the draft with choices.</summary>
internal sealed class DraftQuote(FactoryDatabase database, RequestedLines requested, KeepAttachments attachments, TimeProvider time, IModelReader? model = null)
{
    /// <param name="key">The same key twice makes one quote; null: each call makes one.</param>
    /// <param name="customerName">Given apart from the text; null: taken from it.</param>
    public Task<SkillResult> RunAsync(string text, string? customerName, string? key, Asker asker, CancellationToken cancellationToken) =>
        RunAsync(text, customerName, key, [], asker, cancellationToken);

    // What every line is needed by, the quote is.
    private static DateOnly? Common(IReadOnlyList<QuoteLine> lines) => lines.Select(l => l.NeededBy).Distinct().ToArray() is [{ } day] ? day : null;

    /// <param name="came">Files that the request came in: they stay with the quote.</param>
    public async Task<SkillResult> RunAsync(
        string text, string? customerName, string? key, IReadOnlyList<NewFile> came, Asker asker, CancellationToken cancellationToken)
    {
        // Before a connection is held: a model takes its time.
        var (read, byModel) = await SecondReading.OfAsync(ReadRequestText.Of(text, asker.Today), text, model, cancellationToken);
        if (read.Lines.Count == 0)
            return QuoteFailures.NothingAsked();
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (key is not null && await QuoteStore.ByKeyAsync(scope, key, cancellationToken) is { } before)
            return QuoteResult.Of(await QuoteView.LoadAsync(scope, before, cancellationToken), asker, $"{before.Number} was made of this request before.");
        if ((await CatalogueStore.StateAsync(scope, cancellationToken)).Version == 0)
            return QuoteFailures.NoCatalogue();

        var settings = await SettingStore.ReadAsync(scope, cancellationToken);
        var customer = await CustomerStore.FindAsync(scope, customerName ?? read.Customer, customerName is null ? read.Email : null, cancellationToken);
        if ((customer, byModel, read.Customer ?? customerName) is (null, false, null) && await CustomerInPassing.FindAsync(scope, text, cancellationToken) is { } passing)
            (customer, read) = (passing.Customer, ReadRequestText.Of(passing.Others, asker.Today) with { Customer = passing.Name });
        var lines = await requested.OfAsync(scope, read.Lines, customer?.CustomerId, cancellationToken);
        // Words alone, without a number and without anything like a part: a greeting, or the heading of what is still to be pasted.
        if (lines.Count == 0 || lines.All(l => l is { IsOpen: true, Quantity: null, Choices.Count: 0 }))
            return QuoteFailures.NothingAsked();
        var content = await PriceContent.RunAsync(
            scope,
            new()
            {
                CustomerId = customer?.CustomerId, Customer = customer?.Name ?? customerName ?? read.Customer ?? "", Contact = customer?.Contact ?? read.Email ?? "",
                Address = customer?.Address ?? "", Reference = read.Reference ?? "", NeededBy = read.NeededBy ?? Common(lines), ValidDays = settings.ValidDays, Currency = settings.Currency, Terms = settings.Terms, Lines = lines,
            },
            settings.Rules,
            asker.Today,
            cancellationToken);

        var quoteId = Guid.NewGuid();
        var now = time.GetUtcNow();
        if (!await QuoteStore.CreateAsync(scope, quoteId, asker.MemberId, key, now, cancellationToken))
        {
            await using var fresh = await database.OpenAsync(asker.TenantId, cancellationToken);
            var first = (await QuoteStore.ByKeyAsync(fresh, key!, cancellationToken))!;
            return QuoteResult.Of(await QuoteView.LoadAsync(fresh, first, cancellationToken), asker, $"{first.Number} was made of this request before.");
        }

        var quote = (await QuoteStore.GetAsync(scope, quoteId, cancellationToken))!;
        await QuoteStore.SaveVersionAsync(scope, quote, content, "drafted", asker.MemberId, asker.Today.AddDays(content.ValidDays), now, cancellationToken);
        await attachments.KeepAsync(scope, quoteId, came, asker, cancellationToken);
        quote = (await QuoteStore.GetAsync(scope, quoteId, cancellationToken))!;
        var view = await QuoteView.LoadAsync(scope, quote, cancellationToken);
        var unknown = await NewCustomer.OfAsync(scope, content.Customer, customer is not null, quote.Number, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        var lead = string.Join(' ', new[] { byModel ? "Read with the help of a language model; what it added stands in the request and is marked." : null, unknown?.Sentence }.OfType<string>());
        var result = QuoteResult.Of(view, asker, lead.Length > 0 ? lead : null);
        return unknown is { Choices.Count: > 0 } asked ? result with { Choices = [.. asked.Choices, .. result.Choices] } : result;
    }
}
