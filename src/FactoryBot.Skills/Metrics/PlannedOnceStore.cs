using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Metrics;

/// <summary>A statement on partitions whose plan is the same for all parameters. PostgreSQL would plan it anew each time, which takes longer
/// than running it.</summary>
internal static class PlannedOnceStore
{
    /// <summary>The statement is the second command; the first returns no rows.</summary>
    public static NpgsqlBatch Batch(TenantScope scope, string sql) => new(scope.Connection)
    {
        BatchCommands = { new("set local plan_cache_mode = force_generic_plan"), new(sql) },
    };
}
