using FactoryBot.Skills.Results;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics;

/// <summary>Keeps whole answers in memory. The data version is part of each key, so a load makes the old ones unreachable and
/// they make room by themselves.</summary>
internal sealed class AnswerCache(IOptions<MetricsOptions> options) : IDisposable
{
    private static readonly MemoryCacheEntryOptions One = new() { Size = 1, SlidingExpiration = TimeSpan.FromHours(1) };
    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = Math.Max(1, options.Value.CachedAnswers) });
    private readonly bool isOn = options.Value.CachedAnswers > 0;

    public SkillResult? Find(object key) => isOn ? answers.Get<SkillResult>(key) : null;

    public void Keep(object key, SkillResult answer)
    {
        if (isOn)
            answers.Set(key, answer, One);
    }

    public void Dispose() => answers.Dispose();
}
