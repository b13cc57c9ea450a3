using System.Data;
using System.Net.Sockets;
using Npgsql;

namespace FactoryBot.Skills.Database;

/// <summary>One transaction with the tenant set for it alone. Without <see cref="CommitAsync"/> nothing it wrote stays.</summary>
public sealed class TenantScope : IAsyncDisposable
{
    private readonly NpgsqlTransaction transaction;

    private TenantScope(Guid tenantId, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        TenantId = tenantId;
        Connection = connection;
        this.transaction = transaction;
    }

    public Guid TenantId { get; }

    /// <summary>For Dapper; every statement on it runs inside the scope's transaction.</summary>
    public NpgsqlConnection Connection { get; }

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    /// <summary>A pooled connection may lead to a server that has gone since. Nothing was done on it yet, so another is taken.</summary>
    internal static async Task<TenantScope> OpenAsync(
        NpgsqlDataSource source, Guid tenantId, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            return await BeginAsync(connection, tenantId, isolation, cancellationToken);
        }
        catch (NpgsqlException e) when (e.InnerException is IOException or SocketException
            || e.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown)
        {
            source.Clear();
            return await BeginAsync(await source.OpenConnectionAsync(cancellationToken), tenantId, isolation, cancellationToken);
        }
    }

    private static async Task<TenantScope> BeginAsync(
        NpgsqlConnection connection, Guid tenantId, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        try
        {
            // Npgsql sends "begin" together with the first statement, so both cost one round trip.
            var transaction = await connection.BeginTransactionAsync(isolation, cancellationToken);
            await using var command = new NpgsqlCommand("select set_config('factorybot.tenant_id', $1, true)", connection, transaction);
            command.Parameters.Add(new() { Value = tenantId.ToString() });
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new(tenantId, connection, transaction);
        }
        catch (Exception)
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
