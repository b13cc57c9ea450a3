using System.Text.Json;

namespace FactoryBot.Skills.Tenancy.Audit;

/// <summary>What an entry says beyond action and subject.</summary>
internal static class AuditDetails
{
    public static string Joined(string channel, Role role) => Object(("channel", channel), ("role", RoleNames.Stored(role)));

    public static string Change(string before, string after) => Object(("before", before), ("after", after));

    public static string Key(string prefix, Role role) => Object(("prefix", prefix), ("role", RoleNames.Stored(role)));

    private static string Object(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields)
                json.WriteString(name, value);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
