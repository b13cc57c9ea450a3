using System.Globalization;
using Dapper;
using Npgsql;

namespace FactoryBot.Tests.HouseRules;

/// <summary>A table with a tenant_id as the catalog describes it, and a row of made-up values that fits it.</summary>
internal sealed record TenantTable(string Name, IReadOnlyList<TenantTable.Column> Columns, IReadOnlySet<string> HostRights)
{
    public string InsertSql =>
        $"insert into {Name} ({string.Join(", ", Columns.Select(c => c.Name))}) values ({string.Join(", ", Columns.Select(c => c.Name == "tenant_id" ? "@tenant" : c.Value))})";

    public static async Task<IReadOnlyList<TenantTable>> AllAsync(NpgsqlConnection owner)
    {
        var tables = await owner.QueryAsync<(string Name, string[] Rights)>(
            """
            select c.oid::regclass::text,
                array(select r from unnest(array['select', 'insert', 'update', 'delete']) r where has_table_privilege('factorybot_host', c.oid, r))
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and not c.relispartition
            order by 1
            """);
        var all = new List<TenantTable>();
        foreach (var (name, rights) in tables)
        {
            var columns = await owner.QueryAsync<Column>(
                """
                select quote_ident(a.attname) as name, format_type(a.atttypid, null) as type
                from pg_attribute a
                where a.attrelid = @name::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
                  and a.attnotnull and (not a.atthasdef or a.attname = 'tenant_id')
                order by a.attnum
                """,
                new { name });
            all.Add(new(name, columns.AsList(), rights.ToHashSet(StringComparer.Ordinal)));
        }

        return all;
    }

    public bool Can(string right) => HostRights.Contains(right);

    public static object Values(Guid tenant) => new { tenant };

    /// <summary>Foreign keys, checks and triggers are another matter than the wall, so the owner's row goes in without them.</summary>
    public async Task FillAsync(NpgsqlConnection owner, Guid tenant)
    {
        await using var transaction = await owner.BeginTransactionAsync();
        await owner.ExecuteAsync("set local session_replication_role = replica");
        foreach (var check in await owner.QueryAsync<string>(
            "select quote_ident(conname) from pg_constraint where conrelid = @Name::regclass and contype = 'c'", new { Name }))
            await owner.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"alter table {Name} drop constraint {check}"));
        await owner.ExecuteAsync(InsertSql, Values(tenant));
        await transaction.CommitAsync();
    }

    internal sealed record Column(string Name, string Type)
    {
        public string Value => Type switch
        {
            "uuid" => "gen_random_uuid()",
            "text" or "character varying" or "character" => "'x'",
            "jsonb" or "json" => "'{}'",
            "date" or "timestamp with time zone" or "timestamp without time zone" => "now()",
            "time without time zone" => "'06:00'",
            "boolean" => "true",
            "bytea" => "'\\x00'",
            "interval" => "interval '1 hour'",
            _ when Type.EndsWith("[]", StringComparison.Ordinal) => "'{}'",
            _ when Type.EndsWith("range", StringComparison.Ordinal) => "'empty'",
            _ => "1",
        };
    }
}
