namespace FactoryBot.Skills.Metrics.Demo;

/// <summary>What the figures of the demo plant tell. Days count from 1.</summary>
internal static class DemoStory
{
    public const int SpikeDay = 15;
    public const double SpikeScrapRate = 0.12;
    public const int BreakdownDay = 22;
    public const int BreakdownSeconds = 4 * 3600;
    private const double FirstOee = 0.65;
    private const double LastOee = 0.80;

    /// <summary>Rate between 0 on the first day and 1 on the last, and on each that comes after it.</summary>
    public static double Progress(int day, int days) => days == 1 ? 1 : Math.Min(1, (day - 1) / (double)(days - 1));

    public static double PlantOee(double progress) => FirstOee + (LastOee - FirstOee) * progress;

    public static double Quality(double progress) => 0.955 + 0.02 * progress;

    public static bool Spikes(int day, DemoMachine machine) => day == SpikeDay && machine.Id == DemoPlant.Assembly;

    public static bool BreaksDown(int day, DemoMachine machine, DemoShift shift) =>
        day == BreakdownDay && machine.Id == DemoPlant.Packaging && shift.Id == 1;

    /// <summary>Each machine is maintained for an hour once in seven days, one machine a day.</summary>
    public static bool IsMaintained(int day, DemoMachine machine, DemoShift shift) =>
        shift.Id == 1 && day % 7 == machine.Id;
}
