using System.Collections.Concurrent;
using System.Text.Json;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Turns;

/// <summary>What everybody who reads along in a group may see: the rights of the one there who has the fewest.</summary>
internal sealed class Present(IEnumerable<IRosterChannel> channels, TenantDirectory tenants, TimeProvider time)
{
    private const int MostPeople = 250;
    private const int MostKept = 10_000;

    // People come and go, and roles change: both are noticed within the minute.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, IRosterChannel> byName = channels.ToDictionary(c => c.Name, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ConversationKey, (Role Role, long At)> known = new();

    /// <summary>Where it cannot be found out who is there, somebody new may be.</summary>
    public async ValueTask<Role> LowestRoleAsync(ConversationKey conversation, string channelName, JsonElement? reference, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(conversation, out var kept) && time.GetElapsedTime(kept.At) < Kept)
            return kept.Role;
        var people = byName.TryGetValue(channelName, out var channel)
            ? await channel.PresentAsync(reference, MostPeople, cancellationToken)
            : null;
        var role = await tenants.LowestRoleAsync(conversation.TenantId, channelName, people, cancellationToken);
        if (known.Count >= MostKept)
            known.Clear();
        known[conversation] = (role, time.GetTimestamp());
        return role;
    }
}
