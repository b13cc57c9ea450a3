using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Quotes.Lifecycle;

namespace FactoryBot.Skills.Quotes.Overview;

/// <summary>Figures over all quotes of a tenant.</summary>
internal static class OverviewStore
{
    // A quote belongs to the day on which it was decided, and until then to the one on which it was made.
    private const string Within = """
        where (@from::date is null or (coalesce(closed_at, created_at) at time zone @zone)::date between @from and @to)
        """;

    /// <param name="period">Days of the plant; null: all.</param>
    public static async Task<OverviewFigures> ReadAsync(TenantScope scope, Period? period, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var within = new { from = period?.From, to = period?.To, zone = zone.Id };
        var figures = await scope.Connection.QuerySingleAsync<OverviewFigures>(new CommandDefinition(
            $"""
            select count(*) as quotes,
                count(*) filter (where state = 'won') as won, count(*) filter (where state = 'lost') as lost,
                coalesce(sum(total) filter (where state = 'won'), 0) as won_total, coalesce(sum(total) filter (where state = 'lost'), 0) as lost_total,
                count(distinct currency) filter (where state in ('won', 'lost')) as currencies, coalesce(max(currency) filter (where state in ('won', 'lost')), '') as currency,
                (percentile_cont(0.5) within group (order by extract(epoch from sent_at - created_at) / 3600) filter (where sent_at is not null))::numeric as turnaround_hours
            from quotes.quote
            {Within}
            """,
            within,
            cancellationToken: cancellationToken));
        var reasons = (await scope.Connection.QueryAsync<(string, long)>(new CommandDefinition(
            $"""
            select case when close_reason = '' then 'no reason given' else lower(close_reason) end, count(*)
            from quotes.quote
            {Within} and state = 'lost'
            group by 1 order by 2 desc, 1 limit 8
            """,
            within,
            cancellationToken: cancellationToken))).AsList();
        return figures with { Reasons = reasons };
    }

    /// <param name="owner">Whose quotes; null: everybody's.</param>
    /// <param name="customer">Words of the customer's name; empty: all.</param>
    public static async Task<IReadOnlyList<StateValue>> ValueAsync(TenantScope scope, IReadOnlyList<QuoteState> states, Guid? owner, string customer, CancellationToken cancellationToken) =>
        [.. (await scope.Connection.QueryAsync<(string State, string Currency, long Quotes, long Priced, decimal Total)>(new CommandDefinition(
            """
            select state, currency, count(*), count(total), coalesce(sum(total), 0)
            from quotes.quote
            where state = any(@states) and (@owner::uuid is null or owner_id = @owner) and (@customer = '' or strpos(lower(customer_name), lower(@customer)) > 0)
            group by state, currency
            """,
            new { states = states.Select(QuoteStates.Stored).ToArray(), owner, customer },
            cancellationToken: cancellationToken))).Select(r => new StateValue(QuoteStates.Parse(r.State), r.Currency, r.Quotes, r.Priced, r.Total))];
}

internal sealed record OverviewFigures
{
    public long Quotes { get; init; }
    public long Won { get; init; }
    public long Lost { get; init; }
    public decimal WonTotal { get; init; }
    public decimal LostTotal { get; init; }
    public long Currencies { get; init; }
    public string Currency { get; init; } = "";

    /// <summary>Median from draft to sent.</summary>
    public decimal? TurnaroundHours { get; init; }
    public IReadOnlyList<(string Reason, long Count)> Reasons { get; init; } = [];

    public long Closed => Won + Lost;
}
