using FactoryBot.Api.Callers;
using FactoryBot.Api.Figures;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Quotes;
using FactoryBot.Skills.Quotes.Attachments;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api.Quotes;

/// <summary>The files that are kept with a quote.</summary>
internal static class AttachmentRoutes
{
    private const int LargestImage = 4 << 20;

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

    public static Task<IResult> LogoAsync(HttpContext http, string? name, ChangeQuoteSettings settings, CancellationToken cancellationToken) =>
        WithFileAsync(http, name ?? "logo", LargestImage, file => settings.LogoAsync(file, http.Asker(), cancellationToken), cancellationToken);

    private static Task<IResult> AddAsync(HttpContext http, string number, string? name, KeepAttachments keep, IOptions<FilesOptions> options, CancellationToken cancellationToken) =>
        WithFileAsync(
            http, name ?? "file", options.Value.LargestMegabytes << 20, file => keep.AddAsync(QuoteHandlers.Number(number), file.Content.Length == 0 ? [] : [file], http.Asker(), cancellationToken), cancellationToken);

    private static async Task<IResult> WithFileAsync(HttpContext http, string name, int most, Func<NewFile, Task<SkillResult>> answer, CancellationToken cancellationToken)
    {
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

        return QuoteHandlers.Answer(http, await answer(new(name, http.Request.ContentType ?? "application/octet-stream", content.ToArray())));
    }

    private static async Task<IResult> ReadAsync(HttpContext http, string number, Guid file, KeepAttachments keep, CancellationToken cancellationToken) =>
        // Always to be saved, never shown: what somebody sent may be a page.
        await keep.ReadAsync(QuoteHandlers.Number(number), file, http.Asker(), cancellationToken) is { } found
            ? TypedResults.File(found.Content, "application/octet-stream", found.File.Name)
            : ApiFailures.NotFound.ToResult(http);

    private static async Task<IResult> RemoveAsync(HttpContext http, string number, Guid file, KeepAttachments keep, CancellationToken cancellationToken) =>
        QuoteHandlers.Answer(http, await keep.RemoveAsync(QuoteHandlers.Number(number), file, http.Asker(), cancellationToken));
}
