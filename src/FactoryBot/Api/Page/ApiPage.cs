using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FactoryBot.Api.Page;

/// <summary>The page that shows the OpenAPI document to people; it loads nothing from anywhere else.</summary>
internal static class ApiPage
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void MapApiPage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/openapi", (HttpContext http) => Send(http, "page.html", "text/html; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/openapi/page.js", (HttpContext http) => Send(http, "page.js", "text/javascript; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/openapi/page.css", (HttpContext http) => Send(http, "page.css", "text/css; charset=utf-8")).ExcludeFromDescription();
    }

    private static FileStreamHttpResult Send(HttpContext http, string file, string contentType)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var content = Assembly.GetExecutingAssembly().GetManifestResourceStream("FactoryBot.Api.Page." + file)!;
        return TypedResults.Stream(content, contentType);
    }
}
