using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Database;

/// <summary>Runs programs for the private PostgreSQL, under the user that the server runs as.</summary>
internal static partial class ServerCommand
{
    /// <summary>PostgreSQL refuses to run as root; null when this process is not root and needs no other user.</summary>
    public static string? User { get; } = Environment.UserName == "root" ? ChooseUser() : null;

    /// <summary>Words to put in front of a command so that it runs as <see cref="User"/>.</summary>
    public static IReadOnlyList<string> AsServerUser { get; } = User is null
        ? []
        : ["setpriv", "--reuid", User, "--regid", User == "nobody" ? "nogroup" : User, "--clear-groups", "--"];

    public static async Task<string> RunAsync(IEnumerable<string> words, CancellationToken cancellationToken)
    {
        var command = words.ToList();
        using var process = Start(command);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? await output
            : throw new DatabaseSetupException($"{Path.GetFileName(command[0])} failed: {(await errors).Trim()}");
    }

    /// <summary>Starts the server in a session of its own: Ctrl-C in the terminal reaches the host only, which stops the
    /// server after its last turn. The server outlives a host that is killed; the next start attaches to it.</summary>
    public static Process StartDetached(IEnumerable<string> words, string logFile) =>
        Start(["/bin/sh", "-c", "log=$1; shift; exec setsid \"$@\" </dev/null >\"$log\" 2>&1", "sh", logFile, .. AsServerUser, .. words]);

    public static Task SignalAsync(string signal, int processId, CancellationToken cancellationToken) =>
        RunAsync(["/bin/sh", "-c", "kill -\"$1\" \"$2\" 2>/dev/null || true", "sh", signal, processId.ToString(CultureInfo.InvariantCulture)], cancellationToken);

    public static int? VersionOf(string server)
    {
        using var process = Start([server, "--version"]);
        var match = VersionPattern().Match(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        return match.Success ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    private static Process Start(List<string> words) => Process.Start(new ProcessStartInfo(words[0], words.Skip(1))
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = "/",
    })!;

    private static string ChooseUser() =>
        File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    [GeneratedRegex(@"(?<=\) )\d+")]
    private static partial Regex VersionPattern();
}
