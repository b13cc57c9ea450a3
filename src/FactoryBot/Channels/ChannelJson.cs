using System.Text.Encodings.Web;
using System.Text.Json;

namespace FactoryBot.Channels;

internal static class ChannelJson
{
    /// <summary>For JSON that travels as application/json and never inside a page: letters may stay letters.</summary>
    public static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
