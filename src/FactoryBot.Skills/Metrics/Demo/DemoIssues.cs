namespace FactoryBot.Skills.Metrics.Demo;

/// <summary>Writes down a shift's scrap as quality issues whose affected parts add up to it.</summary>
internal static class DemoIssues
{
    public static void Add(
        DemoRows rows, DemoShiftOfMachine at, DateTimeOffset begin, int length, int scrap, DemoRandom random)
    {
        if (scrap == 0)
            return;
        var spikes = DemoStory.Spikes(at.Day, at.Machine);
        var parts = spikes ? [scrap] : random.Split(scrap, Math.Min(scrap, 1 + random.Below(3)), evenness: 0.5);
        foreach (var affected in parts.Where(part => part > 0))
        {
            var types = at.Machine.Defects;
            var defect = DemoPlant.Defects[(spikes ? DemoPlant.MisalignedDefect : types[random.Below(types.Length)]) - 1];
            rows.Issues.Add(new(
                at.Date,
                rows.Issues.Count + 1,
                at.Machine.Id,
                at.Shift.Id,
                defect.Id,
                begin.AddSeconds(random.Below(length)),
                spikes ? "High" : Severity(affected),
                defect.Description,
                affected));
        }
    }

    private static string Severity(int affected) => affected switch
    {
        < 8 => "Low",
        < 40 => "Medium",
        _ => "High",
    };
}
