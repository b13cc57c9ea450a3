using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Analysis.Words;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis;

/// <summary>A question in words: verified answers first, then whichever source accounts for every word of it.</summary>
internal sealed partial class AskQuestion(SourceModels sources, QueryStore store, WordStore words, RunQuery run, DescribeSource describe, TimeProvider time)
{
    // Longer ago, another database may be meant.
    private static readonly TimeSpan SameTalk = TimeSpan.FromMinutes(30);

    private const int MostTaught = 3;

    // What the asker once chose for always, as long as it is still one of the choices.
    private async Task<string?> MeantAsync(Asker asker, OpenSource source, Ambiguity unclear, CancellationToken cancellationToken) => unclear.End <= unclear.Start ? null
        : (await words.AllAsync(asker.TenantId, asker.MemberId, cancellationToken)).LastOrDefault(w => w.Source == source.Name && w.Word == Lexer.Fold(unclear.Words)) is { } taught
            && unclear.Choices.Any(c => c.Phrase.Equals(taught.Phrase, StringComparison.OrdinalIgnoreCase)) ? taught.Phrase : null;

    /// <param name="sourceName">Only this source; null for whichever understands the question.</param>
    public async Task<SkillResult> AnswerAsync(Asker asker, string question, string? sourceName, bool fresh, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(question))
            return AnalysisFailures.Empty();
        var open = await sources.ForAsync(asker, cancellationToken);
        var (text, named) = SourceWords.Take(question, open);
        if (open.Count == 0)
            return AnalysisFailures.NoSource();
        if ((sourceName ?? named) is { } name)
        {
            var only = open.Where(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
            if (only.Count == 0)
                return AnalysisFailures.NoSuchSource(name, open);
            open = only;
        }

        if (TablesAsked().IsMatch(text))
            return await describe.AnswerAsync(asker, sourceName ?? named, null, cancellationToken);
        if (DescribeTable.Find(text, open) is { Count: > 0 } tables)
            return tables.DistinctBy(t => t.Source.Name).ToList() is [_, _, ..] level ? AnalysisFailures.WhichSource(text, [.. level.Select(l => l.Source)]) : DescribeTable.Of(tables[0].Source, tables[0].Entity);
        var rules = await store.RulesAsync(asker.TenantId, cancellationToken);
        if (MatchVerified.Of(asker, text, open, rules.Verified) is { } verified)
            return await run.AnswerAsync(asker, verified with { Fresh = fresh }, cancellationToken);
        var (reading, source, several) = Read(asker, text, open);
        for (var i = 0; i < MostTaught && reading.Ambiguous is { } unclear && source is not null && await MeantAsync(asker, source, unclear, cancellationToken) is { } phrase; i++)
        {
            text = string.Concat(text.AsSpan(0, unclear.Start), phrase, text.AsSpan(unclear.End));
            reading = Reader.Read(text, source.Lexicon, asker.Today);
            reading = reading with { Notes = [.. reading.Notes, $"“{unclear.Words}” means {phrase}, as you taught me"] };
        }

        if (several.Count > 1 && await TalkedOfAsync(asker, several, cancellationToken) is { } same)
        {
            source = same;
            reading = Reader.Read(text, same.Lexicon, asker.Today);
            reading = reading with { Notes = [.. reading.Notes, $"asked of {same.Title}, as the question before"] };
        }
        else if (several.Count > 1)
            return await BackAsync(asker, text, "", AnalysisFailures.WhichSource(text, several), cancellationToken);
        if (reading.Declined is { } reason)
            return AnalysisFailures.Declined(reason);
        if (reading.Ambiguous is { } ambiguous)
            return await BackAsync(asker, text, source?.Name ?? "", AnalysisFailures.Ambiguous(text, ambiguous, source?.Name), cancellationToken);
        if (reading.Query is null)
            return AnalysisFailures.NotUnderstood(reading.Unknown, source);
        return await RunAsync(asker, source!, text, reading, fresh, cancellationToken);
    }

    // Kept, so that half a sentence that follows is about this question and not about the one before it.
    private async Task<SkillResult> BackAsync(Asker asker, string text, string source, SkillResult back, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await store.SaveAsync(asker.TenantId, new() { QueryId = Guid.CreateVersion7(now), AskedAt = now.UtcDateTime, MemberId = asker.MemberId, Asker = asker.Name, Source = source, Sentence = text, Status = StoredQuery.AskedBack }, cancellationToken);
        return back;
    }

