using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics.Calendar;
using FactoryBot.Skills.Metrics.Ingest;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>What the lines of a file say; of one kind at a time.</summary>
internal sealed class LinesRead(ImportKind kind)
{
    public ImportKind Kind => kind;
    public List<ProductionRow> Production { get; } = [];
    public List<CountRow> Counts { get; } = [];
    public List<StopRow> Stops { get; } = [];
    public List<IssueRow> Issues { get; } = [];
    public List<ShiftRule> Rules { get; } = [];
    public List<CalendarDay> Days { get; } = [];

    /// <summary>Of machines, products and reasons, which are set while they are read.</summary>
    public IntakeCounts Master { get; set; } = IntakeCounts.None;

    public List<RejectedLine> Rejected { get; } = [];
    public List<LineNote> Notes { get; } = [];
}

internal static class ReadLines
{
    public static async Task<LinesRead> RunAsync(TenantScope scope, ImportTable table, ReadContext context, CancellationToken cancellationToken)
    {
        var read = new LinesRead(table.Kind);
        var runs = table.Wide is null ? new Dictionary<string, KnownRun>() : await RunStore.ReadAsync(scope, cancellationToken);
        foreach (var line in table.Lines)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = new RowReader(table.Style, line);
            One(row, table, context, read, runs);
            if (row.Problem is { } problem)
                read.Rejected.Add(new(line.Number, problem, line.Short));
            else
                read.Notes.AddRange(row.Notes.Distinct().Select(note => new LineNote(line.Number, note)));
        }

        return read;
    }

    private static void One(RowReader row, ImportTable table, ReadContext context, LinesRead read, IReadOnlyDictionary<string, KnownRun> runs)
    {
        switch (table.Kind)
        {
            case ImportKind.Machines:
                read.Master += ReadMaster.Machine(row, context);
                break;
            case ImportKind.Products:
                read.Master += ReadMaster.Product(row, context);
                break;
            case ImportKind.Reasons:
                read.Master += ReadMaster.Reason(row, context);
                break;
            case ImportKind.Calendar:
                var (rule, day) = ReadCalendar.Of(row, context);
                Add(read.Rules, rule);
                Add(read.Days, day);
                break;
            case ImportKind.Production:
                Add(read.Production, ReadFacts.Production(row, context));
                break;
            case ImportKind.Counts:
                Add(read.Counts, ReadFacts.Count(row, context));
                break;
            case ImportKind.Cycles:
                Add(read.Counts, ReadFacts.Cycle(row, context));
                break;
            case ImportKind.Stops when table.Wide is { } wide:
                read.Stops.AddRange(ReadStops.Side(row, context, wide, table.Style, runs));
                break;
            case ImportKind.Stops:
                Add(read.Stops, ReadStops.One(row, context));
                break;
            default:
                Add(read.Issues, ReadFacts.Issue(row, context));
                break;
        }
    }

    private static void Add<T>(List<T> rows, T? row)
        where T : class
    {
        if (row is not null)
            rows.Add(row);
    }
}
