using Npgsql;

namespace FactoryBot.Skills.Database;

internal static class Pools
{
    public static NpgsqlDataSource Open(string connectionString, int size, DatabaseOptions options) =>
        new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "factorybot",
            Pooling = true,
            MaxPoolSize = size,
            MinPoolSize = 0,
            CommandTimeout = options.StatementSeconds,
            Multiplexing = false,
            Enlist = false,
            // A statement seen twice is prepared: its third run is neither parsed nor planned again.
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
        }.ConnectionString).Build();
}
