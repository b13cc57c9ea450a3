namespace FactoryBot.Skills.Tenancy;

/// <summary>A member in their tenant, as kept in memory: all that does not change from turn to turn.</summary>
public sealed record Membership
{
    public required Guid TenantId { get; init; }
    public required Member Member { get; init; }
    public required IReadOnlySet<string> Modules { get; init; }
    public required TimeZoneInfo TimeZone { get; init; }

    public Asker ToAsker(DateTimeOffset now, Guid turnId) => new()
    {
        TenantId = TenantId,
        MemberId = Member.Id,
        Name = Member.Name,
        Role = Member.Role,
        Permissions = Permissions.Of(Member.Role),
        Modules = Modules,
        TimeZone = TimeZone,
        Now = now,
        TurnId = turnId,
    };

    internal static Membership Of(Guid tenantId, Member member, TenantSettings settings) => new()
    {
        TenantId = tenantId,
        Member = member,
        Modules = settings.ModulesOff.Count == 0
            ? Tenancy.Modules.AllOn
            : Tenancy.Modules.All.Where(m => !settings.ModulesOff.Contains(m)).ToHashSet(StringComparer.Ordinal),
        // Checked when it was set; a server without that zone's rules must still answer.
        TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc,
    };
}
