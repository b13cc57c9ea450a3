using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace FactoryBot.Skills.Database;

/// <summary>The two roles below the owner. Their passwords come from the owner's, so every host with the same connection
/// string knows them and none is stored.</summary>
internal sealed class DatabaseRoles(string ownerConnection, TimeProvider time)
{
    public const string Host = "factorybot_host";
    public const string Analyst = "factorybot_analyst";

    /// <summary>What sorts and joins of one analyst's session may write to disk.</summary>
    private const string AnalystFiles = "512MB";

    private const int Tries = 20;

    public string ConnectionFor(string role) => new NpgsqlConnectionStringBuilder(ownerConnection)
    {
        Username = role,
        Password = PasswordOf(role),
    }.ConnectionString;

    /// <summary>A login proves more than a look at the catalog: the password is the one we derive.</summary>
    public async Task<bool> AreReadyAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        var harmless = await owner.QuerySingleAsync<bool>(new CommandDefinition(
            """
            select count(*) = 2 and not bool_or(
                rolsuper or rolbypassrls or rolcreaterole or not rolcanlogin
                or not has_database_privilege(oid, current_database(), 'connect')
                or has_database_privilege(oid, current_database(), 'temporary') <> (rolname = @Host))
            from pg_roles where rolname in (@Host, @Analyst)
            """,
            new { Host, Analyst },
            cancellationToken: cancellationToken));
        return harmless
            && await OwnerSession.CanLogInAsync(ConnectionFor(Host), cancellationToken)
            && await OwnerSession.CanLogInAsync(ConnectionFor(Analyst), cancellationToken);
    }

    /// <summary>Whether a query of the analyst role cannot change its tenant.</summary>
    public static Task<bool> IsAnalystConfinedAsync(NpgsqlConnection owner, CancellationToken cancellationToken) =>
        owner.QuerySingleAsync<bool>(new CommandDefinition(
            "select not has_function_privilege(@Analyst, 'pg_catalog.set_config(text, text, boolean)', 'execute')",
            new { Analyst },
            cancellationToken: cancellationToken));

    /// <summary>Run under the migrator's lock; roles belong to the whole server, so hosts of other databases may still interfere.</summary>
    public async Task EnsureAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        if (!await AreReadyAsync(owner, cancellationToken))
        {
            await CreateAsync(owner, Host, cancellationToken);
            await CreateAsync(owner, Analyst, cancellationToken);
            await RetryAsync($"alter role {Analyst} set default_transaction_read_only = on", cancellationToken);
        }

        if (await MayLimitFilesAsync(owner, cancellationToken))
            await RetryAsync($"alter role {Analyst} set temp_file_limit = '{AnalystFiles}'", cancellationToken);
        await RetryAsync(GrantsOn(owner.Database), cancellationToken);
    }

    // Only a superuser may set it, and only once is needed.
    private static Task<bool> MayLimitFilesAsync(NpgsqlConnection owner, CancellationToken cancellationToken) =>
        owner.QuerySingleAsync<bool>(new CommandDefinition(
            """
            select (select rolsuper from pg_roles where rolname = current_user) and not exists (
                select from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
                where r.rolname = @Analyst and 'temp_file_limit=' || @AnalystFiles = any (s.setconfig))
            """,
            new { Analyst, AnalystFiles },
            cancellationToken: cancellationToken));

    /// <summary>What later migrations make is the host's to use; the analyst role sees what a migration grants to it, nothing else.</summary>
    private static string GrantsOn(string database)
    {
        using var quoting = new NpgsqlCommandBuilder();
        var name = quoting.QuoteIdentifier(database);
        return $"""
            grant connect on database {name} to {Host}, {Analyst};
            grant temporary on database {name} to {Host};
            revoke temporary on database {name} from public;
            revoke create on schema public from public;
            alter default privileges grant usage on schemas to {Host};
            alter default privileges grant select, insert, update, delete on tables to {Host};
            alter default privileges grant usage, select on sequences to {Host};
            """;
    }

    private async Task CreateAsync(NpgsqlConnection owner, string role, CancellationToken cancellationToken)
    {
        var exists = await owner.QuerySingleAsync<bool>(new CommandDefinition(
            "select exists (select from pg_roles where rolname = @role)", new { role }, cancellationToken: cancellationToken));
        var password = PasswordOf(role);
        await RetryAsync(
            exists ? $"alter role {role} with login password '{password}'" : $"create role {role} with login password '{password}'",
            cancellationToken);
    }

    /// <summary>On a connection of its own: Npgsql gives a connection up after "concurrently updated", and with it would go the
    /// migrator's lock.</summary>
    private async Task RetryAsync(string sql, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var owner = await OwnerSession.OpenAsync(ownerConnection, create: false, cancellationToken);
                await owner.Connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
                return;
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation)
            {
                return;
            }
            catch (PostgresException e) when (attempt < Tries && e.MessageText.Contains("concurrently", StringComparison.Ordinal))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 50)), time, cancellationToken);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                throw new DatabaseSetupException("The user of ConnectionStrings:FactoryBot must own the database and have CREATEROLE: FactoryBot makes two roles with fewer rights for its own work.", e);
            }
        }
    }

    private string PasswordOf(string role)
    {
        var owner = new NpgsqlConnectionStringBuilder(ownerConnection).Password;
        return string.IsNullOrEmpty(owner)
            ? throw new DatabaseSetupException("ConnectionStrings:FactoryBot has no Password. FactoryBot derives the passwords of its two smaller roles from it.")
            : Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(owner), Encoding.UTF8.GetBytes(role)));
    }
}
