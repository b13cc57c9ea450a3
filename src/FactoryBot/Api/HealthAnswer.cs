using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FactoryBot.Api;

/// <summary>The state of the host: healthy or unhealthy, and of each part of it.</summary>
internal sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, string> Parts)
{
    public static Task WriteAsync(HttpContext http, HealthReport report) =>
        http.Response.WriteAsJsonAsync(
            new(Word(report.Status), report.Entries.ToDictionary(e => e.Key, e => Word(e.Value.Status))),
            ApiJson.Default.HealthAnswer, cancellationToken: http.RequestAborted);

    private static string Word(HealthStatus status) => status == HealthStatus.Healthy ? "healthy" : "unhealthy";
}
