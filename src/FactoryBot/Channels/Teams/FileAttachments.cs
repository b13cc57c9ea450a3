using System.Text.Json;
using FactoryBot.Channels.Teams.Wire;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Teams;

/// <summary>Which attachments of an activity are files, and where they are fetched. The HTML copy of the words and pressed cards are none.</summary>
internal static class FileAttachments
{
    private const string DownloadInfo = "application/vnd.microsoft.teams.file.download.info";
    private const int LongestName = 255;

    public static IReadOnlyList<InboundFile> Of(JsonElement? attachments) =>
        attachments is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(Of).OfType<InboundFile>()] : [];

    private static InboundFile? Of(JsonElement attachment)
    {
        var item = (JsonElement?)attachment;
        var type = item.Child("contentType").String() ?? "";
        var name = item.Child("name").String() ?? "";
        if (type == DownloadInfo && item.Child("content").Child("downloadUrl").String() is { } download)
            return File(name, MediaType(item.Child("content").Child("fileType").String()), new(download, ByConnector: false));
        // Pictures, and files of channels that host them beside the conversation.
        return item.Child("contentUrl").String() is { } url && !type.StartsWith("application/vnd.microsoft.", StringComparison.Ordinal) && type != "text/html"
            ? File(name, type.Length == 0 ? MediaType(null) : type, new(url, ByConnector: true))
            : null;
    }

    private static InboundFile File(string name, string mediaType, FileAddress where) => new()
    {
        Name = name.Length is > 0 and <= LongestName ? name.Replace("\0", "", StringComparison.Ordinal) : "file",
        MediaType = mediaType,
        Where = JsonSerializer.SerializeToElement(where, TeamsJson.Default.FileAddress),
    };

    private static string MediaType(string? ending) => ending switch
    {
        "csv" => "text/csv",
        "pdf" => "application/pdf",
        "txt" or "md" => "text/plain",
        _ => "application/octet-stream",
    };
}

/// <summary>Where a file is fetched.</summary>
/// <param name="ByConnector">True where the connector hosts it and wants the bot's token; false for an address that carries its own right.</param>
internal sealed record FileAddress(string Url, bool ByConnector);
