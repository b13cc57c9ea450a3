using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Settings of tenants and members, section <c>Tenancy</c>.</summary>
public sealed class TenancyOptions
{
    public const string Section = "Tenancy";

    /// <summary>Whether an organisation that writes for the first time becomes a tenant by itself. Default true; with false
    /// only tenants that were added on the command line are answered.</summary>
    public bool AcceptNewTenants { get; set; } = true;

    /// <summary>The time zone of a new tenant until its owner sets another, an IANA name. Default Etc/UTC.</summary>
    [Required, StringLength(64, MinimumLength = 1)]
    public string NewTenantTimeZone { get; set; } = "Etc/UTC";

    /// <summary>Seconds after which a member is read again even if no change was announced; a safety net for a lost
    /// notification. Default 60, range 1 to 3,600.</summary>
    [Range(1, 3_600)]
    public int MaxAgeSeconds { get; set; } = 60;

    /// <summary>Members kept in memory over all tenants. Default 100,000, range 100 to 10,000,000.</summary>
    [Range(100, 10_000_000)]
    public int CachedMembers { get; set; } = 100_000;

    /// <summary>API keys kept in memory. Default 10,000, range 10 to 1,000,000.</summary>
    [Range(10, 1_000_000)]
    public int CachedKeys { get; set; } = 10_000;
}
