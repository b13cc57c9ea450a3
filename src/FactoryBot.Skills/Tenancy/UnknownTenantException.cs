namespace FactoryBot.Skills.Tenancy;

/// <summary>The organisation is no tenant and may not become one by itself. Its message may be shown.</summary>
public sealed class UnknownTenantException() : Exception(TenancyFailures.UnknownTenant);
