using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Turns;

/// <summary>What a channel asks for somebody who writes a message and wants to put a thing into it. No turn: nothing is asked of the bot and nothing
/// is kept.</summary>
public interface ILookUp
{
    Task<IReadOnlyList<Found>> FindAsync(string channel, string tenantKey, ChannelUser user, string words, CancellationToken cancellationToken);
}

/// <summary>Looks in every feature, with the rights of who writes.</summary>
internal sealed class LookUp(TenantDirectory tenants, IEnumerable<IQuickSearch> searches, TimeProvider time) : ILookUp
{
    private const int LongestWords = 200;

    public async Task<IReadOnlyList<Found>> FindAsync(string channel, string tenantKey, ChannelUser user, string words, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var asker = (await tenants.ResolveAsync(channel, tenantKey, user.Id, user.Name, cancellationToken)).ToAsker(now, Guid.CreateVersion7(now));
        var found = new List<Found>();
        foreach (var search in searches)
            found.AddRange(await search.FindAsync(words.Length <= LongestWords ? words : words[..LongestWords], asker, cancellationToken));
        return found;
    }
}
