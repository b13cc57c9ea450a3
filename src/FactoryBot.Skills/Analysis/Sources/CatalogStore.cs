using System.Globalization;
using Npgsql;

namespace FactoryBot.Skills.Analysis.Sources;

/// <summary>Reads what a database says of itself, and the values of its short columns. Only what the connection's role may read.</summary>
internal static class CatalogStore
{
    private const int MostValues = 3_000;
    private const int LongestValue = 80;
    private const long LargeTable = 300_000;

    private const string TablesSql = """
        select n.nspname, c.relname, c.relkind in ('v', 'm'), obj_description(c.oid), c.reltuples::bigint
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
          and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
          and (cardinality($1::text[]) = 0 or n.nspname = any ($1))
          and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
        order by 1, 2
        """;

    private const string ColumnsSql = """
        select n.nspname, c.relname, a.attname, coalesce(bt.typname, t.typname), a.attnotnull, col_description(c.oid, a.attnum),
            array(select e.enumlabel::text from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder)
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_type t on t.oid = a.atttypid left join pg_type bt on bt.oid = nullif(t.typbasetype, 0)
        where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm', 'f')
          and n.nspname not in ('pg_catalog', 'information_schema') and has_column_privilege(c.oid, a.attnum, 'select')
          and (cardinality($1::text[]) = 0 or n.nspname = any ($1))
        order by 1, 2, a.attnum
        """;

    private const string KeysSql = """
        select n.nspname, c.relname, k.contype::text,
            array(select a.attname::text from unnest(k.conkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by u.o),
            fn.nspname, fc.relname,
            array(select a.attname::text from unnest(k.confkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by u.o)
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        left join pg_class fc on fc.oid = k.confrelid left join pg_namespace fn on fn.oid = fc.relnamespace
        where k.contype in ('p', 'u', 'f') and not c.relispartition and k.conparentid = 0 and n.nspname not in ('pg_catalog', 'information_schema')
        order by k.contype = 'u', k.oid
        """;

    /// <param name="schemas">Only these; empty for all.</param>
    public static async Task<Catalog> ReadAsync(NpgsqlConnection connection, IReadOnlyList<string> schemas, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<(string, string), CatalogTable>();
        await foreach (var row in RowsAsync(connection, TablesSql, schemas, cancellationToken))
        {
            var table = new CatalogTable
            {
                Schema = row.GetString(0), Name = row.GetString(1), View = row.GetBoolean(2), Comment = Text(row, 3), Rows = row.GetInt64(4),
            };
            tables[(table.Schema, table.Name)] = table;
        }

        await foreach (var row in RowsAsync(connection, ColumnsSql, schemas, cancellationToken))
        {
            if (tables.TryGetValue((row.GetString(0), row.GetString(1)), out var table))
            {
                table.Columns.Add(new()
                {
                    Name = row.GetString(2), Type = row.GetString(3), NotNull = row.GetBoolean(4), Comment = Text(row, 5), Labels = row.GetFieldValue<string[]>(6),
                });
            }
        }

        var keys = new List<CatalogKey>();
        await foreach (var row in RowsAsync(connection, KeysSql, null, cancellationToken))
        {
            if (!tables.TryGetValue((row.GetString(0), row.GetString(1)), out var table))
                continue;
            var columns = row.GetFieldValue<string[]>(3);
            if (row.GetString(2) != "f" && columns.Length == 1)
                table.Unique.Add(columns[0]);
            if (row.GetString(2) != "f")
                table.Key = table.Key.Count == 0 ? columns : table.Key;
            else if (!await row.IsDBNullAsync(4, cancellationToken))
                keys.Add(new(table.Schema, table.Name, columns, row.GetString(4), row.GetString(5), row.GetFieldValue<string[]>(6)));
        }

        foreach (var table in tables.Values)
            await ReadValuesAsync(connection, table, cancellationToken);
        return new([.. tables.Values], keys);
    }

