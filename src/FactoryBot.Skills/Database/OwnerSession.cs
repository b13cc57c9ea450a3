using System.Net.Sockets;
using Dapper;
using Npgsql;

namespace FactoryBot.Skills.Database;

/// <summary>A connection of the database's owner.</summary>
internal static class OwnerSession
{
    /// <param name="create">Makes the database if the server has none of that name: right on a server of our own only.</param>
    public static async Task<NpgsqlConnection> OpenAsync(string connectionString, bool create, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = "factorybot owner" };
        try
        {
            return await ConnectAsync(settings, cancellationToken);
        }
        catch (PostgresException e) when (create && e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            var template = new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Database = "postgres" };
            await using (var connection = await ConnectAsync(template, cancellationToken))
                await connection.ExecuteAsync(new CommandDefinition($"create database {settings.Database}", cancellationToken: cancellationToken));
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

    private static async Task<NpgsqlConnection> ConnectAsync(NpgsqlConnectionStringBuilder settings, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (NpgsqlException)
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
