using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace FactoryBot.Channels.WebChat.Page;

/// <summary>Web Chat's own script, which the set-up has put into a folder, packed where it has.</summary>
internal sealed class WebChatScript(IOptions<WebChatOptions> options)
{
    public const string FileName = "webchat.js";

    public string File { get; } = System.IO.Path.Combine(options.Value.Folder ?? System.IO.Path.Combine(AppContext.BaseDirectory, "webchat"), FileName);

    public bool IsThere => System.IO.File.Exists(File);

    public IResult Send(HttpContext http)
    {
        if (!IsThere)
            return Results.Text("document.body.textContent='Web Chat is missing on this host: run eng/setup.sh and start again.'", "text/javascript");
        var packed = File + ".gz";
        var takesPacked = http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase) && System.IO.File.Exists(packed);
        if (takesPacked)
            http.Response.Headers.ContentEncoding = "gzip";
        http.Response.Headers.Vary = "Accept-Encoding";
        http.Response.Headers.CacheControl = "public, max-age=86400";
        var file = new FileInfo(takesPacked ? packed : File);
        var tag = new EntityTagHeaderValue($"\"{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}\"");
        return Results.File(file.FullName, "text/javascript; charset=utf-8", entityTag: tag);
    }
}
