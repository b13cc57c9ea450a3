using System.Globalization;
using System.Text.Json;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Charts;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis.Memory;

/// <summary>"Show my last queries", "run that again", "show the SQL": what the asker asked before, and nobody else's.</summary>
internal sealed class RecallQueries(QueryStore store, SourceModels sources, RunQuery run, IGivenAnswers answers)
{
    /// <summary>Stands between a question and the half sentence that changed it.</summary>
    internal const string Then = " → ";

    private const int Shown = 10;

    public async Task<SkillResult> ListAsync(Asker asker, CancellationToken cancellationToken)
    {
        var last = await store.LastAsync(asker.TenantId, asker.MemberId, Shown, cancellationToken);
        if (last.Count == 0)
            return AnalysisFailures.NoQuery();
        var text = $"Your last {(last.Count == 1 ? "query" : $"{last.Count} queries")}: {string.Join("; ", last.Take(5).Select(q => Title(q)))}.";
        var rows = last.Select(q => (IReadOnlyList<CardText>)[When(q, asker), Title(q), q.Source, q.RowCount.ToString("N0", CultureInfo.InvariantCulture)]);
        return new()
        {
            Status = ResultStatus.Answered,
            Text = text,
            Card = new()
            {
                Body = [TextBlock.Heading("Your last queries"), Table.Of([TableColumn.Left(2), TableColumn.Left(5), TableColumn.Left(), TableColumn.Right()], ["Asked", "Question", "Source", "Rows"], rows)],
                FallbackText = text, Lang = "en",
            },
            Proof = new("until now", $"queries of {asker.Name}", [], last.Count, "log of queries", 1, null, last[0].QueryId.ToString("N")),
            Choices = [.. last.Where(q => q.Sentence is { } said && !said.Contains(Then, StringComparison.Ordinal)).Select(q => q.Sentence!).Distinct(StringComparer.OrdinalIgnoreCase).Take(3).Select(s => new Choice(Short(s), s))],
        };
    }

    public Task<SkillResult> AgainAsync(Asker asker, CancellationToken cancellationToken) => RerunAsync(asker, (_, run) => run with { Fresh = true }, cancellationToken);

    /// <summary>The last answer in another picture, whatever skill gave it: one of a database is drawn from all of its rows, any other from its card.</summary>
    public async Task<SkillResult> ChartAsync(Asker asker, string chart, CancellationToken cancellationToken)
    {
        if (await answers.LastResultAsync(asker, cancellationToken) is not { } given)
            return await RerunAsync(asker, (_, run) => run with { Chart = chart }, cancellationToken);
        return Guid.TryParse(given.Result.Proof?.QueryId, out var id) && await store.FindAsync(asker.TenantId, id, asker.MemberId, cancellationToken) is { } query
            ? await RerunAsync(asker, query, (_, run) => run with { Chart = chart }, cancellationToken)
            : DrawAgain.Of(given, chart);
    }

    /// <summary>The next rows of the last answer, or those before.</summary>
    public Task<SkillResult> PageAsync(Asker asker, bool back, CancellationToken cancellationToken) =>
        RerunAsync(asker, (last, run) => run with { Page = Math.Max(0, last.Page + (back ? -1 : 1)), Chart = "table" }, cancellationToken);

    /// <summary>A stored answer in another picture, with the rights of whoever presses its button.</summary>
    public async Task<SkillResult> DrawAsync(Asker asker, string id, string chart, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var query) && await store.FindAsync(asker.TenantId, query, null, cancellationToken) is { } found
            ? await RerunAsync(asker, found, (_, run) => run with { Chart = chart }, cancellationToken)
            : AnalysisFailures.NoSuchQuery();

    private async Task<SkillResult> RerunAsync(Asker asker, Func<StoredQuery, QueryRun, QueryRun> change, CancellationToken cancellationToken) =>
        await LastAsync(asker, cancellationToken) is { } last ? await RerunAsync(asker, last, change, cancellationToken) : AnalysisFailures.NoQuery();

    private async Task<SkillResult> RerunAsync(Asker asker, StoredQuery last, Func<StoredQuery, QueryRun, QueryRun> change, CancellationToken cancellationToken)
    {
        var open = await sources.ForAsync(asker, cancellationToken);
        if (open.FirstOrDefault(s => s.Name == last.Source) is not { } source)
            return AnalysisFailures.NoSuchSource(last.Source, open);
        var query = last.Query is { } json ? QueryJson.Read(json) : null;
        if (query is null && !asker.May(Permissions.AnalysisQuery))
            return SkillResult.No(ResultStatus.NoRight, "Your role may not run SQL of its own.");
        var compiled = query is null ? null : CompileQuery.Of(query, source.Model, asker.TimeZone.Id);
        var caveats = last.DataVersion == source.DataVersion ? (IReadOnlyList<string>)[] : ["The data may have changed since this was first asked."];
        QueryRun again = new(source, compiled?.Sql ?? last.Sql)
        {
            Question = last.Sentence, Query = query, Columns = compiled?.Columns, How = query is null ? [] : QueryWords.Of(query, source.Model), Caveats = caveats,
        };
        return await run.AnswerAsync(asker, change(last, again), cancellationToken);
    }

    public async Task<SkillResult> SqlAsync(Asker asker, CancellationToken cancellationToken)
    {
        if (await LastAsync(asker, cancellationToken) is not { } last)
            return AnalysisFailures.NoQuery();
        var text = $"“{Title(last)}” was asked of {last.Source} with this statement:\n{last.Sql}";
        return new()
        {
            Status = ResultStatus.Answered, Text = text,
            Card = new() { Body = [TextBlock.Of(Title(last)) with { Weight = TextWeight.Bolder }, new CodeBlock { CodeSnippet = last.Sql, Language = "SQL" }], FallbackText = text, Lang = "en" },
            Proof = new("as it was asked", last.Source, [], last.RowCount, "statement of the query", 1, null, last.QueryId.ToString("N")),
        };
    }

    /// <summary>A query as it was answered then.</summary>
    public async Task<(StoredQuery Query, JsonElement? Answer)?> FindAsync(Asker asker, Guid id, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(asker.TenantId, id, asker.May(Permissions.AnalysisManage) ? null : asker.MemberId, cancellationToken);
        return found is null ? null : (found, found.Answer is { } json ? JsonElement.Parse(json) : null);
    }

    private async Task<StoredQuery?> LastAsync(Asker asker, CancellationToken cancellationToken) =>
        (await store.LastAsync(asker.TenantId, asker.MemberId, 1, cancellationToken)) is [var last] ? last : null;

    private static string Title(StoredQuery query) => Short(query.Sentence ?? query.Sql.ReplaceLineEndings(" "));

    private static string Short(string text) => text.Length > 80 ? text[..79] + "…" : text;

    private static string When(StoredQuery query, Asker asker) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(query.AskedAt, DateTimeKind.Utc), asker.TimeZone).ToString("d MMM HH:mm", CultureInfo.InvariantCulture);
}
