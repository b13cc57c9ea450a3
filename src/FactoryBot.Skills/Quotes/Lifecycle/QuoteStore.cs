using Dapper;
using FactoryBot.Skills.Database;
using Npgsql;

namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>Quotes and their versions in a caller's unit of work. The triggers of these tables number, seal and guard them.</summary>
internal static class QuoteStore
{
    private const string Columns = """
        q.quote_id, q.number, q.state, q.version, q.revision, q.customer_id, q.customer_name, q.owner_id, m.name as owner_name, q.total, q.currency, q.valid_until,
        q.created_at, q.changed_at, q.sent_at, q.close_reason
        """;

    /// <returns>False where a quote was made with this key before; the unit of work is then of no more use.</returns>
    public static async Task<bool> CreateAsync(TenantScope scope, Guid quoteId, Guid ownerId, string? key, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            await scope.Connection.ExecuteAsync(new CommandDefinition(
                """
                insert into quotes.quote (tenant_id, quote_id, owner_id, idempotency_key, created_at, changed_at)
                values (tenancy.current_tenant(), @quoteId, @ownerId, @key, @at, @at)
                """,
                new { quoteId, ownerId, key, at = at.ToUniversalTime() },
                cancellationToken: cancellationToken));
            return true;
        }
        catch (PostgresException error) when (error is { SqlState: PostgresErrorCodes.RaiseException, MessageText: "quotes:repeated" } || error.ConstraintName == "quote_by_key")
        {
            return false;
        }
    }

    /// <summary>Adds the next version and makes it the current one.</summary>
    /// <param name="quote">As the editor saw it.</param>
    /// <returns>False where somebody else changed the quote since.</returns>
    public static async Task<bool> SaveVersionAsync(
        TenantScope scope, Quote quote, QuoteContent content, string what, Guid memberId, DateOnly validUntil, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await HoldAsync(scope, quote, cancellationToken);
        var locked = await scope.Connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            "select revision from quotes.quote where quote_id = @QuoteId for update", new { quote.QuoteId }, cancellationToken: cancellationToken));
        if (locked != quote.Revision)
            return false;
        var version = quote.Version + 1;
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            insert into quotes.quote_version (tenant_id, quote_id, version, content, what, made_by, made_at)
            values (tenancy.current_tenant(), @QuoteId, @version, @json::json, @what, @memberId, @at)
            """,
            new { quote.QuoteId, version, json = content.ToJson(), what, memberId, at = at.ToUniversalTime() },
            cancellationToken: cancellationToken));
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            update quotes.quote set version = @version, customer_id = @CustomerId, customer_name = @Customer, total = @total, currency = @Currency,
                valid_until = @validUntil, changed_at = @at
            where quote_id = @QuoteId
            """,
            new
            {
                quote.QuoteId, version, content.CustomerId, content.Customer, total = content.IsComplete ? content.Total : (decimal?)null, content.Currency, validUntil,
                at = at.ToUniversalTime(),
            },
            cancellationToken: cancellationToken));
        return true;
    }

    /// <summary>Moves a quote on; the database refuses what is not allowed.</summary>
    /// <returns>False where somebody else was faster.</returns>
    public static async Task<bool> MoveAsync(TenantScope scope, Quote quote, QuoteState to, string reason, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await HoldAsync(scope, quote, cancellationToken);
        return await scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            update quotes.quote set state = @to, changed_at = @at,
                submitted_at = case when @to = 'submitted' then @at else submitted_at end,
                sent_at = case when @to = 'sent' then @at else sent_at end,
                closed_at = case when @to in ('won', 'lost', 'expired', 'cancelled') then @at else closed_at end,
                close_reason = case when @to in ('won', 'lost', 'cancelled') then @reason else close_reason end
            where quote_id = @QuoteId and revision = @Revision
            """,
            new { quote.QuoteId, quote.Revision, to = QuoteStates.Stored(to), reason, at = at.ToUniversalTime() },
            cancellationToken: cancellationToken)) == 1;
    }

    // The request first and the quote after it, as a decision does, so that the two never wait for each other.
    private static Task<int> HoldAsync(TenantScope scope, Quote quote, CancellationToken cancellationToken) => scope.Connection.ExecuteAsync(new CommandDefinition(
        "select approvals.hold('quote', @QuoteId)", new { quote.QuoteId }, cancellationToken: cancellationToken));

    public static async Task<Quote?> GetAsync(TenantScope scope, Guid quoteId, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<QuoteRow>(new CommandDefinition(
            $"select {Columns} from quotes.quote q join tenancy.member m on m.member_id = q.owner_id where q.quote_id = @quoteId",
            new { quoteId },
            cancellationToken: cancellationToken))).FirstOrDefault()?.ToQuote();

    public static async Task<Quote?> ByNumberAsync(TenantScope scope, string number, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<QuoteRow>(new CommandDefinition(
            $"select {Columns} from quotes.quote q join tenancy.member m on m.member_id = q.owner_id where q.number = @number",
            new { number },
            cancellationToken: cancellationToken))).FirstOrDefault()?.ToQuote();

    public static async Task<Quote?> ByKeyAsync(TenantScope scope, string key, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<QuoteRow>(new CommandDefinition(
            $"select {Columns} from quotes.quote q join tenancy.member m on m.member_id = q.owner_id where q.idempotency_key = @key",
            new { key },
            cancellationToken: cancellationToken))).FirstOrDefault()?.ToQuote();

    /// <summary>The quote that somebody worked on last.</summary>
    /// <param name="closedToo">Also one that is won, lost or cancelled: it can still be copied.</param>
    public static async Task<Quote?> LatestOfAsync(TenantScope scope, Guid memberId, bool closedToo, CancellationToken cancellationToken) =>
        (await scope.Connection.QueryAsync<QuoteRow>(new CommandDefinition(
            $"""
            select {Columns} from quotes.quote q join tenancy.member m on m.member_id = q.owner_id
            where q.owner_id = @memberId and (@closedToo or q.state not in ('won', 'lost', 'cancelled'))
            order by q.changed_at desc, q.number desc limit 1
            """,
            new { memberId, closedToo },
            cancellationToken: cancellationToken))).FirstOrDefault()?.ToQuote();

    public static async Task<IReadOnlyList<QuoteVersion>> VersionsAsync(TenantScope scope, Guid quoteId, int from, CancellationToken cancellationToken) =>
        [.. (await scope.Connection.QueryAsync<(int Version, string Content, string Hash, string What, string Name, DateTime At)>(new CommandDefinition(
            """
            select v.version, v.content::text, encode(v.content_hash, 'hex'), v.what, m.name, v.made_at
            from quotes.quote_version v join tenancy.member m on m.member_id = v.made_by
            where v.quote_id = @quoteId and v.version >= @from order by v.version
            """,
            new { quoteId, from },
            cancellationToken: cancellationToken))).Select(v => new QuoteVersion(v.Version, QuoteContent.Read(v.Content), v.Hash, v.What, v.Name, v.At))];

    public static async Task<IReadOnlyList<Quote>> ListAsync(TenantScope scope, QuoteFilter filter, CancellationToken cancellationToken) =>
        [.. (await scope.Connection.QueryAsync<QuoteRow>(new CommandDefinition(
            $"""
            select {Columns} from quotes.quote q join tenancy.member m on m.member_id = q.owner_id
            where (@OwnerId::uuid is null or q.owner_id = @OwnerId) and (@state::text is null or q.state = @state) and (not @IsOpen or q.state in ('draft', 'submitted', 'changes_requested', 'approved', 'sent'))
              and (@ExpiresBy::date is null or (q.state in ('approved', 'sent') and q.valid_until <= @ExpiresBy and (@ExpiresFrom::date is null or q.valid_until >= @ExpiresFrom)))
              and (@words::text is null or q.number ilike @words or q.customer_name ilike @words)
            order by q.changed_at desc, q.number desc limit @Most
            """,
            new
            {
                filter.OwnerId, state = filter.State is { } s ? QuoteStates.Stored(s) : null, filter.ExpiresFrom, filter.ExpiresBy, filter.Most, filter.IsOpen,
                words = filter.Words is { Length: > 0 } w ? "%" + w.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%" : null,
            },
            cancellationToken: cancellationToken))).Select(r => r.ToQuote())];
}

/// <summary>Which quotes a list shows; what is null does not matter.</summary>
internal sealed record QuoteFilter
{
    public Guid? OwnerId { get; init; }
    public QuoteState? State { get; init; }
    public DateOnly? ExpiresFrom { get; init; }
    public DateOnly? ExpiresBy { get; init; }
    public string? Words { get; init; }

    /// <summary>Only those of which nobody knows yet how they end.</summary>
    public bool IsOpen { get; init; }
    public int Most { get; init; } = 50;
}

internal sealed record QuoteRow
{
    public Guid QuoteId { get; init; }
    public string Number { get; init; } = "";
    public string State { get; init; } = "";
    public int Version { get; init; }
    public int Revision { get; init; }
    public Guid? CustomerId { get; init; }
    public string CustomerName { get; init; } = "";
    public Guid OwnerId { get; init; }
    public string OwnerName { get; init; } = "";
    public decimal? Total { get; init; }
    public string Currency { get; init; } = "";
    public DateOnly? ValidUntil { get; init; }
    public DateTime CreatedAt { get; init; }
    public DateTime ChangedAt { get; init; }
    public DateTime? SentAt { get; init; }
    public string CloseReason { get; init; } = "";

    public Quote ToQuote() => new()
    {
        QuoteId = QuoteId, Number = Number, State = QuoteStates.Parse(State), Version = Version, Revision = Revision, CustomerId = CustomerId, CustomerName = CustomerName,
        OwnerId = OwnerId, OwnerName = OwnerName, Total = Total, Currency = Currency, ValidUntil = ValidUntil, CreatedAt = CreatedAt, ChangedAt = ChangedAt, SentAt = SentAt,
        CloseReason = CloseReason,
    };
}
