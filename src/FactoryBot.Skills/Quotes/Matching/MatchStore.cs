using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using Npgsql;

namespace FactoryBot.Skills.Quotes.Matching;

/// <summary>Reads what matching needs, for all lines of a request at once.</summary>
internal static class MatchStore
{
    private const string Columns = """
        p.part_no, p.number, p.description, p.details, p.line_of_business, p.material, p.standard, p.dimensions, p.supplier, p.unit, p.pack_quantity,
        p.price, p.cost, p.currency, p.minimum_quantity, p.lead_days, p.stock
        """;

    public static async Task<IReadOnlyList<KeyedPart>> ByKeyAsync(TenantScope scope, IReadOnlyList<string> keys, Guid? customerId, CancellationToken cancellationToken) =>
        keys.Count == 0 ? [] : (await scope.Connection.QueryAsync<KeyedPart, Part, KeyedPart>(new CommandDefinition(
            $"""
            select p.number_key as key, '' as alias, false as is_customers, {Columns}
            from quotes.part p where p.number_key = any(@keys)
            union all
            select a.alias_key, a.alias, a.customer_id <> @nobody, {Columns}
            from quotes.part_alias a join quotes.part p on p.number = a.number
            where a.alias_key = any(@keys) and a.customer_id in (@nobody, @customer)
            """,
            new { keys = keys.ToArray(), nobody = Guid.Empty, customer = customerId ?? Guid.Empty },
            cancellationToken: cancellationToken), (key, part) => key with { Part = part }, splitOn: "part_no")).AsList();

    /// <summary>In how many parts each term stands.</summary>
    public static async Task<Dictionary<string, long>> CountsAsync(TenantScope scope, IReadOnlyCollection<string> terms, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<(string Term, long Parts)>(new CommandDefinition(
            "select term, sum(parts)::bigint from quotes.part_term where term = any(@terms) group by term", new { terms = terms.ToArray() }, cancellationToken: cancellationToken)))
        .ToDictionary(t => t.Term, t => t.Parts, StringComparer.Ordinal);

    public static async Task<Dictionary<string, List<byte[]>>> PostingsAsync(TenantScope scope, IReadOnlyCollection<string> terms, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, List<byte[]>>(StringComparer.Ordinal);
        if (terms.Count == 0)
            return all;
        await using var command = new NpgsqlCommand("select term, postings from quotes.part_term where term = any($1)", scope.Connection);
        command.Parameters.Add(new() { Value = terms.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var term = reader.GetString(0);
            if (!all.TryGetValue(term, out var lists))
                all[term] = lists = [];
            lists.Add(reader.GetFieldValue<byte[]>(1));
        }

        return all;
    }

    public static async Task<IReadOnlyList<Part>> PartsAsync(TenantScope scope, IReadOnlyCollection<int> partNos, CancellationToken cancellationToken) =>
        partNos.Count == 0 ? [] : (await scope.Connection.QueryAsync<Part>(new CommandDefinition(
            $"select {Columns} from quotes.part p where p.part_no = any(@nos)", new { nos = partNos.ToArray() }, cancellationToken: cancellationToken))).AsList();

    /// <summary>Parts whose number begins alike, for a number that is not known.</summary>
    public static async Task<IReadOnlyList<Part>> NearNumberAsync(TenantScope scope, string key, int most, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<Part>(new CommandDefinition(
            $"select {Columns} from quotes.part p where p.number_key >= @from collate \"C\" and p.number_key < @until collate \"C\" order by p.number_key limit @most",
            new { from = key, until = key + "\uffff", most },
            cancellationToken: cancellationToken))).AsList();

    public static async Task<IReadOnlyList<(string Word, long Parts)>> WordsAsync(TenantScope scope, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<(string, long)>(new CommandDefinition(
            "select substr(term, 3), sum(parts)::bigint from quotes.part_term where term >= 'w:' and term < 'w;' group by term", cancellationToken: cancellationToken))).AsList();
}

/// <param name="Alias">The other name that was found; empty where it is the part's own number.</param>
internal sealed record KeyedPart(string Key, string Alias, bool IsCustomers)
{
    public Part Part { get; init; } = null!;
}
