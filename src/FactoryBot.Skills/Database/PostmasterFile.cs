using System.Globalization;

namespace FactoryBot.Skills.Database;

/// <summary>What a running server writes about itself into its data folder (postmaster.pid).</summary>
internal sealed record PostmasterFile(int ProcessId, bool Ready)
{
    private const int StatusLine = 7;

    /// <returns>Null when no server has the folder: no file, or a file left by a server that was killed.</returns>
    public static PostmasterFile? Read(string cluster)
    {
        try
        {
            var lines = File.ReadAllLines(PathIn(cluster));
            return lines.Length > 0
                && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
                && Serves(processId, cluster)
                    ? new(processId, lines.Length > StatusLine && lines[StatusLine].Trim() == "ready")
                    : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static string PathIn(string cluster) => Path.Combine(cluster, "postmaster.pid");

    /// <summary>A process number may have been given away again since, so the number alone proves nothing. A killed server
    /// that nobody has waited for yet has an empty command line.</summary>
    private static bool Serves(int processId, string cluster)
    {
        var commandLine = $"/proc/{processId}/cmdline";
        return File.Exists(commandLine) && File.ReadAllText(commandLine).Split('\0').Contains(cluster);
    }
}
