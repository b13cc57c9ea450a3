using System.Diagnostics;
using System.Globalization;

namespace FactoryBot.Benchmarks.Documents;

/// <param name="Clock">Seconds by the clock.</param>
/// <param name="Own">Processor seconds of this process and of its children that have ended.</param>
/// <param name="Database">Processor seconds of the database's processes.</param>
internal readonly record struct Spent(double Clock, double Own, double Database)
{
    public double Processor => Own + Database;

    public static Spent operator +(Spent one, Spent other) => new(one.Clock + other.Clock, one.Own + other.Own, one.Database + other.Database);
}

/// <summary>Reads from the kernel what this process, its converters and its private PostgreSQL have used.</summary>
/// <param name="postmaster">The database's first process, the parent of the others.</param>
internal sealed class ProcessorTime(int postmaster)
{
    private const double TicksOfSecond = 100;

    // After the name in brackets.
    private const int Times = 11;
    private const int TimesOfEnded = 13;

    public static ProcessorTime Of(string dataFolder) => new(int.Parse(
        File.ReadLines(Directory.EnumerateFiles(dataFolder, "postmaster.pid", SearchOption.AllDirectories).First()).First(), CultureInfo.InvariantCulture));

    public async Task<Spent> OfAsync(Func<Task> work)
    {
        // In this order: what looking at the database costs is not counted.
        var database = Database();
        var own = Own();
        var watch = Stopwatch.StartNew();
        await work();
        return new(watch.Elapsed.TotalSeconds, Own() - own, Database() - database);
    }

    private static double Own() => Used(Stat(Environment.ProcessId)!);

    private double Database() =>
        Used(Stat(postmaster)!) + File.ReadAllText($"/proc/{postmaster}/task/{postmaster}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(child => Stat((int)Number(child))).OfType<string[]>().Sum(Used);

    private static double Used(string[] stat) => (Number(stat[Times]) + Number(stat[Times + 1]) + Number(stat[TimesOfEnded]) + Number(stat[TimesOfEnded + 1])) / TicksOfSecond;

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Null where it has ended meanwhile.</summary>
    private static string[]? Stat(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
