using FactoryBot.Skills.Metrics.Cells;

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

    /// <summary>By hour of the day on the clock of the site; empty where it was not asked for.</summary>
    public IReadOnlyList<OutputPart> Hours { get; init; } = [];

    /// <summary>By work order; empty where it was not asked for.</summary>
    public IReadOnlyList<OutputPart> Orders { get; init; } = [];

    public bool IsByHour { get; init; }

    public required IReadOnlyList<Defect> Defects { get; init; }
    /// <summary>Null where totals were asked for.</summary>
    public OutputAverage? Average { get; init; }

    /// <summary>Pieces of an hour with counts, on average; null where hours were not asked for.</summary>
    public OutputAverage? HourlyRate { get; init; }

    /// <summary>The parts with the defect type that was asked for; null where none was, or there are none.</summary>
    public Defect? OfDefect => Asked.Scope.Defect is { } asked ? Defects.FirstOrDefault(defect => defect.Name == asked.Name) : null;

    public required IReadOnlyList<string> DayWarnings { get; init; }

    public IReadOnlyList<string> Warnings => [.. Own(), .. DayWarnings];

    public static OutputReport Of(PlantAsked asked, OeeReport oee, IReadOnlyList<Cell> cells, IReadOnlyList<Defect> defects)
    {
        var plant = asked.Plant;
        var split = new CellSplit(plant, cells);
        return new()
        {
            Asked = asked,
            All = Pieces.Of(oee.Sums),
            Before = oee.BeforeSums.Rows == 0 ? null : Pieces.Of(oee.BeforeSums),
            Rows = oee.Sums.Rows,
            Days = [.. oee.Trend.Select(day => (day.Day, Pieces.Of(day.Sums)))],
            Machines = Parts(split.By(SplitBy.Machine)),
            Lines = Parts(split.By(SplitBy.Line)),
            Shifts = Parts(split.By(SplitBy.Shift)),
            Products = Parts(split.By(SplitBy.Product)),
            Defects = defects,
            DayWarnings = [.. OeeWarnings.OfCounts(asked.Scope.Phrase, asked.Period, oee.Sums), .. oee.DayWarnings],
        };
    }

    /// <summary>The yields of the machines multiplied: the share of pieces that pass all of them without a reject. Null for one machine, and
    /// where one of them made nothing.</summary>
    public decimal? RolledYield => Machines.Count < 2 ? null : RolledYieldOf(Machines.Select(machine => machine.Pieces));

    public static decimal? RolledYieldOf(IEnumerable<Pieces> steps) =>
        steps.Aggregate((decimal?)1, (yield, step) => yield * step.FirstPassYield);

    /// <summary>The split that was asked for by name ("machine"); by machine, or by shift for one machine, where none was.</summary>
    public (string Name, IReadOnlyList<OutputPart> Parts) Split() => Asked.Question.By switch
    {
        "day" => ("day", [.. Days.Select(day => new OutputPart(PeriodText.Day(day.Day), day.Pieces))]),
        "shift" => ("shift", Shifts),
        "line" => ("line", Lines),
        "product" => ("product", Products),
        "hour" => ("hour", Hours),
        "work order" => ("work order", Orders),
        null when Machines.Count < 2 => ("shift", Shifts),
        _ => ("machine", Machines),
    };

    /// <summary>The average of the parts of the split; of its days where none is named.</summary>
    /// <param name="shifts">Shifts with production, each of its days by itself.</param>
    /// <param name="hours">Hours with counts.</param>
    public OutputAverage? AverageOver(int shifts, int hours) => Asked.Question.By switch
    {
        "shift" => OutputAverage.Of("shift", shifts, All),
        "hour" => RateOver(hours),
        null or "day" => OutputAverage.Of(OutputAverage.Usual, Days.Count(day => day.Pieces.Total > 0), All),
        _ => OutputAverage.Of(Split().Name, Split().Parts.Count, All),
    };

    /// <param name="hours">Hours with counts.</param>
    public OutputAverage? RateOver(int hours) => OutputAverage.Of("hour", hours, Hours.Aggregate(default(Pieces), (sum, hour) => sum + hour.Pieces));

    private IEnumerable<string> Own()
    {
        var counted = Hours.Aggregate(default(Pieces), (sum, hour) => sum + hour.Pieces);
        if (IsByHour && counted.Total != All.Total && Asked.Scope.Product is null)
            yield return $"The hourly counts hold {OeeText.Count(counted.Total)} pieces, the production data {OeeText.Count(All.Total)}: the two disagree.";
        if (IsByHour && Asked.Scope.Product is not null)
            yield return "Hourly counts name no product; those shown are of all products.";
        if (Asked.Question.By == "work order" && Orders.Sum(order => order.Pieces.Total) is var ofOrders && ofOrders != All.Total)
            yield return $"{OeeText.Count(All.Total - ofOrders)} pieces belong to no work order.";
    }

    private static List<OutputPart> Parts(IEnumerable<Part> parts) => [.. parts.Select(part => new OutputPart(part.Name, Pieces.Of(part.Sums)))];
}
