using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.WebChat.DirectLine;

/// <summary>POST conversations/{id}/upload: a message with files, as multipart.</summary>
internal static class PostUpload
{
    private const string ActivityType = "application/vnd.microsoft.activity";
    private const int MostFiles = 10;
    private const int LongestName = 200;

    public static async Task<IResult> HandleAsync(
        HttpContext http, string id, Conversations conversations, IntakeOfActivities intake, IOptions<WebChatOptions> options)
    {
        var (conversation, refusal) = await conversations.AuthenticateAsync(Visitors.Token(http), id, DirectLineToken.ForCalls, http.RequestAborted);
        if (conversation is null)
            return refusal!;
        var most = options.Value.UploadMegabytes * 1024L * 1024;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most + PostActivity.MostBytes;
        if (!http.Request.HasFormContentType)
            return DirectLineError.Malformed;
        try
        {
            var form = await http.Request.ReadFormAsync(
                new FormOptions { MultipartBodyLengthLimit = most, ValueLengthLimit = PostActivity.MostBytes, ValueCountLimit = 16 }, http.RequestAborted);
            var files = form.Files.Where(f => f.ContentType != ActivityType && f.Length > 0).ToList();
            if (files.Count is 0 or > MostFiles || files.Sum(f => f.Length) > most)
                return files.Count == 0 ? DirectLineError.Malformed : DirectLineError.TooLarge;
            var uploads = new List<Upload>();
            foreach (var file in files)
                uploads.Add(await ReadAsync(file, http.RequestAborted));
            return await PostActivity.TakeAsync(conversation, await ActivityAsync(form, http.RequestAborted), uploads, intake);
        }
        catch (Exception error) when (error is JsonException or InvalidDataException)
        {
            return DirectLineError.Malformed;
        }
        catch (BadHttpRequestException error)
        {
            return error.StatusCode == StatusCodes.Status413PayloadTooLarge ? DirectLineError.TooLarge : DirectLineError.Malformed;
        }
    }

    // Browsers send the activity as a file part of its own type, or as a plain field.
    private static async Task<JsonElement> ActivityAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files.FirstOrDefault(f => f.ContentType == ActivityType) is { Length: <= PostActivity.MostBytes } part)
        {
            await using var content = part.OpenReadStream();
            return (await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken)).RootElement.Clone();
        }
        return form.TryGetValue("activity", out var text) && text.ToString() is { Length: > 0 } json
            ? JsonDocument.Parse(json).RootElement.Clone()
            : JsonDocument.Parse("""{"type":"message"}""").RootElement.Clone();
    }

    private static async Task<Upload> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        var name = Path.GetFileName(file.FileName.Replace('\\', '/')).Replace("\0", "", StringComparison.Ordinal);
        return new(name.Length is 0 or > LongestName ? "file" : name, file.ContentType, content);
    }
}
