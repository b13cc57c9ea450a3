using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FactoryBot.Api;

/// <summary>A refusal as RFC 9457 problem details: what is wrong, in words, and nothing of the inside.</summary>
internal sealed record Problem(int Status, string Code, string Title, string Detail)
{
    /// <summary>Sentences to say instead, where the question was not understood.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public int? RetryAfterSeconds { get; init; }

    public ProblemHttpResult ToResult(HttpContext http)
    {
        if (RetryAfterSeconds is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var details = new ProblemDetails
        {
            Type = "urn:factorybot:problem:" + Code,
            Title = Title,
            Status = Status,
            Detail = Detail,
            Instance = http.Request.Path,
        };
        details.Extensions["traceId"] = http.TraceIdentifier;
        if (Choices.Count > 0)
            details.Extensions["choices"] = Choices;
        return TypedResults.Problem(details);
    }

    public Task WriteAsync(HttpContext http) => ToResult(http).ExecuteAsync(http);
}