    /// <summary>What the question would be answered with, without running anything.</summary>
    /// <returns>The choices it would be asked back with; empty where it is clear; null where no source reads it.</returns>
    public async Task<(IReadOnlyList<Choice> Choices, string? Words)?> PreviewAsync(Asker asker, string question, string? sourceName, CancellationToken cancellationToken)
    {
        var open = await sources.ForAsync(asker, cancellationToken);
        var (text, named) = SourceWords.Take(question, open);
        var name = sourceName ?? named;
        var (reading, source, several) = Read(asker, text, [.. open.Where(s => name is null || s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))]);
        return reading is { Ambiguous: { } unclear, Unknown.Count: 0 } ? (AnalysisFailures.Ambiguous(text, unclear, source?.Name).Choices, unclear.Words)
            : reading.Query is null ? null
            : (several.Count > 1 ? AnalysisFailures.WhichSource(text, several).Choices : [], null);
    }

    // Where several could answer: the one that the asker has just asked.
    private async Task<OpenSource?> TalkedOfAsync(Asker asker, IReadOnlyList<OpenSource> several, CancellationToken cancellationToken) =>
        await store.LastAsync(asker.TenantId, asker.MemberId, 1, cancellationToken) is [var last] && time.GetUtcNow().UtcDateTime - last.AskedAt <= SameTalk ? several.FirstOrDefault(s => s.Name == last.Source) : null;

    [GeneratedRegex(@"^\s*(what|which|show|list)\s+(me\s+)?((the|all|all\s+the)\s+)?tables(\s+(are\s+there|are|exist|do\s+we\s+have|does\s+it\s+have|can\s+i\s+ask|there\s+are))?\s*[?.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex TablesAsked();

    /// <summary>Whether some source accounts for every word, or knows what to ask back.</summary>
    public async Task<bool> AccountsForAsync(Asker asker, string question, CancellationToken cancellationToken)
    {
        var open = await sources.ForAsync(asker, cancellationToken);
        var (text, named) = SourceWords.Take(question, open);
        if (DescribeTable.Find(text, open).Count > 0)
            return true;
        if (named is not null && open.Any(s => s.Name.Equals(named, StringComparison.OrdinalIgnoreCase)))
            return true;
        if (MatchVerified.Of(asker, text, open, (await store.RulesAsync(asker.TenantId, cancellationToken)).Verified) is not null)
            return true;
        var (reading, source, _) = Read(asker, text, [.. open.Where(s => named is null || s.Name == named)]);
        return reading.Query is not null || (reading.Writes && Writing.IsAboutData(text, reading.Known)) || (source is not null && reading is { Known: > 0 } && (reading.Ambiguous is not null && reading.Unknown.Count == 0));
    }

    /// <summary>Whether somebody has verified an answer for just this sentence, or for it with another time or name.</summary>
    public async Task<bool> IsVerifiedAsync(Asker asker, string question, CancellationToken cancellationToken)
    {
        if ((await store.RulesAsync(asker.TenantId, cancellationToken)).Verified is not { Count: > 0 } verified)
            return false;
        var open = await sources.ForAsync(asker, cancellationToken);
        return MatchVerified.Of(asker, SourceWords.Take(question, open).Text, open, verified) is not null;
    }

    private static (Reading Reading, OpenSource? Source, IReadOnlyList<OpenSource> Several) Read(Asker asker, string text, IReadOnlyList<OpenSource> open)
    {
        var readings = open.Select(s => (Source: s, Reading: Reader.Read(text, s.Lexicon, asker.Today))).ToList();
        var understood = readings.Where(r => r.Reading.Query is not null).OrderBy(r => r.Reading.Corrected.Count).ThenByDescending(r => r.Reading.Known).ToList();
        if (understood.Count > 0)
        {
            var level = understood.Where(u => u.Reading.Known == understood[0].Reading.Known && u.Reading.Corrected.Count == understood[0].Reading.Corrected.Count).ToList();
            return (understood[0].Reading, understood[0].Source, level.Count > 1 ? [.. level.Select(l => l.Source)] : []);
        }

        var best = readings.OrderByDescending(r => r.Reading.Writes).ThenByDescending(r => r.Reading.Ambiguous is not null && r.Reading.Unknown.Count == 0).ThenBy(r => r.Reading.Unknown.Count)
            .ThenByDescending(r => r.Reading.Known).FirstOrDefault();
        return (best.Reading ?? new(), best.Source, []);
    }

    private async Task<SkillResult> RunAsync(Asker asker, OpenSource source, string text, Reading reading, bool fresh, CancellationToken cancellationToken)
    {
        CompiledQuery compiled;
        try
        {
            compiled = CompileQuery.Of(reading.Query!, source.Model, asker.TimeZone.Id);
        }
        catch (QueryException e)
        {
            return AnalysisFailures.Declined(e.Message);
        }

        var caveats = new List<string>();
        if (reading.Corrected.Count > 0)
            caveats.Add($"I read {string.Join(", ", reading.Corrected)}.");
        if (reading.Period is { } period && source.Model.DataUntil is { } until && period.To > until && period.From <= until)
            caveats.Add($"The data ends on {until.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}.");
        return await run.AnswerAsync(asker, new(source, compiled.Sql)
        {
            Question = text, Query = reading.Query, Columns = compiled.Columns, How = [.. QueryWords.Of(reading.Query!, source.Model).Concat(reading.Notes).Distinct()],
            Caveats = caveats, Chart = reading.Chart, Period = reading.Period?.Dates, Fresh = fresh, FollowUps = FollowUps.Of(text, reading.Query!, source.Model, said => Reader.Read(said, source.Lexicon, asker.Today).Query is not null),
        }, cancellationToken);
    }
}
