using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis;

/// <summary>Half a sentence after an answer: the asker's last query with that change.</summary>
internal sealed partial class FollowQuestion(SourceModels sources, QueryStore store, AskQuestion ask, RunQuery run, TimeProvider time)
{
    // Longer ago, half a sentence is about something else.
    private static readonly TimeSpan Followed = TimeSpan.FromMinutes(30);

    /// <summary>Whether every word changes the query that the asker asked last.</summary>
    /// <param name="alone">No other function takes the words: then they may ask for another figure as well.</param>
    public async Task<bool> FollowsAsync(Asker asker, string text, bool alone, CancellationToken cancellationToken) =>
        await LatestAsync(asker, cancellationToken) is { } latest
        && (await OpenAsync(asker, latest, text, cancellationToken) is not null || await ReadAsync(asker, latest, text, cancellationToken) is var (last, _, reading)
        && (alone || HowAsked().IsMatch(text) || reading.Query?.Measures.Select(m => m.Name).SequenceEqual(QueryJson.Read(last.Query!).Measures.Select(m => m.Name)) == true));

    public async Task<SkillResult> AnswerAsync(Asker asker, string text, CancellationToken cancellationToken)
    {
        if (await LatestAsync(asker, cancellationToken) is not { } latest)
            return AnalysisFailures.NothingToFollow();
        if (await OpenAsync(asker, latest, text, cancellationToken) is var (whole, of))
            return await ask.AnswerAsync(asker, whole, of, fresh: false, cancellationToken);
        if (await ReadAsync(asker, latest, text, cancellationToken) is not var (last, source, reading))
            return AnalysisFailures.NothingToFollow();
        if (HowAsked().IsMatch(text))
            return Explained(last, source);
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

    /// <summary>What the asker asked last; null where that is too long ago.</summary>
    private async Task<StoredQuery?> LatestAsync(Asker asker, CancellationToken cancellationToken) =>
        await store.LatestAsync(asker.TenantId, asker.MemberId, cancellationToken) is { } latest && time.GetUtcNow().UtcDateTime - latest.AskedAt <= Followed ? latest : null;

    // The question before was asked back and waits: what is typed then is one of its choices, or adds to it, whatever was answered earlier.
    private async Task<(string Question, string? Source)?> OpenAsync(Asker asker, StoredQuery open, string text, CancellationToken cancellationToken)
    {
        if (text.Split(' ').Length > LongestHalf || open is not { Status: StoredQuery.AskedBack, Sentence: { } asked })
            return null;
        var source = open.Source.Length == 0 ? null : open.Source;
        if (await ask.PreviewAsync(asker, asked, source, cancellationToken) is not var (choices, words))
            return null;
        if (choices.FirstOrDefault(c => c.Title.Equals(text.Trim(' ', '.', '!'), StringComparison.OrdinalIgnoreCase)) is { } chosen)
            return (chosen.Say, source);
        // What no longer leaves the same choice open is a question of its own, or none.
        var whole = $"{asked.TrimEnd('?', '.', '!', ' ')} {Joint().Replace(text.Trim(), "")}";
        return await ask.PreviewAsync(asker, text, source, cancellationToken) is null && await ask.PreviewAsync(asker, whole, source, cancellationToken) is { Choices.Count: > 0 } still && still.Words == words ? (whole, source) : null;
    }

    private const int LongestHalf = 8;

    [GeneratedRegex(@"^(and|now|then|but|ok|okay|please|show\s+(it|that|them)|make\s+(it|that))(\s+|,\s*)", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    // A caller who keeps the talk sends all of it with each question: what was changed then is read once more, and changes nothing now.
    private static bool LedTo(StoredQuery last, string text) =>
        last.Sentence?.Split(RecallQueries.Then).Skip(1).Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) == true;

    private async Task<(StoredQuery Last, OpenSource Source, Reading Reading)?> ReadAsync(Asker asker, StoredQuery last, string text, CancellationToken cancellationToken)
    {
        if (last is not { Query: { } json, Status: "answered" or "no_rows" }
            || (await sources.ForAsync(asker, cancellationToken)).FirstOrDefault(s => s.Name == last.Source) is not { } source)
            return null;
        try
        {
            var before = QueryJson.Read(json);
            var same = LedTo(last, text) || HowAsked().IsMatch(text);
            var reading = Reader.Follow(text, before, source.Lexicon, asker.Today) ?? (same ? new() { Query = before } : null);
            return reading is null ? null : (last, source, reading);
        }
        catch (QueryException)
        {
            // The query was asked of tables that are no more.
            return null;
        }
    }

    // What was computed, under which conditions, of how many rows: the same words that stand under the answer, as a sentence.
    private static SkillResult Explained(StoredQuery last, OpenSource source)
    {
        var query = QueryJson.Read(last.Query!);
        var formulas = query.Measures.Select(m => source.Model.Measures.FirstOrDefault(k => k.Entity == (m.Entity ?? k.Entity) && k.Formula == m.Formula)).OfType<Model.Measure>()
            .Select(m => $"{m.Phrases[0]} = {Describe.Formula(m, source.Model)}").Distinct();
        var how = string.Join("; ", QueryWords.Of(query, source.Model).Concat(formulas).Distinct());
        var rows = string.Create(CultureInfo.InvariantCulture, $"{last.RowCount:N0} {(last.RowCount == 1 ? "row" : "rows")}");
        return new()
        {
            Status = ResultStatus.Answered, Text = $"I asked {source.Title} for: {how}. It gave {rows}.", Choices = [new("Show the SQL", "show the SQL of my last query")],
            Proof = new("as it was asked", source.Title, [], last.RowCount, "what was computed", 1, null, last.QueryId.ToString("N")),
        };
    }

    [GeneratedRegex(@"^\s*(and\s+|so\s+)?(how\s+(did|do)\s+you\s+(get|calculate|compute|find|work\s+out|come\s+up\s+with|arrive\s+at|know)|how\s+(was|is|were|are)|where\s+(did|do|does))\s+(you\s+get\s+)?(that|this|it|these|those)(\s+(number|figure|value|result|answer)s?)?(\s+(from|calculated|computed|worked\s+out|made\s+up|come\s+from|found))?\s*[?.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex HowAsked();
}
