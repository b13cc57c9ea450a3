using System.Text.Json.Serialization;

namespace FactoryBot.Skills.Tenancy;

/// <summary>What a member is in a tenant; each role may do all that the roles above it in this list may.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    Viewer,
    Analyst,
    Manager,
    Admin,
    Owner,
}
