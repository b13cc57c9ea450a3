using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Keeps memberships in memory until their tenant is announced to have changed or they grow too old.</summary>
internal sealed class MemberCache(IOptions<TenancyOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, Tenant> tenants = new();
    private int count;

    public Membership? Find(Guid tenantId, string channel, string userId) =>
        tenants.TryGetValue(tenantId, out var tenant) && tenant.Members.TryGetValue((channel, userId), out var kept) && IsFresh(kept.ReadAt)
            ? kept.Membership
            : null;

    public IReadOnlyList<Member>? People(Guid tenantId) =>
        tenants.TryGetValue(tenantId, out var tenant) && tenant.People is { } kept && IsFresh(kept.ReadAt) ? kept.List : null;

    /// <summary>To be called before the database is read: what a change makes old meanwhile goes into a tenant that is already forgotten.</summary>
    public Reading Begin(Guid tenantId) => new(tenants.GetOrAdd(tenantId, _ => new()), time.GetTimestamp());

    public void Keep(Reading reading, string channel, string userId, Membership membership)
    {
        var kept = new KeptMember(membership, reading.At);
        if (!reading.Tenant.Members.TryAdd((channel, userId), kept))
            reading.Tenant.Members[(channel, userId)] = kept;
        else if (Interlocked.Increment(ref count) > options.Value.CachedMembers)
            ForgetAll();
    }

    public static void KeepPeople(Reading reading, IReadOnlyList<Member> people) => reading.Tenant.People = new(people, reading.At);

    public void Forget(Guid tenantId)
    {
        if (tenants.TryRemove(tenantId, out var tenant))
            Interlocked.Add(ref count, -tenant.Members.Count);
    }

    public void ForgetPeople(Guid tenantId)
    {
        // A list that is being read now was perhaps read without the new name, so it must land nowhere.
        if (tenants.TryGetValue(tenantId, out var tenant) && tenants.TryUpdate(tenantId, new() { Members = tenant.Members }, tenant))
            tenant.People = null;
    }

    public void ForgetAll()
    {
        tenants.Clear();
        Interlocked.Exchange(ref count, 0);
    }

    private bool IsFresh(long readAt) => time.GetElapsedTime(readAt).TotalSeconds < options.Value.MaxAgeSeconds;

    internal sealed record Reading(Tenant Tenant, long At);

    internal sealed record KeptMember(Membership Membership, long ReadAt);

    internal sealed record KeptPeople(IReadOnlyList<Member> List, long ReadAt);

    internal sealed class Tenant
    {
        public ConcurrentDictionary<(string Channel, string UserId), KeptMember> Members { get; init; } = new();

        public volatile KeptPeople? People;
    }
}
