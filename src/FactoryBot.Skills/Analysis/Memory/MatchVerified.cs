using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis.Memory;

/// <summary>Finds the verified answer that a sentence asks for: by its own words first, then by its words with another time or name in them.</summary>
internal static class MatchVerified
{
    public static QueryRun? Of(Asker asker, string text, IReadOnlyList<OpenSource> open, IReadOnlyList<VerifiedQuery> all)
    {
        var asked = Lexer.Fold(text);
        foreach (var (verified, own) in all.Select(v => (v, Own: v.Sentences.Any(s => Lexer.Fold(s) == asked))).OrderByDescending(v => v.Own))
        {
            if (open.FirstOrDefault(s => s.Name == verified.Source) is not { } source)
                continue;
            var query = verified.Query is { } json ? QueryJson.Read(json) : null;
            var filled = query is null ? null : Filled(verified, query, asker, text, source);
            if (filled is null && !own)
                continue;
            var meant = filled ?? query;
            var compiled = meant is null ? null : CompileQuery.Of(meant, source.Model, asker.TimeZone.Id);
            return new(source, compiled?.Sql ?? verified.Sql)
            {
                Question = text, Query = meant, Columns = compiled?.Columns, How = meant is null ? [] : QueryWords.Of(meant, source.Model),
                // Figures of another time are others; only the same question can have changed.
                Verified = filled is null || QueryJson.Write(filled) == QueryJson.Write(query!) ? verified : verified with { ResultHash = null },
            };
        }

        return null;
    }

    private static AnalysisQuery? Filled(VerifiedQuery verified, AnalysisQuery query, Asker asker, string text, OpenSource source)
    {
        var on = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(verified.VerifiedAt, DateTimeKind.Utc), asker.TimeZone));
        return verified.Sentences.Select(s => VerifiedTemplate.Fill(s, on, query, text, asker.Today, source.Lexicon)).FirstOrDefault(q => q is not null);
    }
}
