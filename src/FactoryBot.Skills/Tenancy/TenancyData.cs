using System.Text.Json;
using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Tenancy;

/// <summary>The answers as REST returns them and a model reads them.</summary>
internal static class TenancyData
{
    public static JsonElement Of(IEnumerable<Member> members) => JsonSerializer.SerializeToElement(
        new([.. members.Select(Shown)]), TenancyJson.Default.MembersData);

    public static JsonElement Of(Asker asker) => JsonSerializer.SerializeToElement(
        new(asker.Name, RoleNames.Stored(asker.Role), [.. asker.Permissions.Order(StringComparer.Ordinal)]), TenancyJson.Default.MyRoleData);

    public static JsonElement Of(IReadOnlySet<string> modulesOn) => JsonSerializer.SerializeToElement(
        new([.. Modules.All.Select(m => new ModuleData(m, modulesOn.Contains(m)))]), TenancyJson.Default.ModulesData);

    public static JsonElement Of(TenantSettings settings) => JsonSerializer.SerializeToElement(
        new(settings.Name, settings.TimeZone, RoleNames.Stored(settings.DefaultRole)), TenancyJson.Default.SettingsData);

    public static JsonElement Change(string of, string before, string after) =>
        JsonSerializer.SerializeToElement(new(of, before, after), TenancyJson.Default.ChangeData);

    private static MemberData Shown(Member member) => new(member.Name, RoleNames.Stored(member.Role));
}

internal sealed record MembersData(IReadOnlyList<MemberData> Members);

internal sealed record MemberData(string Name, string Role);

internal sealed record MyRoleData(string Name, string Role, IReadOnlyList<string> Permissions);

internal sealed record ModulesData(IReadOnlyList<ModuleData> Modules);

internal sealed record ModuleData(string Module, bool On);

internal sealed record SettingsData(string Name, string TimeZone, string DefaultRole);

internal sealed record ChangeData(string Of, string Before, string After);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MembersData))]
[JsonSerializable(typeof(MyRoleData))]
[JsonSerializable(typeof(ModulesData))]
[JsonSerializable(typeof(SettingsData))]
[JsonSerializable(typeof(ChangeData))]
internal sealed partial class TenancyJson : JsonSerializerContext;
