using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FactoryBot.Api.Page;

/// <summary>The head of the OpenAPI document, and how a caller shows its key.</summary>
internal static class ApiDocument
{
    private const string Key = "apiKey";

    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new()
        {
            Title = "FactoryBot",
            Version = typeof(ApiDocument).Assembly.GetName().Version?.ToString(3) ?? "0",
            Description = "The figures of the plant and the questions about them. Every figure comes with its proof. "
                + "Refusals are problem details (RFC 9457).",
        };
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key: fb_..." },
        };
        document.Security = [new() { [new(Key, document)] = [] }];
        // Channels and pages have their own protocols; only what a program may call is listed.
        foreach (var path in document.Paths.Keys.Where(p => !IsListed(p)).ToList())
            document.Paths.Remove(path);
        return Task.CompletedTask;
    });

    private static bool IsListed(string path) =>
        path.StartsWith("/api/", StringComparison.Ordinal) && path != "/api/messages";
}
