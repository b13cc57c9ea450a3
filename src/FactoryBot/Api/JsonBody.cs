using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;

namespace FactoryBot.Api;

/// <summary>Reads a request's body strictly, so that every mistake in it gets a sentence of its own.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    public static async Task<(T? Value, Problem? Problem)> ReadAsync<T>(
        HttpRequest request, JsonTypeInfo<T> type, int most, CancellationToken cancellationToken)
        where T : class
    {
        if (!request.HasJsonContentType())
            return (null, ApiFailures.NotJson);
        if (request.ContentLength == 0)
            return (null, ApiFailures.Empty);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most;
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, Strict, cancellationToken);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return (null, ApiFailures.Malformed);
            if (UnknownField(document.RootElement, type, "") is { } name)
                return (null, ApiFailures.UnknownField(name));
            return (document.RootElement.Deserialize(type), null);
        }
        catch (JsonException error)
        {
            return (null, FieldAt(error.Path) is { } field ? ApiFailures.WrongType(field) : ApiFailures.Malformed);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, ApiFailures.BodyTooLarge(most));
        }
        catch (BadHttpRequestException)
        {
            return (null, ApiFailures.Malformed);
        }
    }

    private static string? UnknownField(JsonElement element, JsonTypeInfo type, string path)
    {
        if (element.ValueKind == JsonValueKind.Array && type.ElementType is { } elements)
        {
            var inner = type.Options.GetTypeInfo(elements);
            return element.EnumerateArray().Select((e, i) => UnknownField(e, inner, $"{path}[{i}]")).FirstOrDefault(n => n is not null);
        }
        if (element.ValueKind != JsonValueKind.Object || type.Kind != JsonTypeInfoKind.Object)
            return null;
        foreach (var field in element.EnumerateObject())
        {
            var name = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            if (type.Properties.FirstOrDefault(p => p.Name == field.Name) is not { } known)
                return name;
            if (UnknownField(field.Value, type.Options.GetTypeInfo(known.PropertyType), name) is { } deeper)
                return deeper;
        }
        return null;
    }

    // "$.history[0].role" names a field; "$" or nothing means that the text itself is broken.
    private static string? FieldAt(string? path) => path is { Length: > 2 } && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : null;
}
