using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace FactoryBot.Channels.WebChat.Page;

/// <summary>The scripts of Microsoft's that the set-up has put into a folder, packed where it has.</summary>
internal sealed class WebChatScript(IOptions<WebChatOptions> options)
{
    public const string Client = "webchat.js";
    public const string Cards = "adaptivecards.js";

    private static readonly (string Encoding, string Ending)[] Packings = [("br", ".br"), ("gzip", ".gz")];

    private readonly string folder = Folder(options.Value);
    private readonly Dictionary<string, string?> marks = new[] { Client, Cards }.ToDictionary(n => n, n => Mark(Path.Combine(Folder(options.Value), n)), StringComparer.Ordinal);

    /// <summary>The first script that is not there; null where all are.</summary>
    public string? Missing => marks.Where(m => m.Value is null).Select(m => Path.Combine(folder, m.Key)).FirstOrDefault();

    /// <summary>Names every script by its content: a browser keeps it for good, and takes another one as soon as there is another.</summary>
    public string Marked(string page) => marks.Aggregate(page, (text, m) => text.Replace($"/{m.Key}\"", $"/{m.Key}?v={m.Value}\"", StringComparison.Ordinal));

    public IResult Send(HttpContext http, string name)
    {
        if (marks[name] is not { } mark)
            return Results.Text("document.body.textContent='The chat page is missing a script on this host: run eng/setup.sh and start again.'", "text/javascript");
        var file = Path.Combine(folder, name);
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        foreach (var (encoding, ending) in Packings)
        {
            if (!accepted.Contains(encoding, StringComparison.OrdinalIgnoreCase) || !File.Exists(file + ending))
                continue;
            http.Response.Headers.ContentEncoding = encoding;
            file += ending;
            break;
        }
        http.Response.Headers.Vary = "Accept-Encoding";
        http.Response.Headers.CacheControl = http.Request.Query["v"] == mark ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.File(file, "text/javascript; charset=utf-8", entityTag: new($"\"{mark}{Path.GetExtension(file)}\""));
    }

    private static string Folder(WebChatOptions options) => options.Folder ?? Path.Combine(AppContext.BaseDirectory, "webchat");

    private static string? Mark(string file)
    {
        if (!File.Exists(file))
            return null;
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content))[..16];
    }
}
