using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis;

/// <summary>Half a sentence after an answer: the asker's last query with that change.</summary>
internal sealed class FollowQuestion(SourceModels sources, QueryStore store, RunQuery run, TimeProvider time)
{
    // Longer ago, half a sentence is about something else.
    private static readonly TimeSpan Followed = TimeSpan.FromMinutes(30);

    /// <summary>Whether every word changes the query that the asker asked last.</summary>
    /// <param name="alone">No other function takes the words: then they may ask for another figure as well.</param>
    public async Task<bool> FollowsAsync(Asker asker, string text, bool alone, CancellationToken cancellationToken) =>
        await ReadAsync(asker, text, cancellationToken) is var (last, _, reading)
        && (alone || reading.Query?.Measures.Select(m => m.Name).SequenceEqual(QueryJson.Read(last.Query!).Measures.Select(m => m.Name)) == true);

    public async Task<SkillResult> AnswerAsync(Asker asker, string text, CancellationToken cancellationToken)
    {
        if (await ReadAsync(asker, text, cancellationToken) is not var (last, source, reading))
            return AnalysisFailures.NothingToFollow();
        if (reading.Declined is { } reason)
            return AnalysisFailures.Declined(reason);
        if (reading.Query is not { } query)
            return reading.Ambiguous is { } ambiguous ? AnalysisFailures.Ambiguous(text, ambiguous) : AnalysisFailures.NothingToFollow();
        CompiledQuery compiled;
        try
        {
            compiled = CompileQuery.Of(query, source.Model, asker.TimeZone.Id);
        }
        catch (QueryException e)
        {
            return AnalysisFailures.Declined(e.Message);
        }

        return await run.AnswerAsync(asker, new(source, compiled.Sql)
        {
            Question = LedTo(last, text) ? last.Sentence! : $"{last.Sentence ?? "the query before"}{RecallQueries.Then}{text.Trim()}", Query = query, Columns = compiled.Columns,
            How = [.. QueryWords.Of(query, source.Model).Concat(reading.Notes).Distinct()], Chart = reading.Chart, Period = reading.Period?.Dates, FollowUps = FollowUps.After(query, source.Model),
        }, cancellationToken);
    }

    // A caller who keeps the talk sends all of it with each question: what was changed then is read once more, and changes nothing now.
    private static bool LedTo(StoredQuery last, string text) =>
        last.Sentence?.Split(RecallQueries.Then).Skip(1).Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) == true;

    private async Task<(StoredQuery Last, OpenSource Source, Reading Reading)?> ReadAsync(Asker asker, string text, CancellationToken cancellationToken)
    {
        if (await store.LastAsync(asker.TenantId, asker.MemberId, 1, cancellationToken) is not [{ Query: { } json, Status: "answered" or "no_rows" } last]
            || time.GetUtcNow().UtcDateTime - last.AskedAt > Followed
            || (await sources.ForAsync(asker, cancellationToken)).FirstOrDefault(s => s.Name == last.Source) is not { } source)
            return null;
        try
        {
            var before = QueryJson.Read(json);
            var reading = Reader.Follow(text, before, source.Lexicon, asker.Today) ?? (LedTo(last, text) ? new() { Query = before } : null);
            return reading is null ? null : (last, source, reading);
        }
        catch (QueryException)
        {
            // The query was asked of tables that are no more.
            return null;
        }
    }
}
