using Microsoft.Extensions.Logging;
using Npgsql;

namespace FactoryBot.Skills.Database;

/// <summary>The private PostgreSQL. Several FactoryBot processes on one folder share one server: the first starts it, the last stops it.</summary>
internal sealed class EmbeddedPostgres(DatabaseOptions options, ILogger logger, TimeProvider time) : IAsyncDisposable
{
    public const string Owner = "factorybot";
    private const string DatabaseName = "factorybot";
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private readonly EmbeddedFolder folder = new(options.DataFolder);
    private FileStream? use;

    public int? ProcessId => PostmasterFile.Read(folder.Cluster)?.ProcessId;

    /// <summary>Starts the server or attaches to the one that runs, and says how its owner connects.</summary>
    public async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
            throw new DatabaseSetupException("The private PostgreSQL runs on Linux. Set ConnectionStrings:FactoryBot to a server of your own.");
        await folder.CreateAsync(cancellationToken);
        using var alone = await FolderLock.WaitAsync(folder.Root, time, cancellationToken);
        var owner = new NpgsqlConnectionStringBuilder
        {
            Host = folder.Socket, Username = Owner, Password = folder.Password(), Database = DatabaseName, Pooling = false,
        };
        await RunAsync(cancellationToken);
        use ??= FolderLock.Use(folder.Root);
        return owner.ConnectionString;
    }

    /// <summary>Starts the server again when it has died under a running host.</summary>
    public async Task EnsureRunningAsync(CancellationToken cancellationToken)
    {
        if (PostmasterFile.Read(folder.Cluster) is not null)
            return;
        DatabaseLog.ServerDied(logger);
        using var alone = await FolderLock.WaitAsync(folder.Root, time, cancellationToken);
        await RunAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (use is null)
            return;
        using var alone = await FolderLock.WaitAsync(folder.Root, time, CancellationToken.None);
        await use.DisposeAsync();
        use = null;
        if (FolderLock.IsUsed(folder.Root))
            DatabaseLog.ServerLeft(logger, folder.Root);
        else
            await StopAsync();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        if (PostmasterFile.Read(folder.Cluster) is { Ready: true } running)
        {
            DatabaseLog.ServerAttached(logger, running.ProcessId, folder.Root);
            return;
        }

        var installation = PostgresInstallation.Find(folder.ClusterMajor);
        if (folder.ClusterMajor is null)
            await EmbeddedCluster.CreateAsync(folder, installation, options, cancellationToken);
        await EmbeddedCluster.WriteSettingsAsync(folder, options, cancellationToken);
        var server = new ServerStart(folder, installation, options, time);
        await server.RunAsync(cancellationToken);
        DatabaseLog.ServerStarted(logger, installation.Major, folder.Root, (long)time.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Fast shutdown: sessions are ended, everything committed is on disk.</summary>
    private async Task StopAsync()
    {
        if (PostmasterFile.Read(folder.Cluster) is not { } running)
            return;
        var started = time.GetTimestamp();
        await ServerCommand.SignalAsync("INT", running.ProcessId, CancellationToken.None);
        while (File.Exists(PostmasterFile.PathIn(folder.Cluster)) && PostmasterFile.Read(folder.Cluster) is not null)
        {
            if (time.GetElapsedTime(started) > StopLimit)
            {
                DatabaseLog.ServerStillStopping(logger, running.ProcessId);
                return;
            }

            await Task.Delay(Poll, time);
        }

        DatabaseLog.ServerStopped(logger, folder.Root, (long)time.GetElapsedTime(started).TotalMilliseconds);
    }
}
