namespace FactoryBot.Skills.Metrics.Cells;

/// <summary>What an answer can be split by.</summary>
internal enum SplitBy
{
    Machine,
    Line,
    Site,
    Shift,
    Product,
}

/// <summary>One machine, line, site, shift or product with its sums.</summary>
/// <param name="MachineIds">The machines whose rows it holds.</param>
internal sealed record Part(string Name, OeeSums Sums, IReadOnlyList<int> MachineIds);

/// <summary>Adds cells up by machine, line, site, shift or product. Every split has the same total, to the last digit.</summary>
internal sealed class CellSplit(PlantData plant, IReadOnlyList<Cell> cells)
{
    public const string NoProduct = "no work order";

    public OeeSums Total => OeeSums.Of(cells.Select(cell => cell.Sums));

    /// <summary>In the order of the plant's own list; parts of the same name, such as a shift of several sites, are one.</summary>
    public IReadOnlyList<Part> By(SplitBy by)
    {
        var machines = plant.Machines.ToDictionary(machine => machine.Id);
        var lines = plant.Lines.ToDictionary(line => line.Id);
        var sites = plant.Sites.ToDictionary(site => site.Id, site => site.Name);
        var shifts = plant.Shifts.ToDictionary(shift => shift.Id, shift => shift.Name);
        var products = plant.Products.ToDictionary(product => product.Id, product => product.Name);
        var severalSites = plant.Lines.DistinctBy(line => line.Name).Count() < plant.Lines.Count;
        return [.. cells.GroupBy(Name, StringComparer.Ordinal)
            .Select(part => new Part(part.Key, OeeSums.Of(part.Select(cell => cell.Sums)), [.. part.Select(cell => cell.MachineId).Distinct()]))];

        string Name(Cell cell)
        {
            return by switch
            {
                SplitBy.Machine => machines[cell.MachineId].Name,
                SplitBy.Line => LineName(Line(cell)),
                SplitBy.Site => sites[Line(cell).SiteId],
                SplitBy.Shift => shifts[cell.ShiftId],
                _ => cell.ProductId is { } id ? products[id] : NoProduct,
            };
        }

        PlantLine Line(Cell cell) => lines[machines[cell.MachineId].LineId];

        string LineName(PlantLine line) => severalSites ? $"{line.Name} ({sites[line.SiteId]})" : line.Name;
    }
}
