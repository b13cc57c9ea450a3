using System.Globalization;
using System.Text.Json;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Reports;

/// <summary>The newest reports.</summary>
internal sealed class ListReports(FactoryDatabase database)
{
    private const int Most = 20;

    public async Task<SkillResult> RunAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var (reports, all) = await ReportStore.NewestAsync(scope, Most, cancellationToken);
        if (all == 0)
            return ReportsFailures.NoReports();
        var newest = reports[0];
        var count = all == 1 ? "One answer has been reported" : string.Create(CultureInfo.InvariantCulture, $"{all:N0} answers have been reported");
        var shown = all > reports.Count ? string.Create(CultureInfo.InvariantCulture, $" The newest {reports.Count} are shown.") : "";
        return new()
        {
            Status = ResultStatus.Answered,
            Text = $"{count}. The last one by {newest.Name}: “{newest.Question}”.{shown}",
            Data = JsonSerializer.SerializeToElement(reports, ReportsJson.Default.IReadOnlyListReport),
            Card = ReportsCard.List(reports, asker.TimeZone),
        };
    }
}
