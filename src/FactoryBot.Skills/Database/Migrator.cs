using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FactoryBot.Skills.Database;

/// <summary>Brings a database to the state of this build: each migration once, in order of file name, each in its own transaction.</summary>
internal sealed class Migrator(IReadOnlyList<Migration> migrations, ILogger logger, TimeProvider time)
{
    /// <summary>Any number that nothing else in the database uses; the lock belongs to the database, not to the server.</summary>
    private const long Lock = 0x0FAC_7081;

    /// <summary>Waits for another host that is migrating the same database.</summary>
    /// <returns>How many migrations were applied.</returns>
    public async Task<int> RunAsync(NpgsqlConnection owner, DatabaseRoles roles, CancellationToken cancellationToken)
    {
        if ((await PendingAsync(owner, cancellationToken)).Count == 0 && await roles.AreReadyAsync(owner, cancellationToken))
            return 0;
        await owner.ExecuteAsync(new CommandDefinition("select pg_advisory_lock(@Lock)", new { Lock }, commandTimeout: 0, cancellationToken: cancellationToken));
        try
        {
            await roles.EnsureAsync(owner, cancellationToken);
            await PrepareAsync(owner, cancellationToken);
            var pending = await PendingAsync(owner, cancellationToken);
            foreach (var migration in pending)
                await ApplyAsync(owner, migration, cancellationToken);
            return pending.Count;
        }
        finally
        {
            await owner.ExecuteAsync("select pg_advisory_unlock(@Lock)", new { Lock });
        }
    }

    private static Task<int> PrepareAsync(NpgsqlConnection owner, CancellationToken cancellationToken) =>
        owner.ExecuteAsync(new CommandDefinition(
            """
            create schema if not exists maintenance;
            create table if not exists maintenance.migration (
                file_name text primary key,
                checksum text not null,
                applied_at timestamptz not null default now()
            );
            revoke all on schema maintenance from factorybot_host;
            revoke all on maintenance.migration from factorybot_host;
            """,
            cancellationToken: cancellationToken));

    private async Task<List<Migration>> PendingAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        var applied = await AppliedAsync(owner, cancellationToken);
        var edited = migrations.FirstOrDefault(m => applied.TryGetValue(m.FileName, out var checksum) && checksum != m.Checksum);
        if (edited is not null)
            throw new DatabaseSetupException($"Migration {edited.FileName} was edited after it had been applied to this database. Restore the file and put the change into a new one.");
        return [.. migrations.Where(m => !applied.ContainsKey(m.FileName))];
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await owner.QueryAsync<(string FileName, string Checksum)>(new CommandDefinition(
                "select file_name, checksum from maintenance.migration", cancellationToken: cancellationToken));
            return rows.ToDictionary(r => r.FileName, r => r.Checksum, StringComparer.Ordinal);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return [];
        }
    }

    private async Task ApplyAsync(NpgsqlConnection owner, Migration migration, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        try
        {
            await using var transaction = await owner.BeginTransactionAsync(cancellationToken);
            await owner.ExecuteAsync(new CommandDefinition(migration.Sql, transaction: transaction, commandTimeout: 0, cancellationToken: cancellationToken));
            await owner.ExecuteAsync(new CommandDefinition(
                "insert into maintenance.migration (file_name, checksum) values (@FileName, @Checksum)",
                new { migration.FileName, migration.Checksum },
                transaction,
                cancellationToken: cancellationToken));
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException e)
        {
            throw new DatabaseSetupException($"Migration {migration.FileName} failed: {e.MessageText}. {Advice(e)}".Trim(), e);
        }

        DatabaseLog.MigrationApplied(logger, migration.FileName, (long)time.GetElapsedTime(started).TotalMilliseconds);
    }

    private static string Advice(PostgresException e) => e switch
    {
        { MessageText: var text } when text.Contains("extension", StringComparison.Ordinal) =>
            "Install pgvector for this PostgreSQL (bash eng/setup.sh --run), or let a superuser run: create extension vector; create extension pg_trgm;",
        { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            "The user of ConnectionStrings:FactoryBot must own the database and have CREATEROLE.",
        _ => "",
    };
}
