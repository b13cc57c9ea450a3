using Dapper;
using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Tests.Database;

public sealed class DatabaseRolesTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Host_InTheCatalog_OwnsNothingAndCannotPassThePolicies()
    {
        var database = await postgres.NewDatabaseAsync();
        await using var host = await database.Host.OpenConnectionAsync();
        var rights = await host.QuerySingleAsync(
            """
            select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
                (select count(*) from pg_class where relowner = r.oid)
                    + (select count(*) from pg_namespace where nspowner = r.oid)
                    + (select count(*) from pg_proc where proowner = r.oid) as owned,
                (select count(*) from pg_auth_members where member = r.oid) as memberships
            from pg_roles r where rolname = current_user
            """);
        Assert.Equal("factorybot_host", (string)rights.name);
        Assert.False((bool)rights.rolsuper || (bool)rights.rolbypassrls || (bool)rights.rolcreaterole || (bool)rights.rolcreatedb);
        Assert.Equal(0, (long)rights.owned + (long)rights.memberships);
    }

    [Theory]
    [InlineData("create table plain (id int)")]
    [InlineData("create schema mine")]
    [InlineData("create role other")]
    [InlineData("delete from maintenance.migration")]
    [InlineData("set role factorybot")]
    public async Task Host_BeyondItsWork_IsRefused(string sql)
    {
        var database = await postgres.NewDatabaseAsync();
        await using var host = await database.Host.OpenConnectionAsync();
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await StateOfAsync(host, sql));
    }

    [Theory]
    [InlineData("create table plain (id int)")]
    [InlineData("create temporary table plain (id int)")]
    [InlineData("select set_config('factorybot.tenant_id', gen_random_uuid()::text, false)")]
    [InlineData("select query_to_xml('select 1', true, false, '')")]
    [InlineData("select * from ts_stat('select ''a''::tsvector')")]
    [InlineData("do 'begin perform 1; end'")]
    [InlineData("select pg_advisory_lock(1)")]
    [InlineData("select pg_sleep(1)")]
    [InlineData("select pg_notify('turns', 'x')")]
    [InlineData("select pg_terminate_backend(1)")]
    [InlineData("select lo_from_bytea(0, 'x')")]
    [InlineData("select pg_read_file('postgresql.conf')")]
    [InlineData("copy (select 1) to program 'true'")]
    [InlineData("select * from pg_stat_activity")]
    [InlineData("select * from pg_authid")]
    [InlineData("select * from maintenance.migration")]
    public async Task Analyst_BeyondReading_IsRefused(string sql)
    {
        var database = await postgres.NewDatabaseAsync();
        Assert.True(database.AnalystConfined);
        await using var analyst = await database.Analyst.OpenConnectionAsync();
        // Even in a transaction that may write: the rights are what counts, not the session's setting.
        await analyst.ExecuteAsync("set default_transaction_read_only = off");
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await StateOfAsync(analyst, sql));
    }

    [Fact]
    public async Task Analyst_ByDefault_ReadsOnlyAndSeesNoTableThatWasNotGranted()
    {
        var database = await postgres.NewDatabaseAsync();
        await using (var owner = new NpgsqlConnection(database.OwnerConnection))
            await owner.ExecuteAsync("create schema later; create table later.thing (id int)");
        await using var analyst = await database.Analyst.OpenConnectionAsync();
        Assert.Equal("on", await analyst.QuerySingleAsync<string>("show transaction_read_only"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await StateOfAsync(analyst, "select * from later.thing"));
        await using var host = await database.Host.OpenConnectionAsync();
        Assert.Equal(0, await host.QuerySingleAsync<long>("select count(*) from later.thing"));
    }

    [Fact]
    public void ConnectionFor_AnOwnerWithoutPassword_SaysWhatIsMissing()
    {
        var refusal = Assert.Throws<DatabaseSetupException>(
            () => new DatabaseRoles("Host=localhost;Username=me;Database=plant", TimeProvider.System).ConnectionFor(DatabaseRoles.Host));
        Assert.Contains("Password", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ConnectionFor_TheSameOwner_IsTheSameOnEveryHostAndDiffersByRole()
    {
        const string owner = "Host=localhost;Username=me;Password=secret;Database=plant";
        var host = new DatabaseRoles(owner, TimeProvider.System).ConnectionFor(DatabaseRoles.Host);
        Assert.Equal(host, new DatabaseRoles(owner, TimeProvider.System).ConnectionFor(DatabaseRoles.Host));
        var analyst = new NpgsqlConnectionStringBuilder(new DatabaseRoles(owner, TimeProvider.System).ConnectionFor(DatabaseRoles.Analyst));
        Assert.NotEqual(new NpgsqlConnectionStringBuilder(host).Password, analyst.Password);
        Assert.DoesNotContain("secret", analyst.ConnectionString, StringComparison.Ordinal);
    }

    private static async Task<string?> StateOfAsync(NpgsqlConnection connection, string sql) =>
        (await Record.ExceptionAsync(() => connection.ExecuteAsync(sql)) as PostgresException)?.SqlState;
}
