using System.Diagnostics;
using System.Globalization;

namespace FactoryBot.Benchmarks.Fleet;

/// <summary>Processor time of this process and of the database's, which other work on the machine does not change as it changes the clock.</summary>
/// <param name="Host">Of this process.</param>
/// <param name="Server">Of the server's processes that are still there.</param>
internal readonly record struct CpuTime(TimeSpan Host, TimeSpan Server)
{
    private const int TicksPerSecond = 100;

    public static CpuTime Now()
    {
        using var own = Process.GetCurrentProcess();
        var ticks = 0L;
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            try
            {
                var stat = File.ReadAllText(Path.Combine(process, "stat"));
                var end = stat.LastIndexOf(')');
                // Only of the server that this process started, whose owner is the parent of each backend.
                if (stat.Contains("(postgres)", StringComparison.Ordinal) && IsOurs(process))
                    ticks += stat[(end + 2)..].Split(' ')[11..13].Sum(part => long.Parse(part, CultureInfo.InvariantCulture));
            }
            catch (IOException)
            {
                // Gone meanwhile.
            }
            catch (UnauthorizedAccessException)
            {
                // Another user's.
            }
        }

        return new(own.TotalProcessorTime, TimeSpan.FromSeconds((double)ticks / TicksPerSecond));
    }

    public static CpuTime operator -(CpuTime a, CpuTime b) => new(a.Host - b.Host, a.Server - b.Server);

    public static string? Folder { get; set; }

    private static bool IsOurs(string process) => Folder is { } folder && new FileInfo(Path.Combine(process, "cwd")).LinkTarget is { } cwd && cwd.StartsWith(folder, StringComparison.Ordinal);
}