    /// <summary>Sets the tenant of the open transaction, so that only its values are read.</summary>
    public static async Task EnterAsync(NpgsqlConnection connection, Guid tenantId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"set local factorybot.tenant_id = '{tenantId:D}'", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task ReadValuesAsync(NpgsqlConnection connection, CatalogTable table, CancellationToken cancellationToken)
    {
        foreach (var column in table.Columns.Where(c => c.Labels.Count > 0))
            (column.Values, column.AllValues) = (column.Labels, true);
        using var quoting = new NpgsqlCommandBuilder();
        var from = $"{quoting.QuoteIdentifier(table.Schema)}.{quoting.QuoteIdentifier(table.Name)}"
            + (table.Rows > LargeTable && !table.View ? " tablesample system (5)" : "");
        foreach (var column in table.Columns.Where(c => c.Values is null && c.Type is "text" or "varchar" or "bpchar" or "citext" or "name"))
        {
            var name = quoting.QuoteIdentifier(column.Name);
            var sql = $"""
                select v from (select distinct {name}::text as v from (select {name} from {from} limit {LargeTable}) r
                    where {name} is not null and length({name}::text) <= {LongestValue}) d limit {MostValues + 1}
                """;
            var values = new List<string>();
            await foreach (var row in RowsAsync(connection, sql, null, cancellationToken))
                values.Add(row.GetString(0).Trim());
            column.AllValues = values.Count <= MostValues && table.Rows <= LargeTable;
            column.Values = values.Count <= MostValues ? values : null;
        }

        await ReadRangesAsync(connection, table, from, quoting, cancellationToken);
    }

    private static async Task ReadRangesAsync(
        NpgsqlConnection connection, CatalogTable table, string from, NpgsqlCommandBuilder quoting, CancellationToken cancellationToken)
    {
        var numbers = table.Columns.Where(c => c.Type is "int2" or "int4" or "int8" or "numeric" or "float4" or "float8" or "money").ToList();
        var dates = table.Columns.Where(c => c.Type is "date" or "timestamp" or "timestamptz").ToList();
        if (numbers.Count + dates.Count == 0)
            return;
        var parts = numbers.SelectMany(c => Ends(c, "::float8")).Concat(dates.Select(c => $"max({quoting.QuoteIdentifier(c.Name)})::text")).Append(TypicalSpan([.. dates.Where(d => d.Type != "date").Select(d => quoting.QuoteIdentifier(d.Name))]));
        var sql = $"""
            select {string.Join(", ", parts)} from (select * from {from} limit {LargeTable}) r
            """;
        await foreach (var row in RowsAsync(connection, sql, null, cancellationToken))
        {
            for (var i = 0; i < numbers.Count; i++)
                (numbers[i].Least, numbers[i].Most) = (Number(row, 2 * i), Number(row, (2 * i) + 1));
            for (var i = 0; i < dates.Count; i++)
                dates[i].Youngest = Text(row, (2 * numbers.Count) + i) is { Length: >= 10 } text
                    && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            table.TypicalSpan = row.IsDBNull((2 * numbers.Count) + dates.Count) ? null : row.GetDouble((2 * numbers.Count) + dates.Count);
        }

        string[] Ends(CatalogColumn column, string cast)
        {
            var name = quoting.QuoteIdentifier(column.Name) + (column.Type == "money" ? "::numeric" : "");
            return [$"min({name}){cast}", $"max({name}){cast}"];
        }
    }

    // How long a row takes says in which unit its time is told.
    private static string TypicalSpan(IReadOnlyList<string> moments)
    {
        if (moments.Count < 2)
            return "null::float8";
        var (first, last) = ($"least({string.Join(", ", moments)})", $"greatest({string.Join(", ", moments)})");
        return $"percentile_cont(0.5) within group (order by extract(epoch from {last} - {first})) filter (where num_nonnulls({string.Join(", ", moments)}) > 1 and isfinite({first}) and isfinite({last}))::float8";
    }

    private static decimal? Number(NpgsqlDataReader row, int at) =>
        row.IsDBNull(at) || row.GetDouble(at) is not (> -1e20 and < 1e20) ? null : (decimal)row.GetDouble(at);

    private static string? Text(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    private static async IAsyncEnumerable<NpgsqlDataReader> RowsAsync(
        NpgsqlConnection connection, string sql, IReadOnlyList<string>? schemas,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (schemas is not null)
            command.Parameters.Add(new() { Value = schemas.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return reader;
    }
}
