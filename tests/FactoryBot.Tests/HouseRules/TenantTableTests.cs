using Dapper;
using Npgsql;

namespace FactoryBot.Tests.HouseRules;

/// <summary>The form that every table of a tenant has; what it is worth is tried in <see cref="RowLevelSecurityTests"/>.</summary>
public sealed class TenantTableTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    // Asked for each row, or once in a statement where many rows are written.
    [Fact]
    public async Task EveryTableWithATenant_HasItFirstInItsKeyNeverNullAndBehindAForcedPolicy()
    {
        var wrong = await QueryAsync(
            """
            select c.oid::regclass::text
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
              and not (a.attnotnull and c.relrowsecurity and c.relforcerowsecurity
                  and exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and i.indkey[0] = a.attnum)
                  and exists (
                      select from pg_policy p
                      where p.polrelid = c.oid and p.polcmd = '*' and 0 = any (p.polroles)
                        and pg_get_expr(p.polqual, c.oid) ~ 'tenant_id = (\( SELECT )?tenancy\.current_tenant\(\)'
                        and pg_get_expr(p.polwithcheck, c.oid) ~ 'tenant_id = (\( SELECT )?tenancy\.current_tenant\(\)'))
            """);
        Rule.Holds(wrong);
    }

    /// <summary>The scheduler's own tables hold the ids of jobs and their times.</summary>
    private const string SchedulerTables = "jobs.qrtz_";

    [Fact]
    public async Task EveryPartition_IsReachedThroughItsTableAlone()
    {
        var wrong = await QueryAsync(
            """
            select c.oid::regclass::text
            from pg_class c
            cross join unnest(array['factorybot_host', 'factorybot_analyst']) r
            where c.relispartition and c.relkind = 'r' and has_table_privilege(r, c.oid, 'select, insert, update, delete')
            """);
        Rule.Holds(wrong);
    }

    [Fact]
    public async Task EveryTable_HasATenantOrIsKnownToHaveNone()
    {
        // The registry of tenants is the way from a channel's identity to a tenant, so it is read before one is known.
        string[] known = ["maintenance.migration", "tenancy.tenant"];
        var others = await QueryAsync(
            """
            select c.oid::regclass::text
            from pg_class c
            where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
              and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
            """);
        Rule.Holds(others.Where(table => !table.StartsWith(SchedulerTables, StringComparison.Ordinal)).Except(known));
    }

    [Fact]
    public async Task EveryView_IsReadWithTheRightsOfItsReader()
    {
        var wrong = await QueryAsync(
            """
            select c.oid::regclass::text
            from pg_class c
            where c.relkind in ('v', 'm') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
              and coalesce(not 'security_invoker=true' = any (c.reloptions), true)
            """);
        Rule.Holds(wrong);
    }

    [Fact]
    public async Task EveryFunctionWithItsOwnersRights_FixesItsSearchPath()
    {
        var wrong = await QueryAsync(
            """
            select p.oid::regprocedure::text
            from pg_proc p
            where p.prosecdef and p.pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
              and not exists (select from unnest(p.proconfig) setting where setting like 'search_path=%')
            """);
        Rule.Holds(wrong);
    }

    private async Task<List<string>> QueryAsync(string sql)
    {
        var database = await postgres.NewDatabaseAsync();
        await using var owner = new NpgsqlConnection(database.OwnerConnection);
        return (await owner.QueryAsync<string>(sql)).AsList();
    }
}
