using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Digest;

/// <summary>Tells what happened: the digest of a day, or of any other time. On demand and from a subscription.</summary>
internal sealed class ComposeDigest(AskPlant ask, PlantCache plants, ReadDigest digest)
{
    public const string Figure = "daily digest";

    /// <param name="question">Place and shift as for any figure. Without a period, and of a today that has no data yet: yesterday on the
    /// asker's calendar, or the last day with data before it.</param>
    /// <returns>Answered with text, card, data and proof; otherwise one of the "no"s, which is to be sent as it is.</returns>
    public async Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken)
    {
        if (await plants.GetAsync(asker.TenantId, cancellationToken) is not { LastDay: { } last })
            return await ask.AnswerAsync(asker, question with { Figure = Figure }, ReadAsync, cancellationToken);
        var isAhead = last < asker.Today && IsToday(question.Period, asker.Today);
        if (isAhead || string.IsNullOrWhiteSpace(question.Period))
            question = question with { Period = LastFinished(last, asker.Today).Iso };
        var answer = await ask.AnswerAsync(asker, question with { Figure = Figure }, ReadAsync, cancellationToken);
        return isAhead && answer.Status == ResultStatus.Answered ? answer with { Text = $"Nothing of today is loaded yet; this is the last day that is. {answer.Text}" } : answer;
    }

    private static bool IsToday(string? period, DateOnly today) => period is not null && PeriodReader.Read(period, today).Period is { } asked && asked.From == today;

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
