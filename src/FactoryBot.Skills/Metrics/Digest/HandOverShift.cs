using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Digest;

/// <summary>Tells the shift that begins what the one before it leaves.</summary>
internal sealed class HandOverShift(AskPlant ask, PlantCache plants, ReadDigest digest)
{
    public const string Figure = "shift hand-over";

    /// <param name="question">Without a shift and a period: the last shift that has ended and has data.</param>
    public async Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken)
    {
        var plant = await plants.GetAsync(asker.TenantId, cancellationToken);
        // "The last shift" of a hand-over is the last one that left data.
        if (question.Shift == ClockShifts.Ended)
            question = question with { Shift = null };
        if (question.Shift != ClockShifts.Running && string.IsNullOrWhiteSpace(question.Period) && LastEnded(plant, question.Shift, asker.Now) is { } ended)
            question = question with { Period = ended.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Shift = ended.Shift.Name };
        return await ask.AnswerAsync(asker, question with { Figure = Figure }, ReadAsync, cancellationToken);
    }

    /// <summary>The shift that ended last before the moment, on a day with data; null where there is none.</summary>
    /// <param name="named">Only the shift of this name.</param>
    internal static (DateOnly Day, PlantShift Shift)? LastEnded(PlantData plant, string? named, DateTimeOffset now)
    {
        if (plant.LastDay is not { } last)
            return null;
        var candidates =
            from shift in plant.Shifts
            where named is null || NearestNames.Same(named, shift.Name, shift.Aliases)
            let zone = SiteZone.Of(plant.Sites.First(site => site.Id == shift.SiteId))
            from day in Enumerable.Range(0, 3).Select(back => last.AddDays(-back))
            let end = LocalTime.Of(Language.Period.Of(day, day), zone, [shift])[0].To
            where end <= now
            orderby end descending, shift.Id
            select ((DateOnly, PlantShift)?)(day, shift);
        return candidates.FirstOrDefault();
    }

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var (report, no, version) = await digest.ReadAsync(asked, cancellationToken);
        return report is null ? new(no!, version) : DigestAnswer.Of(report, "Shift hand-over", version);
    }
}
