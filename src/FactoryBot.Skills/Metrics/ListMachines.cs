using System.Text.Json;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics;

/// <summary>The tenant's machines with their place, speed and data.</summary>
internal sealed class ListMachines(PlantCache plants)
{
    private const int Named = 12;

    public async Task<SkillResult> AnswerAsync(Asker asker, CancellationToken cancellationToken)
    {
        var plant = await plants.GetAsync(asker.TenantId, cancellationToken);
        if (plant.Machines.Count == 0)
            return MetricsFailures.NoData();
        return new()
        {
            Status = ResultStatus.Answered,
            Text = Sentence(plant),
            Data = JsonSerializer.SerializeToElement(MachinesData.Of(plant), MetricsJson.Default.MachinesData),
            Proof = PlantProof.Of(plant, asker.TimeZone),
        };
    }

    public static string Sentence(PlantData plant)
    {
        var names = string.Join(", ", plant.Machines.Take(Named).Select(machine => machine.Name));
        var more = plant.Machines.Count > Named ? $" and {plant.Machines.Count - Named} more" : "";
        return $"{Counted(plant.Machines.Count, "machine")} on {Counted(plant.Lines.Count, "line")} at {Counted(plant.Sites.Count, "site")}: {names}{more}.";
    }

    private static string Counted(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}

internal sealed record MachinesData(IReadOnlyList<MachineData> Machines)
{
    public static MachinesData Of(PlantData plant) => new([.. plant.Machines.Select(machine => MachineData.Of(plant, machine))]);
}

internal sealed record MachineData(
    string Name, string Line, string Site, decimal IdealCycleSeconds, DateOnly? FirstDay, DateOnly? LastDay)
{
    public static MachineData Of(PlantData plant, PlantMachine machine)
    {
        var line = plant.LineOf(machine);
        return new(machine.Name, line.Name, plant.SiteOf(line).Name, machine.IdealCycleSeconds, machine.FirstDay, machine.LastDay);
    }
}
