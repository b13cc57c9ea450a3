using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis;

/// <summary>A query as a structure, or a statement of somebody's own: what a model or an analyst gives.</summary>
internal sealed class RunStatement(SourceModels sources, QueryStore store, RunQuery run)
{
    public async Task<SkillResult> QueryAsync(Asker asker, string json, string? sourceName, string? question, CancellationToken cancellationToken)
    {
        var (source, no) = await SourceAsync(asker, sourceName, cancellationToken);
        if (source is null)
            return no!;
        var (query, compiled, problem) = Compiled(json, source, asker);
        return problem is not null ? AnalysisFailures.Unfit(problem, source)
            : await run.AnswerAsync(asker, new(source, compiled!.Sql) { Question = question, Query = query, Columns = compiled.Columns, How = QueryWords.Of(query!, source.Model) }, cancellationToken);
    }

    private static (AnalysisQuery? Query, CompiledQuery? Compiled, string? Problem) Compiled(string json, OpenSource source, Asker asker)
    {
        try
        {
            var query = WrittenQuery.Read(json);
            return CheckNames.Problem(query, source.Model) is { } problem ? (null, null, problem) : (query, CompileQuery.Of(query, source.Model, asker.TimeZone.Id), null);
        }
        catch (QueryException e)
        {
            return (null, null, e.Message);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or KeyNotFoundException or FormatException)
        {
            // The compiler was written for queries of our own; one of somebody else's can leave out what those always have.
            return (null, null, "The query does not fit together: a condition lacks its value, or a figure its dimension.");
        }
    }

    public async Task<SkillResult> SqlAsync(Asker asker, string sql, string? sourceName, CancellationToken cancellationToken)
    {
        if ((await store.RulesAsync(asker.TenantId, cancellationToken)).SafeMode)
            return AnalysisFailures.SafeMode();
        var (source, no) = await SourceAsync(asker, sourceName, cancellationToken);
        return source is null ? no! : await run.AnswerAsync(asker, new(source, sql), cancellationToken);
    }

    private async Task<(OpenSource? Source, SkillResult? No)> SourceAsync(Asker asker, string? name, CancellationToken cancellationToken)
    {
        var open = await sources.ForAsync(asker, cancellationToken);
        if (open.Count == 0)
            return (null, AnalysisFailures.NoSource());
        var found = name is null ? open.Count == 1 ? open[0] : open.FirstOrDefault(s => s.Name is not SourceModels.Sample) : open.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return found is null ? (null, AnalysisFailures.NoSuchSource(name ?? "", open)) : (found, null);
    }
}
