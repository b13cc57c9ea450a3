using Npgsql;

namespace FactoryBot.Skills.Database;

internal static class Pools
{
    /// <summary>A statement seen twice is prepared: its third run is neither parsed nor planned again.</summary>
    public static NpgsqlDataSource Host(string connectionString, DatabaseOptions options)
    {
        var settings = Settings(connectionString, options.HostPoolSize, options);
        settings.MaxAutoPrepare = 200;
        settings.AutoPrepareMinUsages = 2;
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
