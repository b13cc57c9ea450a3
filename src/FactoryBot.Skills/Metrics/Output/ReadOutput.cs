using FactoryBot.Skills.Results;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Metrics.Output;

/// <summary>Reads what was made; the one source of production and scrap.</summary>
internal sealed class ReadOutput(OeeStore days, OutputStore store, TimeProvider clock, ILogger<ReadOutput> logger)
{
    /// <returns>The report, or the answer that says why there is none; and the data version.</returns>
    public async Task<(OutputReport? Report, SkillResult? No, long Version)> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var (plant, scope, period, tenant) = (asked.Plant, asked.Scope, asked.Period, asked.Asker.TenantId);
        var read = await days.ReadAsync(tenant, period.Before().From, period.To, scope.MachineIds, scope.ShiftIds, cancellationToken);
        var splits = await store.ReadAsync(tenant, period.From, period.To, scope.MachineIds, scope.ShiftIds, cancellationToken);
        logger.FactsRead(
            asked.QueryId, asked.Asker.TurnId, asked.Question.Figure, read.Days.Sum(day => day.Sums.Rows), clock.GetElapsedTime(started).TotalMilliseconds);

        var version = read.Version ?? plant.Version;
        var oee = OeeReport.Of(plant, scope, period, asked.PeriodIsDefault, asked.Asker.Today, read.Days);
        return oee.Sums.Rows == 0
            ? (null, MetricsFailures.NoRows(scope, period, plant, asked.Question), version)
            : (OutputReport.Of(asked, oee, splits), null, version);
    }
}
