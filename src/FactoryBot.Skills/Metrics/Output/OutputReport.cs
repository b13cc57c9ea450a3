namespace FactoryBot.Skills.Metrics.Output;

/// <summary>What was made, with every split; production and scrap are two views of it.</summary>
internal sealed record OutputReport
{
    public const string Formula = "scrap rate = scrap ÷ total, first-pass yield = good ÷ total (ISO 22400-2)";
    public const int Version = 1;

    public required PlantAsked Asked { get; init; }
    public required Pieces All { get; init; }

    /// <summary>Null where the period before has no rows.</summary>
    public required Pieces? Before { get; init; }

    public required long Rows { get; init; }
    public required IReadOnlyList<(DateOnly Day, Pieces Pieces)> Days { get; init; }
    public required IReadOnlyList<OutputPart> Machines { get; init; }
    public required IReadOnlyList<OutputPart> Lines { get; init; }
    public required IReadOnlyList<OutputPart> Shifts { get; init; }
    public required IReadOnlyList<OutputPart> Products { get; init; }
    public required IReadOnlyList<Defect> Defects { get; init; }
    public required IReadOnlyList<string> DayWarnings { get; init; }

    public IReadOnlyList<string> Warnings => [.. Own(), .. DayWarnings];

    public static OutputReport Of(PlantAsked asked, OeeReport oee, OutputSplits splits)
    {
        var plant = asked.Plant;
        var machines = plant.Machines.Join(splits.Machines, m => m.Id, s => s.Id, (machine, split) => (Machine: machine, split.Pieces)).ToList();
        return new()
        {
            Asked = asked,
            All = Pieces.Of(oee.Sums),
            Before = oee.BeforeSums.Rows == 0 ? null : Pieces.Of(oee.BeforeSums),
            Rows = oee.Sums.Rows,
            Days = [.. oee.Trend.Select(day => (day.Day, Pieces.Of(day.Sums)))],
            Machines = [.. machines.Select(m => new OutputPart(m.Machine.Name, m.Pieces))],
            Lines = Parts(machines.Select(m => (plant.LineOf(m.Machine).Name, m.Pieces))),
            Shifts = Parts(splits.Shifts.Select(s => (plant.Shifts.First(shift => shift.Id == s.Id).Name, s.Pieces))),
            Products = Parts(splits.Products.Select(p => (p.Name ?? "no work order", p.Pieces))),
            Defects = splits.Defects,
            DayWarnings = oee.DayWarnings,
        };
    }

    /// <summary>The split that was asked for by name ("machine"); by machine, or by shift for one machine, where none was.</summary>
    public (string Name, IReadOnlyList<OutputPart> Parts) Split() => Asked.Question.By switch
    {
        "day" => ("day", [.. Days.Select(day => new OutputPart(PeriodText.Day(day.Day), day.Pieces))]),
        "shift" => ("shift", Shifts),
        "line" => ("line", Lines),
        "product" => ("product", Products),
        null when Machines.Count < 2 => ("shift", Shifts),
        _ => ("machine", Machines),
    };

    private IEnumerable<string> Own()
    {
        if (All is { Scrap: 0, Total: > 0 })
            yield return "No scrap is booked at all; perhaps it is not recorded.";
        if (All.Good + All.Scrap != All.Total)
            yield return $"Good ({OeeText.Count(All.Good)}) and scrap ({OeeText.Count(All.Scrap)}) do not add up to the total ({OeeText.Count(All.Total)}).";
    }

    private static List<OutputPart> Parts(IEnumerable<(string Name, Pieces Pieces)> parts) =>
        [.. parts.GroupBy(part => part.Name, StringComparer.Ordinal)
            .Select(part => new OutputPart(part.Key, part.Aggregate(default(Pieces), (sum, one) => sum + one.Pieces)))];
}
