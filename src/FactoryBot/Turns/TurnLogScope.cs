using System.Collections;

namespace FactoryBot.Turns;

/// <summary>The ids that every log line of a turn carries.</summary>
internal sealed class TurnLogScope(Guid turnId, Guid tenantId) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 2;

    public KeyValuePair<string, object?> this[int index] =>
        index == 0 ? new("TurnId", turnId) : new("TenantId", tenantId);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        yield return this[0];
        yield return this[1];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
