using System.Net.Sockets;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FactoryBot.Skills.Database;

/// <summary>A short connection without a pool, for a few statements of the owner or a try of a login.</summary>
internal sealed class OwnerSession : IAsyncDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(500);

    private readonly NpgsqlDataSource source;

    private OwnerSession(NpgsqlDataSource source, NpgsqlConnection connection)
    {
        this.source = source;
        Connection = connection;
    }

    public NpgsqlConnection Connection { get; }

    /// <param name="create">Makes the database if the server has none of that name: right on a server of our own only.</param>
    public static async Task<OwnerSession> OpenAsync(string connectionString, bool create, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        try
        {
            return await ConnectAsync(settings, cancellationToken);
        }
        catch (PostgresException e) when (create && e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            var maintenance = new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres" };
            await using (var session = await ConnectAsync(maintenance, cancellationToken))
                await session.Connection.ExecuteAsync(new CommandDefinition($"create database {settings.Database}", cancellationToken: cancellationToken));
            return await ConnectAsync(settings, cancellationToken);
        }
        catch (PostgresException e)
        {
            throw new DatabaseSetupException($"The database refused the connection of its owner: {e.MessageText}.", e);
        }
        catch (NpgsqlException e) when (e.InnerException is SocketException or IOException or TimeoutException)
        {
            throw new DatabaseSetupException($"No PostgreSQL answers at {settings.Host}:{settings.Port}. Start it, or correct ConnectionStrings:FactoryBot.", e);
        }
    }

    /// <summary>Waits for a server that starts beside the host, as services of one machine do. A wrong password is not waited for.</summary>
    public static async Task<OwnerSession> WaitAsync(
        string connectionString, TimeSpan atMost, ILogger logger, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var told = false; ; told = true)
        {
            try
            {
                return await OpenAsync(connectionString, create: false, cancellationToken);
            }
            catch (DatabaseSetupException e) when (DatabaseFaults.IsGone(e) && time.GetElapsedTime(started) + Again < atMost)
            {
                if (!told)
                    DatabaseLog.WaitsForServer(logger, e.Message, (int)atMost.TotalSeconds);
                await Task.Delay(Again, time, cancellationToken);
            }
        }
    }

    public static async Task<bool> CanLogInAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await ConnectAsync(new(connectionString), cancellationToken);
            return true;
        }
        catch (PostgresException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await source.DisposeAsync();
    }

    private static async Task<OwnerSession> ConnectAsync(NpgsqlConnectionStringBuilder settings, CancellationToken cancellationToken)
    {
        settings.Pooling = false;
        settings.ApplicationName = "factorybot owner";
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        // Plain types are all it needs; reading the type catalog costs more than the statements themselves.
        builder.ConfigureTypeLoading(loading => loading.EnableTypeLoading(false));
        var source = builder.Build();
        try
        {
            return new(source, await source.OpenConnectionAsync(cancellationToken));
        }
        catch (NpgsqlException)
        {
            await source.DisposeAsync();
            throw;
        }
    }
}
