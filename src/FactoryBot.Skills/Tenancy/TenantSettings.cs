namespace FactoryBot.Skills.Tenancy;

/// <param name="TimeZone">An IANA name, for example Europe/Berlin.</param>
/// <param name="DefaultRole">What a new member becomes.</param>
/// <param name="ModulesOff">The modules that are switched off.</param>
public sealed record TenantSettings(string Name, string TimeZone, Role DefaultRole, IReadOnlySet<string> ModulesOff);
