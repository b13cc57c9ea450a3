using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Wording;
using Npgsql;

namespace FactoryBot.Skills.Quotes.Matching;

/// <summary>Reads what matching needs, for all lines of a request at once.</summary>
internal static class MatchStore
{
    private const string Columns = """
        p.part_no, p.number, p.description, p.details, p.line_of_business, p.material, p.standard, p.dimensions, p.supplier, p.unit, p.pack_quantity,
        p.price, p.cost, p.currency, p.minimum_quantity, p.lead_days, p.stock
        """;

    /// <summary>The parts that have one of these numbers, or another name that is one of them. The names are read first: a part is found by the key of its
    /// number alone, and a join by the number would read every part there is.</summary>
    public static async Task<IReadOnlyList<KeyedPart>> ByKeyAsync(TenantScope scope, IReadOnlyList<string> keys, Guid? customerId, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return [];
        var names = (await scope.Connection.QueryAsync<(string Key, string Alias, bool IsCustomers, string Number)>(new CommandDefinition(
            """
            select alias_key, alias, customer_id <> @nobody, number from quotes.part_alias
            where alias_key = any(@keys) and customer_id in (@nobody, @customer)
            """,
            new { keys = keys.ToArray(), nobody = Guid.Empty, customer = customerId ?? Guid.Empty },
            cancellationToken: cancellationToken))).AsList();
        var parts = (await scope.Connection.QueryAsync<Part>(new CommandDefinition(
            $"select {Columns} from quotes.part p where p.number_key = any(@keys)",
            new { keys = keys.Concat(names.Select(n => PartKey.Of(n.Number))).Distinct(StringComparer.Ordinal).ToArray() },
            cancellationToken: cancellationToken))).AsList();
        var asked = keys.ToHashSet(StringComparer.Ordinal);
        var byNumber = parts.ToDictionary(p => p.Number, StringComparer.Ordinal);
        return
        [
            .. parts.Select(p => new KeyedPart(PartKey.Of(p.Number), "", false, p)).Where(k => asked.Contains(k.Key)),
            .. names.Where(n => byNumber.ContainsKey(n.Number)).Select(n => new KeyedPart(n.Key, n.Alias, n.IsCustomers, byNumber[n.Number])),
        ];
    }

    /// <summary>In how many parts each term stands.</summary>
    public static async Task<Dictionary<string, long>> CountsAsync(TenantScope scope, IReadOnlyCollection<string> terms, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<(string Term, long Parts)>(new CommandDefinition(
            "select term, sum(parts)::bigint from quotes.part_term where term = any(@terms) group by term", new { terms = terms.ToArray() }, cancellationToken: cancellationToken)))
        .ToDictionary(t => t.Term, t => t.Parts, StringComparer.Ordinal);

    /// <summary>The parts that hold each of these terms, a list for each import.</summary>
    public static async Task<Dictionary<string, List<byte[]>>> PostingsAsync(TenantScope scope, IReadOnlyCollection<string> terms, CancellationToken cancellationToken)
    {
        var all = terms.ToDictionary(t => t, _ => new List<byte[]>(), StringComparer.Ordinal);
        if (terms.Count == 0)
            return all;
        await using var command = new NpgsqlCommand("select term, postings from quotes.part_term where term = any($1)", scope.Connection);
        command.Parameters.Add(new() { Value = terms.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            all[reader.GetString(0)].Add(reader.GetFieldValue<byte[]>(1));
        return all;
    }

    public static async Task<IReadOnlyList<Part>> PartsAsync(TenantScope scope, IReadOnlyCollection<int> partNos, CancellationToken cancellationToken) =>
        partNos.Count == 0 ? [] : (await scope.Connection.QueryAsync<Part>(new CommandDefinition(
            $"select {Columns} from quotes.part p where p.part_no = any(@nos)", new { nos = partNos.ToArray() }, cancellationToken: cancellationToken))).AsList();

    /// <summary>Parts whose number begins alike, for a number that is not known.</summary>
    public static async Task<IReadOnlyList<Part>> NearNumberAsync(TenantScope scope, string key, int most, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<Part>(new CommandDefinition(
            $"select {Columns} from quotes.part p where p.number_key >= @from and p.number_key < @until order by p.number_key limit @most",
            new { from = key, until = key + "\uffff", most },
            cancellationToken: cancellationToken))).AsList();

    public static async Task<IReadOnlyList<(string Word, long Parts)>> WordsAsync(TenantScope scope, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<(string, long)>(new CommandDefinition(
            "select substr(term, 3), sum(parts)::bigint from quotes.part_term where term >= 'w:' and term < 'w;' group by term", cancellationToken: cancellationToken))).AsList();
}

/// <param name="Alias">The other name that was found; empty where it is the part's own number.</param>
internal sealed record KeyedPart(string Key, string Alias, bool IsCustomers, Part Part);
