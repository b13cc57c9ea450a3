using FactoryBot.Skills.Files;

namespace FactoryBot.Api.Files;

/// <summary>Hands a file out to whoever holds a link to it that still works.</summary>
internal static class GetFile
{
    public static async Task<IResult> HandleAsync(string token, FileLinks links, FileStore files, HttpContext http)
    {
        if (links.Read(token) is not { } linked
            || await files.ReadAsync(linked.TenantId, linked.FileId, http.RequestAborted) is not { } file)
            return FileFailures.LinkEnded.ToResult(http);
        // Never shown inside a page of ours: a file may hold anything.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(file.Content, file.File.MediaType, file.File.Name);
    }
}
