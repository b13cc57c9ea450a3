using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Digest;

/// <summary>Tells what happened: the digest of a day, or of any other time. On demand and from a subscription.</summary>
internal sealed class ComposeDigest(AskPlant ask, PlantCache plants, ReadDigest digest)
{
    public const string Figure = "daily digest";

    /// <param name="question">Place and shift as for any figure. Without a period: yesterday on the asker's calendar, or the last day with
    /// data before it.</param>
    /// <returns>Answered with text, card, data and proof; otherwise one of the "no"s, which is to be sent as it is.</returns>
    public async Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(question.Period) && await plants.GetAsync(asker.TenantId, cancellationToken) is { LastDay: { } last })
            question = question with { Period = LastFinished(last, asker.Today).Iso };
        return await ask.AnswerAsync(asker, question with { Figure = Figure }, ReadAsync, cancellationToken);
    }

    private static Period LastFinished(DateOnly last, DateOnly today)
    {
        var day = last < today ? last : today.AddDays(-1);
        return Period.Of(day, day);
    }

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var (report, no, version) = await digest.ReadAsync(asked, cancellationToken);
        return report is null ? new(no!, version) : DigestAnswer.Of(report, "Digest", version);
    }
}
