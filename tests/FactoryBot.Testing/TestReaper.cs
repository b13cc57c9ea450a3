using System.Diagnostics;
using System.Globalization;

namespace FactoryBot.Testing;

/// <summary>Ends the servers of a test process and removes its folders. The runner gives a test process no time to do that
/// itself, and a killed one has none, so a shell waits for its end.</summary>
internal static class TestReaper
{
    /// <summary>Waits for the servers, so that they can let go of their shared memory. "$2" is the folder.</summary>
    private const string Remove =
        """
        for f in "$2"/postgres/data/postmaster.pid "$2"/*/postgres/data/postmaster.pid "$2"/*/*/postgres/data/postmaster.pid; do
            [ -e "$f" ] || continue
            p=$(head -n 1 "$f"); kill -INT "$p" 2>/dev/null
            while [ -e "$f" ] && kill -0 "$p" 2>/dev/null; do sleep 0.1; done
        done
        rm -rf "$2"
        """;

    private static readonly Lazy<bool> Started = new(() =>
    {
        RemoveLeftovers();
        Directory.CreateDirectory(TestFolder.OfThisProcess);
        StartShell("while kill -0 \"$1\" 2>/dev/null; do sleep 0.3; done\n" + Remove, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), TestFolder.OfThisProcess);
        return true;
    });

    public static void Start() => _ = Started.Value;

    /// <summary>For runs whose reaper was killed with them.</summary>
    private static void RemoveLeftovers()
    {
        foreach (var folder in Directory.GetDirectories(TestFolder.Place, TestFolder.Prefix + "*"))
        {
            var owner = Path.GetFileName(folder)[TestFolder.Prefix.Length..];
            if (owner.All(char.IsAsciiDigit) && !Directory.Exists("/proc/" + owner))
                StartShell(Remove, owner, folder);
        }
    }

    private static void StartShell(string script, string owner, string folder) =>
        Process.Start("/bin/sh", ["-c", "exec setsid /bin/sh -c \"$0\" sh \"$1\" \"$2\" </dev/null >/dev/null 2>&1", script, owner, folder]).Dispose();
}
