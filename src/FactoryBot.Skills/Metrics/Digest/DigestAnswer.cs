using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Digest;

/// <summary>A report as the answer to whoever asked for it.</summary>
internal static class DigestAnswer
{
    public static PlantAnswer Of(DigestReport report, string title, long version)
    {
        var asked = report.Asked;
        var (scope, period, plant) = (asked.Scope, asked.Period, asked.Plant);
        var proof = asked.Proof(
            [asked.Convention.Words, GetDowntime.Convention], report.Rows, DigestReport.Formula, DigestReport.Version, version);
        Choice Ask(string label, string figure) => new(label, PlantChoices.Asked(figure, scope, period, plant).Sentence());
        return new(
            new()
            {
                Status = ResultStatus.Answered,
                Text = DigestText.Of(report, title),
                Data = DigestData.Of(report),
                Card = DigestCard.Of(report, title, proof),
                Proof = proof,
                Warnings = report.Warnings,
                Choices = [Ask("OEE", "OEE"), Ask("Downtime", "downtime"), Ask("Scrap", "scrap"), Ask("Quality issues", "quality issues")],
            },
            version);
    }
}
