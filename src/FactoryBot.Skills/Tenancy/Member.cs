namespace FactoryBot.Skills.Tenancy;

/// <summary>A person (or an API key) in a tenant.</summary>
/// <param name="Name">Unique in the tenant.</param>
public sealed record Member(Guid Id, string Name, Role Role);
