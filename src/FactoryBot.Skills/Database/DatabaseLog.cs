using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Database;

internal static partial class DatabaseLog
{
    /// <summary>The one line that somebody at a command line must see too: without it the command seems to hang.</summary>
    public const int WaitsForServerId = 110;

    [LoggerMessage(100, LogLevel.Information, "PostgreSQL {Major} started in {Folder} after {Milliseconds} ms")]
    public static partial void ServerStarted(ILogger logger, int major, string folder, long milliseconds);

    [LoggerMessage(101, LogLevel.Information, "Attached to PostgreSQL process {ProcessId} in {Folder}")]
    public static partial void ServerAttached(ILogger logger, int processId, string folder);

    [LoggerMessage(102, LogLevel.Information, "PostgreSQL in {Folder} stopped after {Milliseconds} ms")]
    public static partial void ServerStopped(ILogger logger, string folder, long milliseconds);

    [LoggerMessage(103, LogLevel.Information, "PostgreSQL in {Folder} stays: another FactoryBot process uses it")]
    public static partial void ServerLeft(ILogger logger, string folder);

    [LoggerMessage(104, LogLevel.Warning, "PostgreSQL process {ProcessId} is still stopping; it will end by itself")]
    public static partial void ServerStillStopping(ILogger logger, int processId);

    [LoggerMessage(105, LogLevel.Information, "Migration {FileName} applied after {Milliseconds} ms")]
    public static partial void MigrationApplied(ILogger logger, string fileName, long milliseconds);

    [LoggerMessage(106, LogLevel.Information, "Database ready after {Milliseconds} ms: {Applied} migrations applied, {Known} in all")]
    public static partial void DatabaseReady(ILogger logger, long milliseconds, int applied, int known);

    [LoggerMessage(107, LogLevel.Warning, "The role {Role} can still call set_config: only a superuser can take that away. People's own SQL stays off")]
    public static partial void AnalystNotConfined(ILogger logger, string role);

    [LoggerMessage(108, LogLevel.Error, "The private PostgreSQL has ended; starting it again")]
    public static partial void ServerDied(ILogger logger);

    [LoggerMessage(109, LogLevel.Error, "The private PostgreSQL could not be started again; trying on")]
    public static partial void ServerRestartFailed(ILogger logger, Exception exception);

    [LoggerMessage(WaitsForServerId, LogLevel.Warning, "{Problem} Waiting up to {Seconds} s for it")]
    public static partial void WaitsForServer(ILogger logger, string problem, int seconds);
}
