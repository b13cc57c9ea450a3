using Npgsql;

namespace FactoryBot.Skills.Database;

internal static class Pools
{
    private const int KeyedConnections = 4;

    /// <summary>A statement seen twice is prepared: its third run is neither parsed nor planned again.</summary>
    public static NpgsqlDataSource Host(string connectionString, DatabaseOptions options)
    {
        var settings = Settings(connectionString, options.HostPoolSize, options);
        settings.MaxAutoPrepare = 200;
        settings.AutoPrepareMinUsages = 2;
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    /// <summary>For writes that name every row by its key. A plan that was made and kept while a table was nearly empty reads all rows of a
    /// tenant, which then takes longer with each of them: here keys and nested loops are all that a plan may be made of.</summary>
    public static NpgsqlDataSource HostByKey(string connectionString, DatabaseOptions options)
    {
        var settings = Settings(connectionString, KeyedConnections, options);
        settings.MaxAutoPrepare = 50;
        settings.AutoPrepareMinUsages = 2;
        settings.Options = "-c enable_seqscan=off -c enable_bitmapscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c plan_cache_mode=force_generic_plan";
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    /// <summary>People's own questions seldom repeat, and every session is wiped between two of them.</summary>
    public static NpgsqlDataSource Analyst(string connectionString, DatabaseOptions options) =>
        new NpgsqlDataSourceBuilder(Settings(connectionString, options.AnalystPoolSize, options).ConnectionString).Build();

    private static NpgsqlConnectionStringBuilder Settings(string connectionString, int size, DatabaseOptions options) => new(connectionString)
    {
        ApplicationName = "factorybot",
        Pooling = true,
        MaxPoolSize = size,
        MinPoolSize = 0,
        CommandTimeout = options.StatementSeconds,
        Multiplexing = false,
        Enlist = false,
    };
}
