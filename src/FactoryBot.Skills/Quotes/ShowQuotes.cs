using System.Globalization;
using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Quotes.Overview;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>One quote, what changed in it, or a list of them.</summary>
internal sealed class ShowQuotes(FactoryDatabase database)
{
    private const int ExpiringDays = 14;

    public async Task<SkillResult> OneAsync(string? number, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        return await EditQuote.FindAsync(scope, number, asker, cancellationToken) is { } quote
            ? QuoteResult.Of(await QuoteView.LoadAsync(scope, quote, cancellationToken), asker, null)
            : QuoteFailures.NoQuote(number);
    }

    public async Task<SkillResult> ChangesAsync(string? number, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await EditQuote.FindAsync(scope, number, asker, cancellationToken) is not { } quote)
            return QuoteFailures.NoQuote(number);
        var versions = await QuoteStore.VersionsAsync(scope, quote.QuoteId, 1, cancellationToken);
        var view = await QuoteView.LoadAsync(scope, quote, cancellationToken);
        var rows = versions.Select((v, i) => (v, changes: i == 0 ? ["first version"] : CompareVersions.Of(versions[i - 1].Content, v.Content))).Reverse().ToArray();
        var text = $"{quote.Number} has {(versions.Count == 1 ? "one version" : QuoteText.Number(versions.Count) + " versions")}. The newest: {string.Join("; ", rows[0].changes.DefaultIfEmpty("nothing changed").Take(5))}.";
        var proof = QuoteProof.Of(view, asker);
        return new()
        {
            Status = ResultStatus.Answered, Text = text, Data = QuoteData.Of(view), Proof = proof,
            Card = new()
            {
                Body =
                [
                    TextBlock.Heading($"Versions of {quote.Number}"),
                    Table.Of(
                        [TableColumn.Right(1), TableColumn.Left(3), TableColumn.Left(8)],
                        ["Version", "By", "Changes"],
                        rows.Take(15).Select(r => (IReadOnlyList<CardText>)[QuoteText.Number(r.v.Version), r.v.MadeByName, string.Join("; ", r.changes.DefaultIfEmpty(r.v.What).Take(6))])),
                    TextBlock.Subtle(proof.ToString()) with { Separator = true },
                ],
                FallbackText = text, Lang = "en",
            },
        };
    }

    public Task<SkillResult> DraftsAsync(Asker asker, CancellationToken cancellationToken) =>
        ListAsync("Your drafts", "You have no drafts.", new() { OwnerId = asker.MemberId, State = QuoteState.Draft }, asker, cancellationToken);

    /// <param name="written">A period as the asker said it, or in ISO 8601; null: the next days.</param>
    public Task<SkillResult> ExpiringAsync(string? written, Asker asker, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(written))
            return ListAsync("Quotes that expire soon", "No approved or sent quote expires within 14 days.", new() { ExpiresBy = asker.Today.AddDays(ExpiringDays) }, asker, cancellationToken);
        if (PeriodReader.Read(written, asker.Today).Period is not { } period)
            return Task.FromResult(QuoteFailures.UnreadPeriod(written));
        var last = End(period, asker.Today);
        var days = (period with { To = last }).Dates;
        return ListAsync($"Quotes that expire, {days}", $"No approved or sent quote expires {days}.", new() { ExpiresFrom = period.From, ExpiresBy = last }, asker, cancellationToken);
    }

    // "This week" is read as far as it has gone; what ends in it ends to its last day.
    private static DateOnly End(Period period, DateOnly today) => period.To != today || period.From == today ? period.To
        : period.From.Day == 1 ? (period.From.Month == today.Month ? period.From.AddMonths(1) : period.From.Month == 1 && today.Month > 3 ? period.From.AddYears(1) : period.From.AddMonths(3)).AddDays(-1)
        : period.From.AddDays(6) is var sunday && sunday > today ? sunday : today;

    public Task<SkillResult> SearchAsync(string? words, QuoteState? state, Asker asker, CancellationToken cancellationToken) =>
        ListAsync(state is { } s ? $"Quotes: {QuoteStates.Spoken(s)}" : "Quotes", "No quote fits.", new() { Words = words, State = state }, asker, cancellationToken);

    /// <summary>"Which quotes did we send to Kovo": by the name behind the words, in the state that they say.</summary>
    public Task<SkillResult> FindAsync(string said, Asker asker, CancellationToken cancellationToken)
    {
        var (words, state) = FindWords.Of(said);
        if (state is null && FindWords.AreOpen(said) && (words.Length == 0 || words.EndsWith("open", StringComparison.OrdinalIgnoreCase)))
            return ListAsync("Open quotes", "No quote is open.", new() { IsOpen = true, OwnerId = FindWords.AreMine(said) ? asker.MemberId : null }, asker, cancellationToken);
        if (words.Length == 0)
            return Task.FromResult(QuoteFailures.FindWhat());
        return ListAsync(
            $"Quotes for “{words}”{(state is { } s ? $", {QuoteStates.Spoken(s)}" : "")}", $"No quote{(state is { } no ? $" that is {QuoteStates.Spoken(no)}" : "")} is for “{words}”.", new() { Words = words, State = state, IsOpen = state is null && FindWords.AreOpen(said) }, asker, cancellationToken);
    }

    /// <summary>The same query for chat, REST and a message extension.</summary>
    public async Task<SkillResult> ListAsync(string title, string none, QuoteFilter filter, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var quotes = await QuoteStore.ListAsync(scope, filter, cancellationToken);
        return quotes.Count == 0 ? SkillResult.No(ResultStatus.NoRows, none) : QuoteList.Of(title, quotes, asker);
    }

    /// <summary>"Total value of the open quotes for Kovo": how many there are and what they are worth.</summary>
    public async Task<SkillResult> ValueAsync(string said, Asker asker, CancellationToken cancellationToken)
    {
        var words = ValueWords.Of(said);
        var which = $"{(words.IsMine ? "your " : "")}{(words.Said == "all" ? "" : words.Said + " ")}quotes{(words.Customer.Length > 0 ? $" for “{words.Customer}”" : "")}";
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var values = await OverviewStore.ValueAsync(scope, words.States, words.IsMine ? asker.MemberId : null, words.Customer, cancellationToken);
        return values.Count == 0 ? SkillResult.No(ResultStatus.NoRows, $"There are no {which}.") : QuoteValue.Of(which, values, asker);
    }

    /// <param name="written">A period as the asker said it, or in ISO 8601; null: all quotes.</param>
    public async Task<SkillResult> FiguresAsync(string? written, Asker asker, CancellationToken cancellationToken)
    {
        var period = string.IsNullOrWhiteSpace(written) ? null : PeriodReader.Read(written, asker.Today).Period;
        if (period is null && !string.IsNullOrWhiteSpace(written))
            return QuoteFailures.UnreadPeriod(written);
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var figures = await OverviewStore.ReadAsync(scope, period, asker.TimeZone, cancellationToken);
        return figures.Closed == 0
            ? SkillResult.No(ResultStatus.NoRows, string.Create(CultureInfo.InvariantCulture, $"No quote {(period is null ? "is won or lost yet" : $"was won or lost in {period.Dates}")}, so there is no win rate. {figures.Quotes} {(figures.Quotes == 1 ? "quote is" : "quotes are")} known{(period is null ? "" : " of that time")}."))
            : QuoteFigures.Of(figures, period, asker);
    }
}
