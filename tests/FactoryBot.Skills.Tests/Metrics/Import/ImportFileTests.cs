using System.Text;
using Dapper;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Import;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tests.Metrics.Import;

public sealed class ImportFileTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Calendar = """
        Art;Schicht;Wochentage;Beginn;Ende;Pausen;Datum;Bemerkung
        shift;Early;Mon-Fri;06:00;14:00;09:00-09:15, 12:00-12:30;;
        shift;Night;daily;22:00;06:00;02:00 30 min;;
        holiday;;;;;;03.10.2025;German Unity Day
        """;

    private const string CalendarMap = "kind: calendar\ncreate: machines\ntime zone: Europe/Berlin\nfixed: { site: Plant A }";
    private const string MachineMap = "create: machines\ntime zone: Europe/Berlin\nfixed: { site: Plant A, line: Line 1 }";

    // Two lines in one transaction with a quarter of an hour between, a scrapped one, and one in the night.
    private const string Counts = """
        Zeitstempel;Anlage;Gut;Ausschuss
        05.09.2025 06:30;Press 1;100;5
        05.09.2025 07:45;Press 1;120;0
        05.09.2025 23:10;Press 1;50;1
        """;

    [Fact]
    public async Task Run_CountsWithACalendar_GiveProductionWithPlannedAndRunTime()
    {
        var plant = await PlantAsync();
        await ImportAsync(plant, "stops.csv", "Anlage;Beginn;Ende;Grund\nPress 1;05.09.2025 08:00;05.09.2025 08:20;Jam\n", null);

        var report = await ImportAsync(plant, "counts.csv", Counts, null);

        Assert.Equal((ImportOutcome.Imported, ImportKind.Counts, 3), (report.Outcome, report.Kind, report.Rows.New));
        // Early: 8 h less 45 min of breaks and 20 min of the stop; the night is a shift of its own.
        Assert.Equal(
            ["2025-09-05 Early 28800 26100 24900 225 220 5", "2025-09-05 Night 28800 27000 27000 51 50 1"],
            await ProductionAsync(plant));
        Assert.Equal(3, await CountAsync(plant, "fact_unit_count"));
    }

    [Fact]
    public async Task Run_AStopThatComesLater_ShortensTheRunTime()
    {
        var plant = await PlantAsync();
        await ImportAsync(plant, "counts.csv", Counts, null);

        await ImportAsync(plant, "stops.csv", "Anlage;Beginn;Dauer [min];Grund;geplant\nPress 1;05.09.2025 08:00;20;Jam;nein\nPress 1;05.09.2025 10:00;60;Service;ja\n", null);

        Assert.Equal("2025-09-05 Early 28800 22500 21300 225 220 5", (await ProductionAsync(plant))[0]);
    }

    [Fact]
    public async Task Run_TheSameFileTwice_ChangesNothing()
    {
        var plant = await PlantAsync();
        await ImportAsync(plant, "counts.csv", Counts, null);

        var again = await ImportAsync(plant, "counts.csv", Counts, null);

        Assert.Equal((ImportOutcome.NothingNew, 0, 0, 3), (again.Outcome, again.Rows.New, again.Rows.Changed, again.Rows.Unchanged));
        Assert.Null(again.Version);
    }

    [Fact]
    public async Task Run_ACorrectedFile_ReplacesTheRows()
    {
        var plant = await PlantAsync();
        await ImportAsync(plant, "counts.csv", Counts, null);

        var report = await ImportAsync(plant, "counts.csv", Counts.Replace(";100;5", ";90;15", StringComparison.Ordinal), null);

        Assert.Equal((0, 1, 2), (report.Rows.New, report.Rows.Changed, report.Rows.Unchanged));
        Assert.Equal("2025-09-05 Early 28800 26100 26100 225 210 15", (await ProductionAsync(plant))[0]);
    }

    [Fact]
    public async Task Run_WithAnUnreadableLine_WritesNothingUnlessAskedTo()
    {
        var plant = await PlantAsync();
        var dirty = Counts + "\n05.09.2025 09:00;Pres 1;10;0\n05.09.2025 10:00;Press 1;ten;0\n05.09.2025 06:30;Press 1;1;0";

        var stopped = await ImportAsync(plant, "counts.csv", dirty, null);
        var rows = await CountAsync(plant, "count_event");
        var skipped = await ImportAsync(plant, "counts.csv", dirty, null, leaveOut: true);

        Assert.Equal((ImportOutcome.Stopped, 0L), (stopped.Outcome, rows));
        Assert.Equal(
            ["5: there is no machine “Pres 1”; the nearest is Press 1", "6: Gut “ten” is not a number", "7: it is the same one as line 2 (key Press 1|2025-09-05T04:30:00.0000000+00:00||)"],
            stopped.Rejected.Select(r => $"{r.Line}: {r.Reason}"));
        Assert.Equal((ImportOutcome.Imported, 3, 3), (skipped.Outcome, skipped.Rows.New, skipped.Rejected.Count));
    }

    [Fact]
    public async Task Run_ACheck_ReportsAllAndWritesNothing()
    {
        var plant = await PlantAsync();

        var report = await ImportAsync(plant, "counts.csv", Counts, null, check: true);

        Assert.Equal((ImportOutcome.Checked, 3), (report.Outcome, report.Rows.New));
        Assert.Equal(0, await CountAsync(plant, "count_event"));
        Assert.Equal(0, await CountAsync(plant, "fact_production"));
    }

    [Fact]
    public async Task Run_ReasonsSideBySide_ArePutIntoTheirBatches()
    {
        var plant = await PlantAsync();
        await ImportAsync(plant, "batches.csv", """
            Date|Batch|Product|Start Time|End Time
            2025-09-05|B1|Cola|06:00:00|08:00:00
            2025-09-05|B2|Cola|23:30:00|1900-01-01 01:30:00
            """, "kind: production\nfixed: { machine: Press 1, planned: duration, total: 1 }\ncolumns: { key: Batch }");

        var report = await ImportAsync(plant, "matrix.csv", """
            Batch|Reason 1|2|3
            Batch|1.0|2.0|3.0
            B1|30.0||15
            B2||20|
            B9|5||
            """, "kind: stops\ncolumns: { order: Batch }\nwide: { from: Reason 1, reasons: second header }\nunits: { duration: minutes }", leaveOut: true);

        Assert.Equal((3, 1), (report.Rows.New, report.Rejected.Count));
        Assert.Equal("there is no production of Batch B9 to put its stops in", report.Rejected[0].Reason);
        Assert.Contains(report.Notes, note => note.Line == 2 && note.Note.StartsWith("a second header", StringComparison.Ordinal));
        Assert.Equal(["2025-09-05 Early 7200 7200 4500 1 1 0", "2025-09-05 Night 7200 7200 6000 1 1 0"], await ProductionAsync(plant));
    }

    [Fact]
    public async Task Run_AWorkbookOfProduction_IsGuessedFromItsHeaders()
    {
        var plant = await PlantAsync();
        var book = Workbooks.Of("Export", ["Produktionsdatum", "Maschine", "Schicht", "Artikel", "Gesamt", "Ausschuss", "Planzeit [h]", "Laufzeit [min]", "Kommentar"], [new DateTime(2025, 9, 5), "Press 1", "Early", "Lid", 200m, 8m, 7.5m, 410m, "x"]);

        var (report, problem) = await Importer(plant).RunAsync(MetricsPlant.Tenant, new("p.xlsx", book), CancellationToken.None);

        Assert.Null(problem);
        Assert.Equal(["Kommentar"], report!.Unread);
        Assert.Equal(["2025-09-05 Early 27000 27000 24600 200 192 8"], await ProductionAsync(plant));
    }

    [Fact]
    public async Task Run_WithoutACalendar_LeavesThePlannedTimeOpen()
    {
        var plant = new MetricsPlant(await postgres.NewDatabaseAsync());

        await ImportAsync(plant, "counts.csv", Counts, "kind: counts\n" + MachineMap);

        Assert.Equal(["2025-09-05 All day 0 0 0 276 270 6"], await ProductionAsync(plant));
    }

    [Fact]
    public async Task Run_AnEmptyMachineCell_IsReportedWhereOnlyOneMachineCanBeMeant()
    {
        var plant = new MetricsPlant(await postgres.NewDatabaseAsync());
        await ImportAsync(plant, "machines.csv", "Maschine;Taktzeit [s]\nPress 1;90\n", "kind: machines\n" + MachineMap);

        var report = await ImportAsync(plant, "counts.csv", "Zeitstempel;Anlage;Gut;Ausschuss\n05.09.2025 06:30;;100;5\n05.09.2025 07:30;Press 1;100;5\n", "kind: counts");
        var without = await ImportAsync(plant, "counts2.csv", "Zeitstempel;Gut;Ausschuss\n06.09.2025 06:30;100;5\n", "kind: counts");

        var note = Assert.Single(report.Notes);
        Assert.Equal((2, "it names no machine; taken for Press 1, the only one"), (note.Line, note.Note));
        Assert.Empty(without.Notes);
    }

    [Fact]
    public async Task Run_ATimeThatTheClockChangeSkips_IsRejected()
    {
        var plant = await PlantAsync();

        var report = await ImportAsync(plant, "counts.csv", "Zeit;Anlage;Gut\n29.03.2026 02:30;Press 1;5\n25.10.2026 02:30;Press 1;5\n", "kind: counts");

        Assert.Equal("02:30 on 29 Mar 2026 does not exist: the clocks of Europe/Berlin were put forward", Assert.Single(report.Rejected).Reason);
        Assert.Contains("was there twice", Assert.Single(report.Notes).Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a;b\n1;2\n", null, "cannot be told from its headers")]
    [InlineData("Zeit;Anlage;Gut\n03/04/2025 06:00;Press 1;2\n", "kind: counts", "can be read in two ways")]
    [InlineData("Zeit;Gut\n", "kind: stops", "needs start")]
    [InlineData("Zeit;Gut\n", "kind: counts\ncolumns: { machine: Maschine }", "has no column “Maschine”")]
    public async Task Run_AFileThatCannotBeUnderstood_IsRefusedInWords(string text, string? map, string expected)
    {
        var plant = await PlantAsync();

        var (report, problem) = await Importer(plant).RunAsync(MetricsPlant.Tenant, new("f.csv", Encoding.UTF8.GetBytes(text), map), CancellationToken.None);

        Assert.Null(report);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ForOneTenant_LeavesTheOtherAlone()
    {
        var plant = await PlantAsync();

        await ImportAsync(plant, "counts.csv", Counts, null);

        Assert.Equal(0, await CountAsync(plant, "count_event", MetricsPlant.Other));
        Assert.Equal(0, await CountAsync(plant, "dim_machine", MetricsPlant.Other));
    }

    private async Task<MetricsPlant> PlantAsync()
    {
        var plant = new MetricsPlant(await postgres.NewDatabaseAsync());
        await ImportAsync(plant, "calendar.csv", Calendar, CalendarMap);
        await ImportAsync(plant, "machines.csv", "Maschine;Taktzeit [s]\nPress 1;90\nPress 2;60\n", "kind: machines\n" + MachineMap);
        return plant;
    }

    private static ImportFile Importer(MetricsPlant plant) =>
        new(plant.Database, plant.Plants, Options.Create(new ImportOptions()), new FakeTime(MetricsPlant.Now), NullLogger<ImportFile>.Instance);

    private static async Task<ImportReport> ImportAsync(MetricsPlant plant, string name, string text, string? map, bool check = false, bool leaveOut = false)
    {
        var (report, problem) = await Importer(plant).RunAsync(MetricsPlant.Tenant, new(name, Encoding.UTF8.GetBytes(text), map, check, leaveOut), CancellationToken.None);
        Assert.Null(problem);
        return report!;
    }

    private static async Task<List<string>> ProductionAsync(MetricsPlant plant)
    {
        await using var scope = await plant.Database.OpenAsync(MetricsPlant.Tenant, CancellationToken.None);
        return [.. await scope.Connection.QueryAsync<string>("""
            select concat_ws(' ', f.day, s.name, f.scheduled_seconds, f.planned_seconds, f.run_seconds, f.total_count, f.good_count, f.scrap_count)
            from plant.fact_production f join plant.dim_shift s on s.shift_id = f.shift_id order by f.day, s.name, f.run_no
            """)];
    }

    private static async Task<long> CountAsync(MetricsPlant plant, string table, Guid? tenant = null)
    {
        await using var scope = await plant.Database.OpenAsync(tenant ?? MetricsPlant.Tenant, CancellationToken.None);
        return await scope.Connection.ExecuteScalarAsync<long>($"select count(*) from plant.{table}");
    }
}
