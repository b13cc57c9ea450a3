using System.Globalization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics;

/// <summary>The picture of what data is loaded.</summary>
internal static class StatsCard
{
    private const int MostMachines = 15;

    public static AdaptiveCard Of(StatsData data, string text, ProofLine proof)
    {
        var body = new List<CardElement>
        {
            TextBlock.Heading("Plant data"),
            FactSet.Of(
                new Fact("Period", Period.Of(data.From, data.To).Dates),
                new Fact("Freshness", GetStats.Freshness(data)),
                new Fact("Shifts", string.Join(", ", data.Shifts)),
                new Fact("Rows", string.Join(", ", data.Rows.Select(table => $"{table.Name} {OeeText.Count(table.Rows)}")))),
            Table.Of(
                ["Line", "Last data", "Days with data", "Days missing"],
                data.LineData.Take(MostMachines).Select(line => (IReadOnlyList<CardText>)
                [
                    line.Line, line.LastDay is { } last ? PeriodText.Day(last) : "none", OeeText.Count(line.DaysWithData), OeeText.Count(line.DaysMissing),
                ])),
            Table.Of(
                [TableColumn.Left(2), TableColumn.Left(), TableColumn.Right(), TableColumn.Right()],
                ["Machine", "Line", "Ideal cycle", "Last data"],
                data.Machines.Take(MostMachines).Select(Row)),
        };
        if (data.Machines.Count > MostMachines)
            body.Add(TextBlock.Of($"and {data.Machines.Count - MostMachines} more machines"));
        body.Add(TextBlock.Subtle(proof.ToString()) with { Separator = true });
        return new() { Body = body, FallbackText = text, Lang = "en" };
    }

    private static IReadOnlyList<CardText> Row(MachineData machine) =>
    [
        machine.Name,
        machine.Line,
        string.Create(CultureInfo.InvariantCulture, $"{machine.IdealCycleSeconds:0.###} s"),
        machine.LastDay is { } day ? PeriodText.Day(day) : "none",
    ];
}
