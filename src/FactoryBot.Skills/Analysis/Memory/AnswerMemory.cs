using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using FactoryBot.Skills.Analysis.Guard;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Analysis.Memory;

/// <summary>Rows by tenant, source, statement and data version. New data has a new version, so nothing old is ever found.</summary>
internal sealed class AnswerMemory(IOptions<AnalysisOptions> options)
{
    private readonly ConcurrentDictionary<(Guid Tenant, string Source, string Version, string Sql), (GuardedRows Rows, DateTimeOffset At)> kept = new();

    public (GuardedRows Rows, DateTimeOffset At)? Find(Guid tenantId, string source, string version, string sql) =>
        kept.TryGetValue((tenantId, source, version, sql), out var found) ? found : null;

    public void Keep(Guid tenantId, string source, string version, string sql, GuardedRows rows, DateTimeOffset at)
    {
        if (options.Value.CachedAnswers == 0 || rows.Rows.Count > 2_000)
            return;
        if (kept.Count >= options.Value.CachedAnswers)
            kept.Clear();
        kept[(tenantId, source, version, sql)] = (rows, at);
    }

    /// <summary>The same rows in the same order have the same hash.</summary>
    public static string Hash(GuardedRows rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows.Rows)
        {
            foreach (var value in row)
                hash.AppendData(Encoding.UTF8.GetBytes((value is IFormattable f ? f.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : value?.ToString() ?? "\u0001") + "\u001f"));
            hash.AppendData("\u001e"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
