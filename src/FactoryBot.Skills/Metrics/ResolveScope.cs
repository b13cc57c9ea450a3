using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics;

/// <summary>Finds what the names of a question mean in the tenant's plant.</summary>
internal static class ResolveScope
{
    private static readonly string[] Everything = ["all", "plant", "the plant", "whole plant", "the whole plant", "factory", "entire plant", "everything"];

    /// <returns>Null when every name is known; otherwise the answer that names the unknown one.</returns>
    public static SkillResult? Try(PlantData plant, PlantQuestion question, out PlantScope scope)
    {
        scope = new();
        if (Given(question.Site) is { } site)
        {
            if (plant.Sites.FirstOrDefault(s => NearestNames.Same(site, s.Name, s.Aliases)) is not { } found)
                return MetricsFailures.UnknownName("site", site, plant.Sites.Select(s => s.Name), question with { Site = null });
            scope = scope with { Site = found };
        }

        return TryLine(plant, question, ref scope) ?? TryMachine(plant, question, ref scope) ?? TryShift(plant, question, ref scope)
            ?? TryProduct(plant, question, ref scope) ?? ResolveCause.Try(plant, question, ref scope);
    }

    private static SkillResult? TryLine(PlantData plant, PlantQuestion question, ref PlantScope scope)
    {
        var site = scope.Site;
        if (Given(question.Line) is { } line)
        {
            var found = plant.Lines
                .Where(l => (site is null || l.SiteId == site.Id) && NearestNames.Same(line, l.Name, l.Aliases)).ToList();
            if (found.Count == 0)
                return MetricsFailures.UnknownName("line", line, plant.Lines.Select(l => l.Name), question with { Line = null });
            if (found.Count > 1)
                return MetricsFailures.SeveralLines(found[0].Name, found.Select(l => plant.SiteOf(l).Name), question);
            scope = scope with { Line = found[0], Site = plant.SiteOf(found[0]) };
        }

        var (lineId, siteId) = (scope.Line?.Id, scope.Site?.Id);
        if (lineId is null && siteId is null)
            return null;
        var lines = plant.Lines.Where(l => lineId is { } id ? l.Id == id : l.SiteId == siteId).Select(l => l.Id).ToHashSet();
        int[] all = [.. plant.Machines.Where(m => lines.Contains(m.LineId)).Select(m => m.Id)];
        scope = scope with { MachineIds = all, PlaceIds = all };
        return null;
    }

    private static SkillResult? TryMachine(PlantData plant, PlantQuestion question, ref PlantScope scope)
    {
        if (Given(question.Machine) is not { } machine)
            return null;
        if (plant.Machines.FirstOrDefault(m => NearestNames.Same(machine, m.Name, m.Aliases)) is not { } found)
        {
            return plant.Lines.Any(l => NearestNames.Same(machine, l.Name, l.Aliases)) && question.Line is null
                ? TryLine(plant, question with { Line = machine, Machine = null }, ref scope)
                : MetricsFailures.UnknownName("machine", machine, plant.Machines.Select(m => m.Name), question with { Machine = null });
        }

        var line = plant.LineOf(found);
        if (scope.MachineIds is { } allowed && !allowed.Contains(found.Id))
            return MetricsFailures.NotOnLine(found.Name, scope.Line?.Name ?? scope.Name, line.Name, question);
        scope = scope with { Machine = found, Line = line, Site = plant.SiteOf(line), MachineIds = [found.Id] };
        return null;
    }

    private static SkillResult? TryShift(PlantData plant, PlantQuestion question, ref PlantScope scope)
    {
        if (Given(question.Shift) is not { } shift)
            return null;
        var found = plant.Shifts.Where(s => NearestNames.Same(shift, s.Name, s.Aliases)).ToList();
        if (found.Count == 0)
            return MetricsFailures.UnknownName("shift", shift, plant.Shifts.Select(s => s.Name), question with { Shift = null });
        scope = scope with { Shift = found[0].Name, ShiftIds = [.. found.Select(s => s.Id)] };
        return null;
    }

    private static SkillResult? TryProduct(PlantData plant, PlantQuestion question, ref PlantScope scope)
    {
        if (Given(question.Product) is not { } product)
            return null;
        if (plant.Products.FirstOrDefault(p => NearestNames.Same(product, p.Name, p.Aliases)) is not { } found)
            return MetricsFailures.UnknownName("product", product, plant.Products.Select(p => p.Name), question with { Product = null });
        scope = scope with { Product = found };
        return null;
    }

    private static string? Given(string? name) =>
        string.IsNullOrWhiteSpace(name) || Everything.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase) ? null : name.Trim();
}
