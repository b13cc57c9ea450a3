using System.Globalization;
using FactoryBot.Skills.Analysis.Answers;
using FactoryBot.Skills.Analysis.Guard;
using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Analysis;

/// <summary>What is to be run, and what is known of it.</summary>
internal sealed record QueryRun(OpenSource Source, string Sql)
{
    public string? Question { get; init; }
    public AnalysisQuery? Query { get; init; }

    /// <summary>Columns as our compiler knows them; null for a statement of somebody's own.</summary>
    public IReadOnlyList<OutColumn>? Columns { get; init; }

    public IReadOnlyList<string> How { get; init; } = [];
    public IReadOnlyList<string> Caveats { get; init; } = [];
    public string? Chart { get; init; }
    public string? Period { get; init; }

    /// <summary>Which page of the rows is shown, the first is 0.</summary>
    public int Page { get; init; }

    public VerifiedQuery? Verified { get; init; }

    /// <summary>Asks the database again, whatever is kept.</summary>
    public bool Fresh { get; init; }

    public IReadOnlyList<Choice> FollowUps { get; init; } = [];
}

/// <summary>Runs one query through the guard, remembers it, and makes the answer. Every way of asking ends here.</summary>
internal sealed class RunQuery(
    GuardStore guard, DataRange range, QueryStore store, AnswerMemory memory, AnswerFiles files, IOptions<AnalysisOptions> options, TimeProvider time, ILogger<RunQuery> log)
{
    public async Task<SkillResult> AnswerAsync(Asker asker, QueryRun run, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var source = run.Source;
        var cached = run.Fresh ? null : memory.Find(asker.TenantId, source.Name, source.DataVersion, run.Sql);
        var (rows, refusal) = cached is { } known ? (known.Rows, null)
            : await guard.RunAsync(source, run.Sql, options.Value.MostRows, options.Value.QuerySeconds, run.Columns is not null, cancellationToken);
        if (rows is null)
        {
            AnalysisLog.Refused(log, id, source.Name, refusal!.Reason);
            AnalysisLog.RefusedBecause(log, id, refusal.Sentence);
            await store.SaveAsync(asker.TenantId, Stored(id, asker, run, "refused", null, null), cancellationToken);
            return AnalysisFailures.Refused(refusal, source);
        }

        if (cached is null)
            memory.Keep(asker.TenantId, source.Name, source.DataVersion, run.Sql, rows, time.GetUtcNow());
        var answer = Answer(id, run, rows, cached?.At);
        var data = AnswerData.Of(answer, options.Value.StoredRows);
        var status = rows.Rows.Count == 0 || rows.Rows.All(r => r.All(v => v is null)) ? ResultStatus.NoRows : ResultStatus.Answered;
        await store.SaveAsync(asker.TenantId, Stored(id, asker, run, status == ResultStatus.NoRows ? "no_rows" : "answered", rows, data.GetRawText()), cancellationToken);
        AnalysisLog.Queried(log, id, source.Name, status, rows.Rows.Count, rows.Milliseconds);
        var proof = Proof(answer, run, asker);
        if (status == ResultStatus.NoRows)
            return new() { Status = status, Text = NoRows(run) + await range.SentenceAsync(asker, run, cancellationToken), Data = data, Proof = proof, Warnings = answer.Caveats, Choices = run.FollowUps };
        if (answer.Page > 0 && answer.Page * AnswerCard.MostRows >= rows.Rows.Count)
            return SkillResult.No(ResultStatus.NoRows, $"That was the last page: there are {AnswerText.Count(answer)}.");
        var text = AnswerText.Of(answer);
        var downloads = await files.ForAsync(asker, answer, cancellationToken);
        return new()
        {
            Status = ResultStatus.Answered, Text = text, Data = AnswerData.Of(answer, options.Value.MostRows), Proof = proof, Warnings = answer.Caveats,
            Card = AnswerCard.Of(answer, text, proof, downloads), Choices = Next(answer, run.FollowUps),
        };
    }

    private static IReadOnlyList<Choice> Next(QueryAnswer answer, IReadOnlyList<Choice> others) => answer.Rows.Count > (answer.Page + 1) * AnswerCard.MostRows
        ? [new("Next page", "next page of the rows"), .. others.Take(2)] : others;

    private static string NoRows(QueryRun run) => run.Query is { Verdict: { } verdict, Measures.Count: 0 } ? (verdict.Is == Comparison.More ? "No. " : "Yes, all of them. ") + NoRow(run) : NoRow(run);

    private static string NoRow(QueryRun run) => run.How.Count == 0
        ? $"No row of {run.Source.Title} fits."
        : $"No row of {run.Source.Title} fits: {string.Join(" · ", run.How)}.";

    private static QueryAnswer Answer(Guid id, QueryRun run, GuardedRows rows, DateTimeOffset? cachedAt)
    {
        var caveats = run.Caveats.ToList();
        if (rows.More)
            caveats.Add(string.Create(CultureInfo.InvariantCulture, $"Only the first {rows.Rows.Count:N0} of more rows are here."));
        if (run.Verified is { } verified && verified.ResultHash is { } hash && hash != AnswerMemory.Hash(rows))
            caveats.Add($"The figures have changed since {verified.VerifiedBy} checked them on {verified.VerifiedAt.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}.");
        return new()
        {
            Id = id, Source = run.Source.Name, SourceTitle = run.Source.Title, Question = run.Question, Query = run.Query, Sql = run.Sql,
            Columns = Settled(run.Columns ?? Columns(rows), rows.Rows), Rows = rows.Rows, More = rows.More, Milliseconds = rows.Milliseconds,
            How = run.How, Caveats = caveats, Chart = run.Chart, Page = run.Page, Period = run.Period ?? "all data", LoadedAt = run.Source.LoadedAt, CachedAt = cachedAt,
            VerifiedBy = run.Verified is { } v ? $"{v.VerifiedBy}, {v.VerifiedAt.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}" : null,
        };
    }

    private static IReadOnlyList<OutColumn> Settled(IReadOnlyList<OutColumn> columns, IReadOnlyList<object?[]> rows) =>
        [.. columns.Select((column, i) => column with { HasDecimals = rows.Any(row => ValueText.Number(row[i]) is { } number && number != Math.Floor(number)) })];

    private static List<OutColumn> Columns(GuardedRows rows) =>
        [.. rows.Columns.Select((name, i) => rows.Rows.Any(r => ValueText.Number(r[i]) is not null)
            ? new OutColumn(name, OutRole.Measure, Model.DataKind.Number) : new OutColumn(name, OutRole.Dimension, Model.DataKind.Text))];

    private static ProofLine Proof(QueryAnswer answer, QueryRun run, Asker asker) => new(
        answer.Period,
        answer.SourceTitle,
        [.. answer.How.Take(4), .. answer.CachedAt is { } kept
            ? (string[])[$"read from the database at {TimeZoneInfo.ConvertTime(kept, asker.TimeZone).ToString("HH:mm", CultureInfo.InvariantCulture)} and kept"] : []],
        answer.Rows.Count,
        run.Verified is not null ? "verified query" : run.Query is not null ? "semantic query" : "SQL of one's own",
        1,
        answer.LoadedAt is { } at ? TimeZoneInfo.ConvertTime(at, asker.TimeZone) : null,
        answer.Id.ToString("N"));

    private StoredQuery Stored(Guid id, Asker asker, QueryRun run, string status, GuardedRows? rows, string? answer) => new()
    {
        QueryId = id, AskedAt = time.GetUtcNow().UtcDateTime, MemberId = asker.MemberId, Asker = asker.Name, Source = run.Source.Name, Sentence = run.Question,
        Query = run.Query is { } query ? QueryJson.Write(query) : null, Sql = run.Sql, Status = status, RowCount = rows?.Rows.Count ?? 0,
        Milliseconds = rows?.Milliseconds ?? 0, ResultHash = rows is null ? null : AnswerMemory.Hash(rows), DataVersion = run.Source.DataVersion, Answer = answer, Page = run.Page,
    };
}
