using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes.Documents;

/// <summary>Makes a quote's document. A version that is not approved is exported with DRAFT across each page.</summary>
internal sealed class ExportQuote(FactoryDatabase database, FileStore files, FileLinks links)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan FileLife = TimeSpan.FromDays(30);

    /// <param name="format">pdf or docx.</param>
    public async Task<SkillResult> RunAsync(string? number, string format, Asker asker, CancellationToken cancellationToken)
    {
        var (view, file, draft) = await MakeAsync(number, format, asker, cancellationToken);
        if (view is null || file is null)
            return view is null ? QuoteFailures.NoQuote(number) : QuoteFailures.NoFonts;
        var kept = await files.KeepAsync(asker.TenantId, file, cancellationToken);
        var text = $"{view.Quote.Number} version {QuoteText.Number(view.Quote.Version)} as {format.ToUpperInvariant()}{(draft ? ", marked DRAFT because this version is not approved" : "")}: {kept.Name}. The link works for an hour.";
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Proof = QuoteProof.Of(view, asker),
            Card = new()
            {
                Body =
                [
                    TextBlock.Heading($"{view.Quote.Number} · {format.ToUpperInvariant()}"),
                    TextBlock.Of(draft ? "This version is not approved; DRAFT stands across each page." : "The approved version."),
                    TextBlock.Subtle(QuoteProof.Of(view, asker).ToString()) with { Separator = true },
                ],
                Actions = [links.Button("Download", asker.TenantId, kept, LinkLife)],
                FallbackText = text, Lang = "en",
            },
            File = links.Offer(asker.TenantId, kept, LinkLife),
            Sources = [new(1, kept.Name, links.For(asker.TenantId, kept, LinkLife))],
        };
    }

    /// <summary>The document itself, for REST.</summary>
    public async Task<(QuoteView? View, NewFile? File, bool Draft)> MakeAsync(string? number, string format, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await EditQuote.FindAsync(scope, number, asker, cancellationToken) is not { } quote)
            return default;
        var view = await QuoteView.LoadAsync(scope, quote, cancellationToken);
        if (format == "pdf" && !DejaVuFonts.Installed)
            return (view, null, false);
        var settings = await SettingStore.ReadAsync(scope, cancellationToken);
        var logo = settings.LogoFileId is { } id ? await files.ReadAsync(asker.TenantId, id, cancellationToken) : null;
        var draft = !view.IsApproved;
        var paper = QuotePaper.Of(view, settings, logo?.Content, draft ? QuoteData.DraftMark : null, asker.TimeZone);
        var name = $"{quote.Number}-v{QuoteText.Number(quote.Version)}{(draft ? "-" + QuoteData.DraftMark : "")}";
        return (view, format == "pdf" ? new(name + ".pdf", "application/pdf", WritePdf.Of(paper), FileLife) : new(name + ".docx", Word, WriteDocx.Of(paper), FileLife), draft);
    }
}
