using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Subscriptions;

/// <summary>What a subscriber is sent: the day before, with its factors, counts and trend.</summary>
internal sealed class DigestSource(GetOee oee)
{
    public Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken) =>
        oee.AnswerAsync(asker, question with { Period = "yesterday" }, cancellationToken);
}
