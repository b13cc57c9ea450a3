namespace FactoryBot.Skills.Metrics.Cells;

/// <summary>The sums of one machine, shift and product over the days asked for: what every split of a figure is added up from.</summary>
/// <param name="MachineId">0: of several machines.</param>
/// <param name="ShiftId">0: of several shifts.</param>
/// <param name="ProductId">Null for what was made without a work order.</param>
internal sealed record Cell(int MachineId, int ShiftId, int? ProductId, OeeSums Sums);

/// <param name="Version">The data version that the rows belong to; null where there is no row.</param>
internal sealed record CellsRead(IReadOnlyList<Cell> Cells, long? Version);

/// <summary>The same rows summed twice: by machine, and by shift and product. Much fewer sums than each machine, shift and product together.</summary>
internal sealed record Margins(IReadOnlyList<Cell> Machines, IReadOnlyList<Cell> Others, long? Version);
