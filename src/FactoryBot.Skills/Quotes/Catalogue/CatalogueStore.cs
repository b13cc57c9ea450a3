using Dapper;
using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Writes parts, their index, price breaks and aliases in a caller's unit of work.</summary>
internal static class CatalogueStore
{
    private const string PartColumns = """
        part_no, number, number_key, description, details, line_of_business, material, standard, dimensions, supplier, unit, pack_quantity, price, cost,
        currency, minimum_quantity, lead_days, stock
        """;

    /// <summary>Two imports of one tenant run one after the other; released with the transaction.</summary>
    public static async Task<CatalogueState> LockAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            "select pg_advisory_xact_lock(hashtextextended(@key, 0))", new { key = "quotes.catalogue " + scope.TenantId }, cancellationToken: cancellationToken));
        return await StateAsync(scope, cancellationToken);
    }

    public static async Task<CatalogueState> StateAsync(TenantScope scope, CancellationToken cancellationToken) =>
        await scope.Connection.QuerySingleOrDefaultAsync<CatalogueState>(new CommandDefinition(
            "select version, parts, next_part_no, next_segment, loaded_at, terms_version from quotes.catalogue", cancellationToken: cancellationToken))
        ?? new();

    public static Task SaveStateAsync(TenantScope scope, CatalogueState state, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            insert into quotes.catalogue (tenant_id, version, parts, next_part_no, next_segment, loaded_at, terms_version)
            values (tenancy.current_tenant(), @Version, @Parts, @NextPartNo, @NextSegment, @LoadedAt, @TermsVersion)
            on conflict (tenant_id) do update set version = excluded.version, parts = excluded.parts, next_part_no = excluded.next_part_no,
                next_segment = excluded.next_segment, loaded_at = excluded.loaded_at, terms_version = excluded.terms_version
            """,
            state,
            cancellationToken: cancellationToken));

    /// <summary>Has the database find each part by its index, whatever it believes of the size of the list: what it knows is of before, and a list that it
    /// takes for small it would read whole for each part that comes in.</summary>
    public static Task ByIndexAsync(TenantScope scope, bool on, CancellationToken cancellationToken)
    {
        var other = on ? "off" : "on";
        return scope.Connection.ExecuteAsync(new CommandDefinition(
            $"set local enable_seqscan = {other}; set local enable_hashjoin = {other}; set local enable_mergejoin = {other}", cancellationToken: cancellationToken));
    }

    /// <summary>Has the database count what is there, as part of the unit of work. Last in it: it lets no other list be counted until the end.</summary>
    public static Task AnalyzeAsync(TenantScope scope, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition("select quotes.count_parts()", cancellationToken: cancellationToken));

    public static Task ClearAsync(TenantScope scope, CancellationToken cancellationToken) => scope.Connection.ExecuteAsync(new CommandDefinition(
        "delete from quotes.part; delete from quotes.part_vector; delete from quotes.part_term; delete from quotes.part_alias; delete from quotes.price_break", cancellationToken: cancellationToken));

    /// <summary>Takes the rows out that the numbers of what was just sent have now, so that the new ones take their place.</summary>
    /// <returns>How many there were.</returns>
    private static Task<int> ForgetAsync(TenantScope scope, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            with old as (
                delete from quotes.part p using load_part n
                where p.tenant_id = tenancy.current_tenant() and p.number_key = n.number_key and p.number = n.number
                returning p.number),
            breaks as (
                delete from quotes.price_break b using old where b.tenant_id = tenancy.current_tenant() and b.number = old.number)
            select count(*) from old
            """,
            commandTimeout: 0,
            cancellationToken: cancellationToken));

    public static Task<long> CountAsync(TenantScope scope, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteScalarAsync<long>(new CommandDefinition("select count(*) from quotes.part", cancellationToken: cancellationToken));

    /// <summary>PostgreSQL refuses COPY into a table with row-level security, so rows go through a temporary table and one INSERT.</summary>
    /// <param name="replace">Parts that are there under the same numbers give way; false where there are none.</param>
    /// <returns>How many gave way.</returns>
    public static async Task<int> AddPartsAsync(TenantScope scope, IReadOnlyList<Part> parts, bool replace, CancellationToken cancellationToken)
    {
        await TemporaryAsync(scope, "load_part", $"select {PartColumns} from quotes.part", cancellationToken);
        await using (var stream = await scope.Connection.BeginRawBinaryCopyAsync($"copy load_part ({PartColumns}) from stdin (format binary)", cancellationToken))
        {
            var rows = new CopyRows(stream, PartRow.Columns);
            foreach (var part in parts)
            {
                await rows.StartRowAsync(cancellationToken);
                PartRow.Write(rows, part);
            }

            await rows.FinishAsync(cancellationToken);
        }

        var replaced = replace ? await ForgetAsync(scope, cancellationToken) : 0;
        // In the order of the index: neighbours are written together.
        await using var command = new NpgsqlCommand($"insert into quotes.part (tenant_id, {PartColumns}) select $1, {PartColumns} from load_part order by number_key", scope.Connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = scope.TenantId });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return replaced;
    }

    public static async Task AddTermsAsync(TenantScope scope, int segment, TermIndex index, CancellationToken cancellationToken)
    {
        await TemporaryAsync(scope, "load_term", "select term, parts, postings from quotes.part_term", cancellationToken);
        await using (var stream = await scope.Connection.BeginRawBinaryCopyAsync("copy load_term (term, parts, postings) from stdin (format binary)", cancellationToken))
        {
            var rows = new CopyRows(stream, 3);
            foreach (var (term, postings) in index.All())
            {
                await rows.StartRowAsync(cancellationToken);
                rows.Text(term);
                rows.Integer(postings.Count);
                rows.Bytes(postings.ToBytes());
            }

            await rows.FinishAsync(cancellationToken);
        }

        await using var command = new NpgsqlCommand(
            "insert into quotes.part_term (tenant_id, term, segment, parts, postings) select $2, term, $1, parts, postings from load_term order by term",
            scope.Connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = segment });
        command.Parameters.Add(new() { Value = scope.TenantId });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static Task AddBreaksAsync(TenantScope scope, IReadOnlyList<PriceBreak> breaks, CancellationToken cancellationToken) =>
        breaks.Count == 0 ? Task.CompletedTask : scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            insert into quotes.price_break (tenant_id, number, tier, from_quantity, price)
            select tenancy.current_tenant(), n, t, q, p from unnest(@numbers, @tiers, @quantities, @prices) as b (n, t, q, p)
            on conflict (tenant_id, number, tier, from_quantity) do update set price = excluded.price
            """,
            new
            {
                numbers = breaks.Select(b => b.Number).ToArray(), tiers = breaks.Select(b => b.Tier).ToArray(),
                quantities = breaks.Select(b => b.FromQuantity).ToArray(), prices = breaks.Select(b => b.Price).ToArray(),
            },
            cancellationToken: cancellationToken));

    public static Task AddAliasesAsync(TenantScope scope, IReadOnlyList<PartAlias> aliases, CancellationToken cancellationToken) =>
        aliases.Count == 0 ? Task.CompletedTask : scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            insert into quotes.part_alias (tenant_id, alias_key, customer_id, alias, number)
            select tenancy.current_tenant(), k, c, a, n from unnest(@keys, @customers, @names, @numbers) as b (k, c, a, n)
            on conflict do nothing
            """,
            new
            {
                keys = aliases.Select(a => Wording.PartKey.Of(a.Alias)).ToArray(), customers = aliases.Select(a => a.CustomerId ?? Guid.Empty).ToArray(),
                names = aliases.Select(a => a.Alias).ToArray(), numbers = aliases.Select(a => a.Number).ToArray(),
            },
            cancellationToken: cancellationToken));

    private static async Task TemporaryAsync(TenantScope scope, string table, string select, CancellationToken cancellationToken)
    {
        await RunAsync(scope, $"create temporary table if not exists {table} on commit drop as {select} with no data", cancellationToken);
        await RunAsync(scope, $"truncate {table}", cancellationToken);
    }

    private static async Task RunAsync(TenantScope scope, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, scope.Connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <param name="Version">Raised by each import; 0: nothing was ever loaded.</param>
/// <param name="TermsVersion">By which <see cref="PartTerms.Version"/> it is indexed.</param>
internal sealed record CatalogueState(long Version, long Parts, int NextPartNo, int NextSegment, DateTimeOffset LoadedAt, int TermsVersion)
{
    public CatalogueState() : this(0, 0, 1, 1, default, PartTerms.Version)
    {
    }
}
