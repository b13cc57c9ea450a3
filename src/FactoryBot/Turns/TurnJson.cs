using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Planning;

namespace FactoryBot.Turns;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(InboundMessage))]
[JsonSerializable(typeof(OutboundReply))]
[JsonSerializable(typeof(IReadOnlyList<PlannedCall>))]
internal sealed partial class TurnJson : JsonSerializerContext;
