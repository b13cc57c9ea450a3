using System.ClientModel;
using System.Text.Json;

namespace FactoryBot.Planning.OpenAI;

/// <summary>Reads what an error of the wire means. Details hold status and code only: a server's message can repeat the prompt.</summary>
internal static class OpenAIErrors
{
    public static ModelFailedException Of(Exception error) => error switch
    {
        ModelFailedException failed => failed,
        ClientResultException result => new(Reason(result), $"HTTP {result.Status} {Code(result)}".TrimEnd(), result),
        AggregateException { InnerExceptions: [.., var last] } => Of(last),
        OperationCanceledException => new(ModelFailure.TimedOut, "the server stopped sending", error),
        IOException or HttpRequestException => new(ModelFailure.CutOff, error.GetType().Name, error),
        _ => new(ModelFailure.ServerError, $"unreadable answer ({error.GetType().Name})", error),
    };

    /// <summary>What else the package throws on a broken answer; everything outside is a bug and stays one.</summary>
    public static bool IsWire(Exception error) => error is ModelFailedException or ClientResultException or AggregateException or IOException
        or HttpRequestException or OperationCanceledException or JsonException or FormatException or ArgumentException
        or InvalidOperationException or KeyNotFoundException or Azure.Identity.AuthenticationFailedException;

    public static string? Code(ClientResultException error)
    {
        try
        {
            using var body = JsonDocument.Parse(error.GetRawResponse()?.Content?.ToMemory() ?? default);
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("error", out var inner)
                && inner.ValueKind == JsonValueKind.Object && inner.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
                ? UserText.CleanLine(code.GetString()!, 60)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ModelFailure Reason(ClientResultException error) => (error.Status, Code(error)) switch
    {
        (_, "content_filter") => ModelFailure.Filtered,
        (_, "context_length_exceeded") => ModelFailure.ContextTooLong,
        (_, "insufficient_quota") => ModelFailure.QuotaUsedUp,
        (0, _) => ModelFailure.Unreachable,
        (401 or 403, _) => ModelFailure.NotAuthorised,
        (404, _) => ModelFailure.NotFound,
        (408, _) => ModelFailure.TimedOut,
        (429, _) => ModelFailure.Busy,
        (>= 500, _) => ModelFailure.ServerError,
        _ => ModelFailure.BadRequest,
    };
}
