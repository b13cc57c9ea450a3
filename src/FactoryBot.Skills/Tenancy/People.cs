using FactoryBot.Skills.Database;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Tenancy;

/// <summary>The people of a tenant, from memory.</summary>
internal sealed class People(FactoryDatabase database, MemberCache cache)
{
    public async ValueTask<IReadOnlyList<Member>> OfAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        if (cache.People(tenantId) is { } known)
            return known;
        var reading = cache.Begin(tenantId);
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        var people = await TenancyStore.PeopleAsync(scope, cancellationToken);
        MemberCache.KeepPeople(reading, people);
        return people;
    }

    /// <summary>By the whole name, or by the first name where only one has it; null otherwise.</summary>
    public static Member? Find(IReadOnlyList<Member> people, string name)
    {
        var wanted = name.Trim();
        if (people.FirstOrDefault(p => p.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is { } exact)
            return exact;
        var byFirst = people.Where(p => FirstName(p).Equals(wanted, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return byFirst.Count == 1 ? byFirst[0] : null;
    }

    /// <summary>Those whose name or a part of it looks like the written one, the nearest first.</summary>
    public static IReadOnlyList<Member> Nearest(IReadOnlyList<Member> people, string name, int most)
    {
        var wanted = name.Trim().ToLowerInvariant();
        return [.. people
            .Select(p => (Member: p, Distance: Distance(p.Name.ToLowerInvariant(), wanted)))
            .Where(p => p.Distance <= Math.Max(1, wanted.Length / 3))
            .OrderBy(p => p.Distance)
            .Take(most)
            .Select(p => p.Member)];
    }

    public static string FirstName(Member member) => member.Name.Split(' ', 2)[0];

    private static int Distance(string name, string wanted)
    {
        const int far = 16;
        if (wanted.Length > 0 && name.Split(' ').Any(part => part.StartsWith(wanted, StringComparison.Ordinal)))
            return 0;
        return name.Split(' ').Append(name).Min(part => EditDistance.Between(part, wanted, far));
    }
}
