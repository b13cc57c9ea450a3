using System.Globalization;

namespace FactoryBot.Benchmarks.Fleet;

/// <summary>The same rows as files of comma-separated values, a quarter at a time, for another database to read.</summary>
internal static class FleetExport
{
    public static void Run(FleetPlant plant, DateOnly from, DateOnly to, string folder)
    {
        Directory.CreateDirectory(folder);
        using var production = Writer("production", "day,machine_id,shift_id,product_id,planned_seconds,run_seconds,ideal_cycle_seconds,total_count,good_count,scrap_count");
        using var counts = Writer("counts", "day,machine_id,shift_id,hour_at,total_count,good_count,scrap_count");
        using var stops = Writer("stops", "day,machine_id,shift_id,stop_reason_id,planned,started_at,ended_at");
        using var issues = Writer("issues", "day,machine_id,shift_id,defect_type_id,noticed_at,severity,description,parts_affected");
        var rows = new FleetRows();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            for (var machine = 1; machine <= plant.Machines; machine++)
                FleetPlant.Add(rows, machine, day);
            var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var product = FleetPlant.ProductOf;
            foreach (var r in rows.Production)
                production.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{date},{r.MachineId},{r.ShiftId},{product(FleetPlant.LineOf(r.MachineId), day.DayNumber / 7)},{r.PlannedSeconds},{r.RunSeconds},{r.IdealCycleSeconds},{r.Total},{r.Good},{r.Scrap}"));
            foreach (var r in rows.Counts)
                counts.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{date},{r.MachineId},{r.ShiftId},{r.HourAt:yyyy-MM-dd HH:mm:ss},{r.Total},{r.Good},{r.Scrap}"));
            foreach (var r in rows.Stops)
                stops.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{date},{r.MachineId},{r.ShiftId},{r.ReasonId},{r.Planned},{r.Start:yyyy-MM-dd HH:mm:ss},{r.End:yyyy-MM-dd HH:mm:ss}"));
            foreach (var r in rows.Issues)
                issues.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{date},{r.MachineId},{r.ShiftId},{r.DefectTypeId},{r.NoticedAt:yyyy-MM-dd HH:mm:ss},{r.Severity},{r.Description},{r.PartsAffected}"));
            rows.Clear();
        }

        StreamWriter Writer(string name, string header)
        {
            var writer = new StreamWriter(Path.Combine(folder, name + ".csv"), append: false, System.Text.Encoding.UTF8, 1 << 20);
            writer.WriteLine(header);
            return writer;
        }
    }
}
