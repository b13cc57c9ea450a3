using FactoryBot.Api.Callers;
using FactoryBot.Api.Figures;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Api.Quotes;

/// <summary>The addresses of quotes and their catalogue.</summary>
internal static class QuoteRoutes
{
    public static void MapQuotes(this RouteGroupBuilder api)
    {
        api.MapGet("/quotes", QuoteHandlers.ListAsync).Needs(Permissions.QuotesView, Modules.Quotes)
            .WithDocs<FigureAnswer>("The newest quotes", "Of the whole tenant; search looks in numbers and customers, state takes one state, mine=true the caller's own, expiresWithin the approved and sent ones that end within so many days.");
        api.MapGet("/quotes/settings", QuoteHandlers.SettingsAsync).Needs(Permissions.QuotesView, Modules.Quotes)
            .WithDocs<FigureAnswer>("How this tenant quotes", "Company, terms, currency, formats, margins.");
        api.MapPost("/quotes/settings", QuoteHandlers.SetAsync).Needs(Permissions.QuotesApprove, Modules.Quotes).RequireRateLimiting(RateLimits.Setup)
            .WithDocs<QuoteChange, FigureAnswer>("Change how this tenant quotes", "Takes change: one setting in words, such as quote terms: 30 days net.");
        api.MapPut("/quotes/logo", AttachmentRoutes.LogoAsync).Needs(Permissions.QuotesApprove, Modules.Quotes)
            .WithDocs<FigureAnswer>("The logo on quotes", "A PNG or JPEG of up to 2 MB as the body, its name in name=.").RequireRateLimiting(RateLimits.Setup);
        api.MapGet("/quotes/figures", QuoteHandlers.FiguresAsync).Needs(Permissions.QuotesView, Modules.Quotes)
            .WithDocs<FigureAnswer>("Win rate, turnaround, reasons for loss", "Over all quotes that are won or lost, or those of a period: words (this quarter) or an ISO 8601 interval.");
        api.MapGet("/quotes/{number}", QuoteHandlers.GetAsync).Needs(Permissions.QuotesView, Modules.Quotes)
            .WithDocs<FigureAnswer>("One quote", "With lines, total, approval and revision.");
        api.MapGet("/quotes/{number}/changes", QuoteHandlers.ChangesAsync).Needs(Permissions.QuotesView, Modules.Quotes)
            .WithDocs<FigureAnswer>("What changed in a quote", "Version by version.");
        api.MapGet("/quotes/{number}/approvers", QuoteHandlers.PreviewAsync).Needs(Permissions.QuotesView, Modules.Quotes)
            .WithDocs<FigureAnswer>("Who must approve a quote", "And which rule says so.");
        api.MapGet("/quotes/{number}/lines/{line:int}/alternatives", QuoteHandlers.AlternativesAsync).Needs(Permissions.QuotesView, Modules.Quotes)
            .WithDocs<FigureAnswer>("Other parts for a line", "want=cheaper, want=stock or both, with a comma.");
        api.MapGet("/quotes/{number}/document.{format}", QuoteHandlers.DocumentAsync).Needs(Permissions.QuotesView, Modules.Quotes).RequireRateLimiting(RateLimits.Reads)
            .WithSummary("A quote as pdf or docx").WithDescription("A version that is not approved has DRAFT across each page.");
        api.MapPost("/quotes", QuoteHandlers.DraftAsync).Needs(Permissions.QuotesManage, Modules.Quotes).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<NewQuote, FigureAnswer>("Draft a quote", "The header Idempotency-Key makes one quote of a request that is sent twice.");
        api.MapPost("/quotes/{number}/edit", QuoteHandlers.EditAsync).Needs(Permissions.QuotesManage, Modules.Quotes).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<QuoteChange, FigureAnswer>("Change a quote", "Takes change and revision.");
        api.MapPut("/quotes/{number}/lines/{line:int}", QuoteHandlers.EditLineAsync).Needs(Permissions.QuotesManage, Modules.Quotes).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<LineChange, FigureAnswer>("Change a line", "Takes part, quantity, price, discount and revision; what is left out stays. line counts from 1.");
        api.MapDelete("/quotes/{number}/lines/{line:int}", QuoteHandlers.RemoveLineAsync).Needs(Permissions.QuotesManage, Modules.Quotes)
            .WithDocs<FigureAnswer>("Take a line out", "With revision=, a quote that was changed since is not touched.").RequireRateLimiting(RateLimits.Chat);
        api.MapPost("/quotes/{number}/undo", QuoteHandlers.UndoAsync).Needs(Permissions.QuotesManage, Modules.Quotes)
            .WithDocs<FigureAnswer>("Take the last change back", "As a new version; asked again, the change is made again.").RequireRateLimiting(RateLimits.Chat);
        api.MapPost("/quotes/{number}/submit", QuoteHandlers.SubmitAsync).Needs(Permissions.QuotesManage, Modules.Quotes).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<QuoteChange, FigureAnswer>("Ask for approval", "Takes revision.");
        api.MapPost("/quotes/{number}/withdraw", QuoteHandlers.WithdrawAsync).Needs(Permissions.QuotesManage, Modules.Quotes).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<QuoteChange, FigureAnswer>("Take a submitted quote back", "It is a draft again.");
        api.MapPost("/quotes/{number}/copy", QuoteHandlers.CopyAsync).Needs(Permissions.QuotesManage, Modules.Quotes).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<QuoteChange, FigureAnswer>("Copy a quote", "The copy needs an approval of its own.");
        api.MapPost("/quotes/{number}/send", QuoteHandlers.SendAsync).Needs(Permissions.QuotesManage, Modules.Quotes).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<QuoteChange, FigureAnswer>("Mark a quote as sent", "Only the exact version that was approved. Takes revision.");
        api.MapPost("/quotes/{number}/close", QuoteHandlers.CloseAsync).Needs(Permissions.QuotesManage, Modules.Quotes).RequireRateLimiting(RateLimits.Chat)
            .WithDocs<QuoteChange, FigureAnswer>("Won, lost or cancelled", "Takes outcome, reason and revision.");
        api.MapPost("/parts", (HttpContext http, ImportParts import, CancellationToken cancellationToken) =>
                QuoteHandlers.ImportAsync(http, (tenantId, name, content, token) => import.RunAsync(tenantId, name, content, replace: false, token), cancellationToken))
            .Needs(Permissions.QuotesManage, Modules.Quotes).RequireRateLimiting(RateLimits.Setup)
            .WithSummary("Take a list of parts in").WithDescription("CSV (text/csv) or XLSX as the body, titles in the first line.").Produces<ImportAnswer>();
        api.MapPost("/customers", (HttpContext http, ImportCustomers import, CancellationToken cancellationToken) =>
                QuoteHandlers.ImportAsync(http, import.RunAsync, cancellationToken))
            .Needs(Permissions.QuotesManage, Modules.Quotes).RequireRateLimiting(RateLimits.Setup)
            .WithSummary("Take a list of customers in").WithDescription("CSV (text/csv) or XLSX as the body, titles in the first line.").Produces<ImportAnswer>();
    }
}
