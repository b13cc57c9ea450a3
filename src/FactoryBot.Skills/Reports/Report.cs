using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Reports;

/// <summary>A reported answer.</summary>
/// <param name="Words">What the person said about it, with the words that report it.</param>
internal sealed record Report(
    Guid TurnId, Guid MemberId, string Name, string Question, string Answer, string Words, DateTimeOffset ReportedAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<Report>))]
internal sealed partial class ReportsJson : JsonSerializerContext;
