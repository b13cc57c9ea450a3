using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis;

/// <summary>A question in words: verified answers first, then whichever source accounts for every word of it.</summary>
internal sealed class AskQuestion(SourceModels sources, QueryStore store, RunQuery run)
{
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

        var rules = await store.RulesAsync(asker.TenantId, cancellationToken);
        if (Verified(text, open, rules.Verified) is { } verified)
            return await run.AnswerAsync(asker, Run(verified.Source, text, verified.Query, fresh), cancellationToken);
        var (reading, source, several) = Read(asker, text, open);
        if (several.Count > 1)
            return AnalysisFailures.WhichSource(text, several);
        if (reading.Declined is { } reason)
            return AnalysisFailures.Declined(reason);
        if (reading.Ambiguous is { } ambiguous)
            return AnalysisFailures.Ambiguous(text, ambiguous);
        if (reading.Query is null)
            return AnalysisFailures.NotUnderstood(reading.Unknown, source);
        return await RunAsync(asker, source!, text, reading, fresh, cancellationToken);
    }

    /// <summary>Whether some source accounts for every word, or knows what to ask back.</summary>
    public async Task<bool> AccountsForAsync(Asker asker, string question, CancellationToken cancellationToken)
    {
        var open = await sources.ForAsync(asker, cancellationToken);
        var (text, named) = SourceWords.Take(question, open);
        if (named is not null && open.Any(s => s.Name.Equals(named, StringComparison.OrdinalIgnoreCase)))
            return true;
        var (reading, source, _) = Read(asker, text, [.. open.Where(s => named is null || s.Name == named)]);
        return reading.Query is not null || (reading.Writes && Writing.IsAboutData(text, reading.Known)) || (source is not null && reading is { Known: > 0 } && (reading.Ambiguous is not null && reading.Unknown.Count == 0));
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

    private static (OpenSource Source, VerifiedQuery Query)? Verified(string text, IReadOnlyList<OpenSource> open, IReadOnlyList<VerifiedQuery> all)
    {
        var asked = Lexer.Fold(text);
        foreach (var verified in all.Where(v => v.Sentences.Any(s => Lexer.Fold(s) == asked)))
        {
            if (open.FirstOrDefault(s => s.Name == verified.Source) is { } source)
                return (source, verified);
        }

        return null;
    }

    private static QueryRun Run(OpenSource source, string text, VerifiedQuery verified, bool fresh)
    {
        var query = verified.Query is { } json ? QueryJson.Read(json) : null;
        var compiled = query is null ? null : CompileQuery.Of(query, source.Model);
        return new(source, compiled?.Sql ?? verified.Sql) { Question = text, Query = query, Columns = compiled?.Columns, Verified = verified, Fresh = fresh, How = query is null ? [] : QueryWords.Of(query, source.Model) };
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
            Caveats = caveats, Chart = reading.Chart, Period = reading.Period?.Dates, Fresh = fresh, FollowUps = FollowUps.Of(text, reading.Query!, source.Model),
        }, cancellationToken);
    }
}
