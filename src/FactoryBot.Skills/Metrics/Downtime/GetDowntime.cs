using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>Answers how long machines stood still and why.</summary>
internal sealed class GetDowntime(
    AskPlant ask, DowntimeStore stops, OeeStore production, IOptions<MetricsOptions> options, TimeProvider clock, ILogger<GetDowntime> logger)
{
    public const string Figure = "downtime";
    private const string Convention = "overlapping stops of a machine merged, cut at the borders of site days and shifts";

    private readonly DowntimeRules rules = new(
        options.Value.FailureCategories is { Length: > 0 } own ? own : ["Breakdown"], TimeSpan.FromMinutes(options.Value.MajorStopMinutes));

    public Task<SkillResult> AnswerAsync(Asker asker, PlantQuestion question, CancellationToken cancellationToken) =>
        ask.AnswerAsync(asker, question with { Figure = Figure }, ReadAsync, cancellationToken);

    private async Task<PlantAnswer> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var (plant, scope, period) = (asked.Plant, asked.Scope, asked.Period);
        var before = period.Before();
        var (times, timesBefore) = (Times(asked, period), Times(asked, before));
        var both = times.Values.Concat(timesBefore.Values).SelectMany(slices => slices).ToList();
        var tenant = asked.Asker.TenantId;
        var made = await production.ReadAsync(tenant, before.From, period.To, scope.MachineIds, scope.ShiftIds, cancellationToken);
        var booked = both.Count == 0
            ? []
            : await stops.ReadAsync(tenant, new(both.Min(s => s.From), both.Max(s => s.To)), scope.MachineIds, cancellationToken);
        logger.FactsRead(asked.QueryId, asked.Asker.TurnId, Figure, booked.Count, clock.GetElapsedTime(started).TotalMilliseconds);

        var version = made.Version ?? plant.Version;
        var oee = OeeReport.Of(plant, scope, period, asked.PeriodIsDefault, asked.Asker.Today, made.Days);
        var figures = ComputeDowntime.Of(booked, id => times[id], rules, oee.Sums.RunSeconds);
        if (figures.Rows == 0)
            return new(MetricsFailures.NoStops(asked, oee.Sums.Rows > 0), version);
        var report = new DowntimeReport(
            asked,
            rules,
            oee.Sums,
            figures,
            oee.BeforeSums.Rows == 0 ? null : ComputeDowntime.Of(booked, id => timesBefore[id], rules, oee.BeforeSums.RunSeconds),
            oee.DayWarnings);
        var proof = asked.Proof([Convention], figures.Rows, ComputeDowntime.Formula, ComputeDowntime.Version, version);
        return new(
            new()
            {
                Status = ResultStatus.Answered,
                Text = DowntimeText.Of(report),
                Data = DowntimeData.Of(report),
                Card = DowntimeCard.Of(report, proof),
                Proof = proof,
                Warnings = report.Warnings,
                Choices = [.. PlantChoices.Of(Figure, scope, period, report.Before is null ? null : before, plant).Take(3),
                    new("OEE", PlantChoices.Asked("OEE", scope, period, plant).Sentence())],
            },
            version);
    }

    private static Dictionary<int, IReadOnlyList<TimeSlice>> Times(PlantAsked asked, Period period)
    {
        var (plant, shiftIds) = (asked.Plant, asked.Scope.ShiftIds);
        var bySite = plant.Sites.ToDictionary(site => site.Id, site => LocalTime.Of(
            period,
            SiteZone.Of(site),
            shiftIds is null ? null : [.. plant.Shifts.Where(shift => shift.SiteId == site.Id && shiftIds.Contains(shift.Id))]));
        return plant.Machines.ToDictionary(machine => machine.Id, machine => bySite[plant.LineOf(machine).SiteId]);
    }
}
