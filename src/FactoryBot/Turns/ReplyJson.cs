using System.Text.Json;

namespace FactoryBot.Turns;

/// <summary>A reply as it is stored between answering and delivering.</summary>
internal static class ReplyJson
{
    public static string Write(OutboundReply reply) => JsonSerializer.Serialize(reply, TurnJson.Default.OutboundReply);

    public static OutboundReply Read(string json) => JsonSerializer.Deserialize(json, TurnJson.Default.OutboundReply)!;
}
