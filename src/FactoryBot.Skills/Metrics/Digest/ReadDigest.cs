using FactoryBot.Skills.Metrics.Cells;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Issues;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Digest;

/// <summary>Reads what happened in a day or a shift.</summary>
internal sealed class ReadDigest(ReadSums sums, ReadDowntime downtime, IssueStore issues)
{
    private const int MostIssues = 5;

    /// <returns>The report, or the answer that says why there is none; and the data version.</returns>
    public async Task<(DigestReport? Report, SkillResult? No, long Version)> ReadAsync(PlantAsked asked, CancellationToken cancellationToken)
    {
        var (plant, scope, period) = (asked.Plant, asked.Scope, asked.Period);
        var days = await sums.DaysAsync(asked, period.Before().From, period.To, cancellationToken);
        var version = days.Version ?? plant.Version;
        var oee = OeeReport.Of(asked, days.Days);
        if (oee.Sums.Rows == 0)
            return (null, MetricsFailures.NoRows(scope, period, plant, asked.Question), version);
        var cells = await sums.CellsAsync(asked, period.From, period.To, byProduct: false, cancellationToken);
        var (stops, _, _) = await downtime.ReadAsync(asked, cancellationToken);
        var noticed = await issues.ReadAsync(
            asked.Asker.TenantId, scope.Over(period.From, period.To), null, null, MostIssues, cancellationToken);
        return (
            new(asked, oee, new CellSplit(plant, cells.Cells).By(SplitBy.Machine), stops, IssuesReport.Of(asked, noticed)),
            null,
            version);
    }
}
