using System.Data;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FactoryBot.Skills.Database;

/// <summary>The product's database: its server if it is the private one, its migrations, one pool of connections for each role.</summary>
public sealed class FactoryDatabase : IAsyncDisposable
{
    private readonly DatabaseOptions options;
    private readonly string? configured;
    private readonly IReadOnlyList<Assembly> assemblies;
    private readonly ILogger logger;
    private readonly TimeProvider time;
    private readonly EmbeddedPostgres? embedded;
    private NpgsqlDataSource? host;
    private NpgsqlDataSource? hostByKey;
    private NpgsqlDataSource? analyst;

    internal FactoryDatabase(
        DatabaseOptions options, string? connectionString, IReadOnlyList<Assembly> migrations, ILoggerFactory loggers, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        configured = string.IsNullOrWhiteSpace(connectionString) ? null : connectionString;
        assemblies = migrations;
        logger = loggers.CreateLogger<FactoryDatabase>();
        embedded = configured is null ? new(options, logger, time) : null;
    }

    /// <summary>The role of all stores: owns nothing, has no BYPASSRLS.</summary>
    public NpgsqlDataSource Host => host ?? throw new InvalidOperationException("The database has not been started.");

    /// <summary>The same role for the writes of many turns at once, which find every row by its key whatever the planner thinks of the tables.</summary>
    public NpgsqlDataSource HostByKey => hostByKey ?? throw new InvalidOperationException("The database has not been started.");

    /// <summary>The read-only role that runs people's own SQL.</summary>
    public NpgsqlDataSource Analyst => analyst ?? throw new InvalidOperationException("The database has not been started.");

    /// <summary>False where the owner is no superuser and could not take the server's escape functions from the analyst role:
    /// people's own SQL must then stay off.</summary>
    public bool AnalystConfined { get; private set; }

    /// <summary>How the owner connects, for migrations and whole-database work; never for a person's question.</summary>
    internal string OwnerConnection { get; private set; } = "";

    /// <summary>The configured key of <see cref="Secrets"/>.</summary>
    internal string? SecretKey => options.SecretKey;

    /// <summary>Starts without a host builder, for tests and single commands.</summary>
    /// <param name="connectionString">A server of one's own; null for the private PostgreSQL.</param>
    /// <param name="migrations">Assemblies that carry <c>Migrations/*.sql</c>.</param>
    public static async Task<FactoryDatabase> StartAsync(
        DatabaseOptions options,
        string? connectionString,
        IReadOnlyList<Assembly> migrations,
        ILoggerFactory loggers,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var database = new FactoryDatabase(options, connectionString, migrations, loggers, time);
        try
        {
            await database.StartAsync(cancellationToken);
            return database;
        }
        catch (Exception)
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a unit of work that sees and writes the rows of one tenant only.</summary>
    public Task<TenantScope> OpenAsync(Guid tenantId, CancellationToken cancellationToken) =>
        TenantScope.OpenAsync(Host, tenantId, IsolationLevel.ReadCommitted, cancellationToken);

    /// <summary>The same, with every statement reading the state of the first: for answers that are put together from several.</summary>
    public Task<TenantScope> OpenSnapshotAsync(Guid tenantId, CancellationToken cancellationToken) =>
        TenantScope.OpenAsync(Host, tenantId, IsolationLevel.RepeatableRead, cancellationToken);

    /// <summary>Hears what any host tells with <c>pg_notify</c>, until it is cancelled or the connection is lost.</summary>
    /// <param name="listening">Called once the channel is open: what happened before was not heard.</param>
    public Task ListenAsync(string channel, Action<string> heard, Action listening, CancellationToken cancellationToken) =>
        Listener.RunAsync(Host, channel, heard, listening, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
        if (hostByKey is not null)
            await hostByKey.DisposeAsync();
        if (analyst is not null)
            await analyst.DisposeAsync();
        if (embedded is not null)
            await embedded.DisposeAsync();
    }

    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        if (host is not null)
            return;
        var started = time.GetTimestamp();
        DapperSetup.Once();
        OwnerConnection = configured ?? await embedded!.StartAsync(cancellationToken);
        var roles = new DatabaseRoles(OwnerConnection, time);
        var known = Migration.In(assemblies);
        await using var session = embedded is not null
            ? await OwnerSession.OpenAsync(OwnerConnection, create: true, cancellationToken)
            : await OwnerSession.WaitAsync(OwnerConnection, TimeSpan.FromSeconds(options.StartSeconds), logger, time, cancellationToken);
        var applied = await new Migrator(known, logger, time).RunAsync(session.Connection, roles, cancellationToken);
        AnalystConfined = await DatabaseRoles.IsAnalystConfinedAsync(session.Connection, cancellationToken);
        if (!AnalystConfined)
            DatabaseLog.AnalystNotConfined(logger, DatabaseRoles.Analyst);
        host = Pools.Host(roles.ConnectionFor(DatabaseRoles.Host), options);
        hostByKey = Pools.HostByKey(roles.ConnectionFor(DatabaseRoles.Host), options);
        analyst = Pools.Analyst(roles.ConnectionFor(DatabaseRoles.Analyst), options);
        DatabaseLog.DatabaseReady(logger, (long)time.GetElapsedTime(started).TotalMilliseconds, applied, known.Count);
    }

    /// <summary>Starts the private server again if it has died; nothing to do with a server of one's own.</summary>
    internal Task EnsureRunningAsync(CancellationToken cancellationToken) => embedded?.EnsureRunningAsync(cancellationToken) ?? Task.CompletedTask;
}
