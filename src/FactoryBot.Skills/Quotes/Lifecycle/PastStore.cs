using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Quotes.Pricing;

namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>What came of quotes, kept for the prices of later ones.</summary>
internal static class PastStore
{
    /// <summary>Lines of another system, or of the demo.</summary>
    public static Task AddAsync(TenantScope scope, IReadOnlyList<PastLine> lines, CancellationToken cancellationToken) => scope.Connection.ExecuteAsync(new CommandDefinition(
        """
        insert into quotes.past_line (tenant_id, past_line_id, quote_number, number, customer_name, quantity, unit_price, quoted_on, outcome, reason)
        values (tenancy.current_tenant(), gen_random_uuid(), @QuoteNumber, @Number, @CustomerName, @Quantity, @UnitPrice, @QuotedOn, @Outcome, @Reason)
        """,
        lines,
        cancellationToken: cancellationToken));

    /// <summary>Unit prices of single pieces: packs may change, pieces do not.</summary>
    public static Task RememberAsync(TenantScope scope, Guid quoteId, string outcome, string reason, DateOnly on, CancellationToken cancellationToken) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            insert into quotes.past_line (tenant_id, past_line_id, quote_number, number, customer_name, quantity, unit_price, quoted_on, outcome, reason)
            select q.tenant_id, gen_random_uuid(), q.number, l->>'number', q.customer_name, (l->>'quantity')::numeric,
                (l->>'price')::numeric / greatest((l->>'pack_quantity')::numeric, 1), @on, @outcome, @reason
            from quotes.quote q
            join quotes.quote_version v on v.quote_id = q.quote_id and v.version = q.version
            cross join lateral jsonb_array_elements(v.content::jsonb->'lines') l
            where q.quote_id = @quoteId and l->>'price' is not null and l->>'number' <> ''
            """,
            new { quoteId, outcome, reason, on },
            cancellationToken: cancellationToken));
}
