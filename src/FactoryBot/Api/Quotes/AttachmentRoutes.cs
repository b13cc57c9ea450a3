using FactoryBot.Api.Callers;
using FactoryBot.Api.Figures;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Quotes.Attachments;
using FactoryBot.Skills.Tenancy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api.Quotes;

/// <summary>The files that are kept with a quote.</summary>
internal static class AttachmentRoutes
{
    public static void MapAttachments(this RouteGroupBuilder api)
    {
        api.MapGet("/quotes/{number}/files", ListAsync).Needs(Permissions.QuotesView, Modules.Quotes)
            .WithDocs<FigureAnswer>("The files of a quote", "What is kept with it: the request as it came, drawings, the customer's order.");
        api.MapPost("/quotes/{number}/files", AddAsync).Needs(Permissions.QuotesManage, Modules.Quotes)
            .WithDocs<FigureAnswer>("Keep a file with a quote", "The file as the body, its name in name=.").RequireRateLimiting(RateLimits.Chat);
        api.MapGet("/quotes/{number}/files/{file:guid}", ReadAsync).Needs(Permissions.QuotesView, Modules.Quotes).RequireRateLimiting(RateLimits.Reads)
            .WithSummary("A file of a quote").WithDescription("The file itself.");
        api.MapDelete("/quotes/{number}/files/{file:guid}", RemoveAsync).Needs(Permissions.QuotesManage, Modules.Quotes)
            .WithDocs<FigureAnswer>("Take a file away from a quote", "It is deleted.").RequireRateLimiting(RateLimits.Chat);
    }

    private static async Task<IResult> ListAsync(HttpContext http, string number, KeepAttachments keep, CancellationToken cancellationToken) =>
        QuoteHandlers.Answer(http, await keep.ShowAsync(QuoteHandlers.Number(number), http.Asker(), cancellationToken));

    private static async Task<IResult> AddAsync(HttpContext http, string number, string? name, KeepAttachments keep, IOptions<FilesOptions> options, CancellationToken cancellationToken)
    {
        var most = options.Value.LargestMegabytes << 20;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most;
        using var content = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(content, cancellationToken);
        }
        catch (BadHttpRequestException)
        {
            return ApiFailures.BodyTooLarge(most).ToResult(http);
        }

        NewFile[] given = content.Length == 0 ? [] : [new(name ?? "file", http.Request.ContentType ?? "application/octet-stream", content.ToArray())];
        return QuoteHandlers.Answer(http, await keep.AddAsync(QuoteHandlers.Number(number), given, http.Asker(), cancellationToken));
    }

    private static async Task<IResult> ReadAsync(HttpContext http, string number, Guid file, KeepAttachments keep, CancellationToken cancellationToken) =>
        // Always to be saved, never shown: what somebody sent may be a page.
        await keep.ReadAsync(QuoteHandlers.Number(number), file, http.Asker(), cancellationToken) is { } found
            ? TypedResults.File(found.Content, "application/octet-stream", found.File.Name)
            : ApiFailures.NotFound.ToResult(http);

    private static async Task<IResult> RemoveAsync(HttpContext http, string number, Guid file, KeepAttachments keep, CancellationToken cancellationToken) =>
        QuoteHandlers.Answer(http, await keep.RemoveAsync(QuoteHandlers.Number(number), file, http.Asker(), cancellationToken));
}
