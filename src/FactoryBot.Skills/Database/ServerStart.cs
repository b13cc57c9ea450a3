using System.Diagnostics;

namespace FactoryBot.Skills.Database;

/// <summary>Starts the server's process and waits until it takes connections.</summary>
internal sealed class ServerStart(EmbeddedFolder folder, PostgresInstallation installation, DatabaseOptions options, TimeProvider time)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        Process? process = null;
        try
        {
            while (PostmasterFile.Read(folder.Cluster) is not { Ready: true })
            {
                // A server that is just stopping or recovering still has the folder; it is waited for.
                if (process is null or { HasExited: true } && PostmasterFile.Read(folder.Cluster) is null)
                {
                    ThrowIfHopeless(process);
                    process?.Dispose();
                    process = Launch();
                }

                if (time.GetElapsedTime(started) > TimeSpan.FromSeconds(options.StartSeconds))
                    throw new DatabaseSetupException($"PostgreSQL was not ready after {options.StartSeconds} s; see {folder.StartLog} and {folder.Cluster}/log.");
                await Task.Delay(Poll, time, cancellationToken);
            }
        }
        finally
        {
            process?.Dispose();
        }
    }

    private Process Launch()
    {
        // A server that was killed has left the file, and its process number may meanwhile belong to a program that
        // PostgreSQL would take for itself.
        File.Delete(PostmasterFile.PathIn(folder.Cluster));
        return ServerCommand.StartDetached([installation.Server, "-D", folder.Cluster], folder.StartLog);
    }

    /// <summary>Processes of a server that was killed hold its memory for a moment; any other refusal stays.</summary>
    private void ThrowIfHopeless(Process? failed)
    {
        if (failed is null)
            return;
        var words = File.ReadAllText(folder.StartLog).Trim();
        if (!words.Contains("shared memory block", StringComparison.Ordinal))
            throw new DatabaseSetupException($"PostgreSQL did not start. Its last words: {words}");
    }
}
