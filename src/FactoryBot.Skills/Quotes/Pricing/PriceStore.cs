using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Catalogue;

namespace FactoryBot.Skills.Quotes.Pricing;

/// <summary>What prices are made from.</summary>
internal static class PriceStore
{
    private const int MostPast = 2000;

    public static async Task<IReadOnlyList<Part>> PartsAsync(TenantScope scope, string[] numbers, CancellationToken cancellationToken) =>
        numbers.Length == 0 ? [] : (await scope.Connection.QueryAsync<Part>(new CommandDefinition(
            """
            select part_no, number, description, details, line_of_business, material, standard, dimensions, supplier, unit, pack_quantity, price, cost, currency,
                minimum_quantity, lead_days, stock
            from quotes.part where number_key = any(@keys) and number = any(@numbers)
            """,
            new { numbers, keys = numbers.Select(Wording.PartKey.Of).ToArray() },
            cancellationToken: cancellationToken))).AsList();

    public static async Task<IReadOnlyList<PriceBreak>> BreaksAsync(TenantScope scope, string[] numbers, CancellationToken cancellationToken) =>
        numbers.Length == 0 ? [] : (await scope.Connection.QueryAsync<PriceBreak>(new CommandDefinition(
            "select number, tier, from_quantity, price from quotes.price_break where number = any(@numbers)", new { numbers }, cancellationToken: cancellationToken))).AsList();

    public static async Task<IReadOnlyList<PastLine>> PastAsync(TenantScope scope, string[] numbers, CancellationToken cancellationToken) =>
        numbers.Length == 0 ? [] : (await scope.Connection.QueryAsync<PastLine>(new CommandDefinition(
            """
            select quote_number, number, customer_name, quantity, unit_price, quoted_on, outcome, reason
            from quotes.past_line where number = any(@numbers) order by quoted_on desc limit @MostPast
            """,
            new { numbers, MostPast },
            cancellationToken: cancellationToken))).AsList();
}
