using System.Collections.Concurrent;
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
    public async ValueTask<Role> LowestRoleAsync(OpenTurn turn, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(turn.Conversation, out var kept) && time.GetElapsedTime(kept.At) < Kept)
            return kept.Role;
        var message = turn.Message;
        var people = byName.TryGetValue(message.Channel, out var channel)
            ? await channel.PresentAsync(message, MostPeople, cancellationToken)
            : null;
        var role = await tenants.LowestRoleAsync(turn.Conversation.TenantId, message.Channel, people, cancellationToken);
        if (known.Count >= MostKept)
            known.Clear();
        known[turn.Conversation] = (role, time.GetTimestamp());
        return role;
    }
}
