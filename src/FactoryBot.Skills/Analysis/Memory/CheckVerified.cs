using FactoryBot.Skills.Analysis.Guard;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.Options;
using Quartz;

namespace FactoryBot.Skills.Analysis.Memory;

/// <summary>Runs verified answers again after their tables or rows have changed, and tells whoever verified them what differs: once for each change.</summary>
[DisallowConcurrentExecution]
internal sealed class CheckVerified(FactoryDatabase database, SourceModels sources, QueryStore store, GuardStore guard, NoticeBoard board, IOptions<AnalysisOptions> options) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var tenant in await VerifiedStore.TenantsAsync(database, cancellationToken))
            await RunAsync(tenant, cancellationToken);
    }

    /// <returns>How many owners were told of a difference.</returns>
    public async Task<int> RunAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var verified in (await store.RulesAsync(tenantId, cancellationToken)).Verified)
        {
            var open = (await sources.AllAsync(tenantId, cancellationToken)).FirstOrDefault(s => s.Name == verified.Source);
            var version = open is null ? "" : $"{open.Model.Version} {open.DataVersion}";
            if (verified.OwnerId is null || (open is not null && verified.CheckedVersion == version))
                continue;
            var (hash, rows, why) = open is null ? ("gone", 0, $"the source {verified.Source} cannot be asked any more") : await AskAsync(open, verified, cancellationToken);
            await using var scope = await database.OpenAsync(tenantId, cancellationToken);
            if (hash != (verified.CheckedHash ?? verified.ResultHash))
            {
                var before = await store.FindAsync(tenantId, verified.VerifiedId, null, cancellationToken);
                await board.PostAsync(scope, Notice.To(verified.OwnerId.Value, "verified:" + verified.VerifiedId.ToString("N"), Difference(verified, before?.RowCount, rows, why)), cancellationToken);
                told++;
            }

            await VerifiedStore.CheckedAsync(scope, verified.VerifiedId, version, hash, cancellationToken);
            await scope.CommitAsync(cancellationToken);
        }

        return told;
    }

    private async Task<(string Hash, int Rows, string? Why)> AskAsync(OpenSource source, VerifiedQuery verified, CancellationToken cancellationToken)
    {
        try
        {
            var sql = verified.Query is { } json ? CompileQuery.Of(QueryJson.Read(json), source.Model).Sql : verified.Sql;
            var (rows, refusal) = await guard.RunAsync(source, sql, options.Value.MostRows, options.Value.QuerySeconds, verified.Query is not null, cancellationToken);
            return rows is null ? ("refused " + refusal!.Reason, 0, refusal.Sentence) : (AnswerMemory.Hash(rows), rows.Rows.Count, null);
        }
        catch (QueryException e)
        {
            return ("broken", 0, e.Message);
        }
    }

    private static SkillResult Difference(VerifiedQuery verified, int? before, int rows, string? why)
    {
        var asked = verified.Sentences is [var first, ..] ? first : "your question";
        var what = why is not null ? $"it has no answer any more: {why}"
            : before is { } then && then != rows ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"it had {then:N0} rows and now has {rows:N0}") : "its figures are others than those that you checked";
        return new()
        {
            Status = ResultStatus.Answered, Text = $"The data behind your verified answer to “{asked}” has changed: {what}. Look at it and verify it again if it is right.",
            Choices = [new("Look at it", asked)],
        };
    }
}
