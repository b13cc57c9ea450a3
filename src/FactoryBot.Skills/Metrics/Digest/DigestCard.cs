using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Issues;
using FactoryBot.Skills.Metrics.Output;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Digest;

/// <summary>The picture of a digest or a hand-over: one screen on a phone.</summary>
internal static class DigestCard
{
    private const int MostMachines = 6;
    private const int MostMajor = 3;

    public static AdaptiveCard Of(DigestReport report, string title, ProofLine proof)
    {
        var oee = report.Oee;
        var pieces = Pieces.Of(oee.Sums);
        var body = PlantCard.Begin(title, report.Asked);
        body.Add(PlantCard.Headline(
            OeeText.Percent(oee.Figures.Oee),
            oee.Change is { } change ? OeeCard.ChangeBadge(change, oee.BeforePeriod.Words) : null,
            "OEE"));
        var facts = new List<Fact>
        {
            new("Factors", $"availability {OeeText.Percent(oee.Figures.Availability)}, performance {OeeText.Percent(oee.Figures.Performance)}, "
                + $"quality {OeeText.Percent(oee.Figures.Quality)}"),
            new("Good pieces", $"{OeeText.Count(pieces.Good)} of {OeeText.Count(pieces.Total)}"),
            new("Scrap", $"{OeeText.Count(pieces.Scrap)} ({OeeText.Percent(pieces.ScrapRate)})"),
        };
        if (report.Downtime is { Figures: { } figures })
        {
            facts.Add(new("Unplanned downtime", $"{DowntimeText.Hours(figures.Unplanned.Time)} in {DowntimeText.Stops(figures.Unplanned.Stops)}"));
            facts.Add(new("Planned stops", DowntimeText.Hours(figures.Planned.Time)));
        }

        body.Add(new FactSet { Facts = facts, Spacing = Spacing.Medium });
        if (report.Top.Count > 0)
        {
            body.Add(PlantCard.Title("Top losses"));
            body.Add(Table.Of(
                ["Loss", "Time", "Points of OEE"],
                report.Top.Select(loss => (IReadOnlyList<CardText>)
                    [loss.Name, DowntimeText.Hours(loss.Time), loss.Points is { } points ? OeeText.Points(points).Split(' ')[0] : "–"])));
        }

        body.AddRange(Machines(report));
        body.AddRange(Major(report));
        body.AddRange(Issues(report.Issues));
        return PlantCard.End(body, report.Warnings, proof, DigestText.Of(report, title));
    }

    private static IEnumerable<CardElement> Machines(DigestReport report)
    {
        if (report.Ranked.Count < 2)
            yield break;
        yield return PlantCard.Title(report.Ranked.Count > MostMachines ? $"The {MostMachines} machines with the lowest OEE" : "By machine, the lowest OEE first");
        yield return Table.Of(
            ["Machine", "OEE", "Avail.", "Perf.", "Quality"],
            report.Ranked.Take(MostMachines).Select(machine => (IReadOnlyList<CardText>)
            [
                machine.Name, OeeText.Percent(machine.Figures.Oee), OeeText.Percent(machine.Figures.Availability),
                OeeText.Percent(machine.Figures.Performance), OeeText.Percent(machine.Figures.Quality),
            ]));
    }

    private static IEnumerable<CardElement> Major(DigestReport report)
    {
        if (report.Downtime is not { Figures.Major: { Count: > 0 } major } downtime)
            yield break;
        yield return PlantCard.Title($"Stops of {DowntimeText.Hours(downtime.Rules.Major)} and more");
        foreach (var stop in major.Take(MostMajor))
            yield return TextBlock.Of(DowntimeText.Episode(downtime, stop)) with { Spacing = Spacing.Small };
        if (major.Count > MostMajor)
            yield return TextBlock.Subtle($"and {major.Count - MostMajor} more");
    }

    private static IEnumerable<CardElement> Issues(IssuesReport issues)
    {
        yield return PlantCard.Title("Quality issues");
        yield return TextBlock.Of(DigestText.Issues(issues)) with { Spacing = Spacing.Small };
        foreach (var issue in issues.Latest)
        {
            yield return TextBlock.Of($"{IssuesText.When(issues, issue)} · {issues.Machine(issue).Name} · {issue.Type} ({issue.Severity}, {OeeText.Count(issue.PartsAffected)} parts)")
                with { Spacing = Spacing.Small };
        }
    }
}
