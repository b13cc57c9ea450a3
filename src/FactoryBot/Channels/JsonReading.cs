using System.Runtime.InteropServices;
using System.Text.Json;

namespace FactoryBot.Channels;

/// <summary>Reads raw JSON of unknown shape: what is not there, or is something else, is null.</summary>
internal static class JsonReading
{
    public static JsonElement? Child(this JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var child) ? child : null;

    public static string? String(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } found && found.IsText() ? found.GetString() : null;

    public static JsonElement? Object(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Object } found ? found : null;

    /// <summary>False for strings that JSON can spell and Unicode text or PostgreSQL cannot hold: half characters and NUL.</summary>
    public static bool IsText(this JsonElement element)
    {
        // Only an escape sequence can spell one: almost every element is done after this look.
        var raw = JsonMarshal.GetRawUtf8Value(element);
        return raw.IndexOf("\\u"u8) < 0 || HoldsText(element);
    }

    private static bool HoldsText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => IsText(() => element.GetString()),
        JsonValueKind.Array => element.EnumerateArray().All(HoldsText),
        JsonValueKind.Object => element.EnumerateObject().All(p => IsText(() => p.Name) && HoldsText(p.Value)),
        _ => true,
    };

    private static bool IsText(Func<string?> read)
    {
        try
        {
            return read()?.Contains('\0') == false;
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json reports half a surrogate pair this way, and offers no way to ask first.
            return false;
        }
    }
}
