using System.Globalization;

namespace FactoryBot.Skills.Database;

/// <summary>The files of the private PostgreSQL: made once, settings written at every start.</summary>
internal static class EmbeddedCluster
{
    private const string SettingsFile = "factorybot.conf";

    /// <summary>Built beside its place and moved there whole, so that a broken-off first start leaves nothing half made.</summary>
    public static async Task CreateAsync(
        EmbeddedFolder folder, PostgresInstallation installation, DatabaseOptions options, CancellationToken cancellationToken)
    {
        var building = folder.Cluster + ".new";
        if (Directory.Exists(building))
            Directory.Delete(building, recursive: true);
        var password = Path.Combine(folder.Server, "initdb.password");
        EmbeddedFolder.WritePrivate(password, folder.Password());
        await EmbeddedFolder.GiveAsync(password, cancellationToken);
        try
        {
            string[] words =
            [
                installation.Initdb, "-D", building, "-U", EmbeddedPostgres.Owner, $"--pwfile={password}",
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions",
                .. options.Durable ? Array.Empty<string>() : ["--no-sync"],
            ];
            await ServerCommand.RunAsync([.. ServerCommand.AsServerUser, .. words], cancellationToken);
        }
        finally
        {
            File.Delete(password);
        }

        await File.AppendAllTextAsync(Path.Combine(building, "postgresql.conf"), $"include '{SettingsFile}'\n", cancellationToken);
        Directory.Move(building, folder.Cluster);
    }

    public static async Task WriteSettingsAsync(EmbeddedFolder folder, DatabaseOptions options, CancellationToken cancellationToken)
    {
        var durable = options.Durable ? "on" : "off";
        var settings = string.Create(CultureInfo.InvariantCulture, $"""
            # Written at every start of FactoryBot.
            listen_addresses = ''
            unix_socket_directories = '{folder.Socket.Replace("'", "''", StringComparison.Ordinal)}'
            unix_socket_permissions = 0700
            max_connections = {options.MaxConnections}
            shared_buffers = {options.SharedBuffersMb}MB
            fsync = {durable}
            full_page_writes = {durable}
            synchronous_commit = {durable}
            wal_compression = on
            max_wal_size = 4GB
            checkpoint_timeout = 15min
            jit = off
            autovacuum = on
            logging_collector = on
            log_directory = 'log'
            log_filename = 'postgresql-%a.log'
            log_rotation_age = 1d
            log_truncate_on_rotation = on
            log_line_prefix = '%m [%p] %a %u '
            log_timezone = 'UTC'
            timezone = 'UTC'

            """);
        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, SettingsFile), settings, cancellationToken);
        await EmbeddedFolder.GiveAsync(Path.Combine(folder.Cluster, SettingsFile), cancellationToken);
    }
}
