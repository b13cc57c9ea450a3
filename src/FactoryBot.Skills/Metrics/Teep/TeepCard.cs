using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Teep;

/// <summary>The picture of a TEEP answer.</summary>
internal static class TeepCard
{
    private const int MostMachines = 10;

    public static AdaptiveCard Of(TeepReport report, ProofLine proof)
    {
        var body = PlantCard.Begin("TEEP", report.Asked);
        body.Add(PlantCard.Headline(
            OeeText.Percent(report.Figures.Teep), report.Change is { } change ? OeeCard.ChangeBadge(change, report.Oee.BeforePeriod.Words) : null));
        body.Add(FactSet.Of(
            new Fact("Loading (utilisation)", OeeText.Percent(report.Figures.Loading)),
            new Fact("OEE", OeeText.Percent(report.Figures.Oee.Oee)),
            new Fact("Planned time", $"{TeepText.Hours(report.Oee.Sums.PlannedSeconds)} of {TeepText.Hours(report.CalendarSeconds)} ({TeepText.Machines(report)})"),
            new Fact("Form", report.Asked.Convention.Words)));
        if (report.Parts.Count > 1)
        {
            body.Add(PlantCard.Title("By machine"));
            body.Add(Table.Of(
                ["Machine", "TEEP", "Loading", "OEE"],
                report.Parts.Take(MostMachines).Select(part => (IReadOnlyList<CardText>)
                    [part.Name, OeeText.Percent(part.Figures.Teep), OeeText.Percent(part.Figures.Loading), OeeText.Percent(part.Figures.Oee.Oee)])));
            if (report.Parts.Count > MostMachines)
                body.Add(TextBlock.Subtle($"and {report.Parts.Count - MostMachines} more machines"));
        }

        return PlantCard.End(body, report.Warnings, proof, TeepText.Of(report));
    }
}
