using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tenancy.Keys;

/// <summary>Remembers valid keys by their hash until their tenant is announced to have changed or they grow too old.</summary>
internal sealed class ApiKeyCache(IOptions<TenancyOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.Ordinal);
    private long generation;

    /// <summary>To be read before the database is: what was forgotten meanwhile is not kept.</summary>
    public long Generation => Interlocked.Read(ref generation);

    public ApiKeyHolder? Find(byte[] hash) =>
        kept.TryGetValue(Convert.ToHexString(hash), out var entry)
        && time.GetElapsedTime(entry.ReadAt).TotalSeconds < options.Value.MaxAgeSeconds
            ? entry.Holder
            : null;

    public void Keep(byte[] hash, ApiKeyHolder holder, long readIn)
    {
        if (kept.Count >= options.Value.CachedKeys)
            kept.Clear();
        var name = Convert.ToHexString(hash);
        kept[name] = new(holder, time.GetTimestamp());
        if (Generation != readIn)
            kept.TryRemove(name, out _);
    }

    public void Forget(Guid tenantId)
    {
        Interlocked.Increment(ref generation);
        foreach (var (hash, entry) in kept)
        {
            if (entry.Holder.TenantId == tenantId)
                kept.TryRemove(hash, out _);
        }
    }

    public void ForgetAll()
    {
        Interlocked.Increment(ref generation);
        kept.Clear();
    }

    private sealed record Kept(ApiKeyHolder Holder, long ReadAt);
}
