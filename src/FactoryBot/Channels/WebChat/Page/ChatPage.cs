using System.Reflection;
using System.Text.Json;
using FactoryBot.Channels.WebChat.DirectLine;
using FactoryBot.Skills.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FactoryBot.Channels.WebChat.Page;

/// <summary>The page itself. It loads nothing from anywhere else.</summary>
internal static class ChatPage
{
    public const string Path = "/chat";

    // The client styles itself with inline styles, and draws pictures and workers of its own.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self' ";

    private const string Rest = "; worker-src blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void MapChatPage(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, SendPage).ExcludeFromDescription();
        app.MapGet(Path + "/page.js", (HttpContext http) => Send(http, "page.js", "text/javascript; charset=utf-8")).ExcludeFromDescription();
        app.MapGet(Path + "/page.css", (HttpContext http) => Send(http, "page.css", "text/css; charset=utf-8")).ExcludeFromDescription();
        app.MapGet(Path + "/cards.js", (HttpContext http) => Send(http, "cards.js", "text/javascript; charset=utf-8")).ExcludeFromDescription();
        foreach (var script in new[] { WebChatScript.Client, WebChatScript.Cards })
            app.MapGet($"{Path}/{script}", (HttpContext http, WebChatScript scripts) => scripts.Send(http, script)).ExcludeFromDescription();
        app.MapGet(Path + "/start", Start).ExcludeFromDescription();
        app.MapPost(Path + "/token", TokenAsync).ExcludeFromDescription();
    }

    private static IResult Start(HttpContext http, Visitors visitors)
    {
        http.Response.Headers.CacheControl = "no-store";
        var open = visitors.IsOpenFor(http);
        var start = new PageStart(open, open ? [.. DemoCast.Parts.Select(p => new PagePerson(p.Key, p.Name, p.Work))] : []);
        return Results.Text(JsonSerializer.Serialize(start, WebChatJson.Default.PageStart), "application/json");
    }

    // Only for the page on this machine: the person is chosen, not proven.
    private static async Task<IResult> TokenAsync(HttpContext http, string? member, Visitors visitors, Conversations conversations)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!visitors.IsOpenFor(http))
            return DirectLineError.NoToken;
        var conversation = await conversations.OpenAsync(await visitors.DemoAsync(member, http.RequestAborted), http.RequestAborted);
        return Results.Text(JsonSerializer.Serialize(conversations.Describe(conversation), WebChatJson.Default.OpenedConversation), "application/json");
    }

    private static ContentHttpResult SendPage(HttpContext http, WebChatScript scripts)
    {
        Guard(http);
        using var page = new StreamReader(Read("page.html"));
        return TypedResults.Text(scripts.Marked(page.ReadToEnd()), "text/html; charset=utf-8");
    }

    private static FileStreamHttpResult Send(HttpContext http, string file, string contentType)
    {
        Guard(http);
        return TypedResults.Stream(Read(file), contentType);
    }

    private static Stream Read(string file) => Assembly.GetExecutingAssembly().GetManifestResourceStream("FactoryBot.Channels.WebChat.Page." + file)!;

    private static void Guard(HttpContext http)
    {
        var socket = (http.Request.IsHttps ? "wss://" : "ws://") + http.Request.Host;
        http.Response.Headers.ContentSecurityPolicy = Policy + socket + Rest;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}

/// <summary>What the page needs to know first.</summary>
/// <param name="Open">Whether a person may be chosen; otherwise a key is needed.</param>
internal sealed record PageStart(bool Open, IReadOnlyList<PagePerson> People);

internal sealed record PagePerson(string Key, string Name, string Work);
