using System.Text.Json.Serialization;

namespace FactoryBot.Channels.Teams.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    MaxDepth = ActivityReader.MostDepth)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(TeamsReference))]
[JsonSerializable(typeof(Feedback))]
[JsonSerializable(typeof(FileAddress))]
internal sealed partial class TeamsJson : JsonSerializerContext;
