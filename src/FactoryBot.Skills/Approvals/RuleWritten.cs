using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Approvals;

/// <summary>A rule as the database's own functions take it and keep it in the record of changes.</summary>
internal sealed record RuleWritten
{
    [JsonPropertyName("rule_id")] public Guid? RuleId { get; init; }
    [JsonPropertyName("kind")] public string Kind { get; init; } = "";
    [JsonPropertyName("name")] public string Name { get; init; } = "";
    [JsonPropertyName("condition")] public ApprovalCondition Condition { get; init; } = new();
    [JsonPropertyName("permission")] public string? Permission { get; init; }
    [JsonPropertyName("member_id")] public Guid? MemberId { get; init; }
    [JsonPropertyName("everybody")] public bool Everybody { get; init; }
    [JsonPropertyName("step")] public int Step { get; init; } = 1;
    [JsonPropertyName("own_allowed")] public bool OwnAllowed { get; init; }
    [JsonPropertyName("due_hours")] public int? DueHours { get; init; }
    [JsonPropertyName("escalate_hours")] public int? EscalateHours { get; init; }
    [JsonPropertyName("escalate_permission")] public string? EscalatePermission { get; init; }
    [JsonPropertyName("enabled")] public bool Enabled { get; init; } = true;

    public static RuleWritten Of(ApprovalRule rule) => new()
    {
        Kind = rule.Kind, Name = rule.Name, Condition = rule.Condition, Permission = rule.Permission, MemberId = rule.MemberId, Everybody = rule.Everybody, Step = rule.Step,
        OwnAllowed = rule.OwnAllowed, DueHours = rule.DueHours, EscalateHours = rule.EscalateHours, EscalatePermission = rule.EscalatePermission, Enabled = rule.Enabled,
    };

    public ApprovalRule ToRule() => new()
    {
        RuleId = RuleId ?? Guid.Empty, Kind = Kind, Name = Name, Condition = Condition, Permission = Permission, MemberId = MemberId, Everybody = Everybody, Step = Step,
        OwnAllowed = OwnAllowed, DueHours = DueHours, EscalateHours = EscalateHours, EscalatePermission = EscalatePermission, Enabled = Enabled,
    };
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RuleWritten))]
[JsonSerializable(typeof(IReadOnlyList<RuleWritten>))]
internal sealed partial class RuleJson : JsonSerializerContext;
