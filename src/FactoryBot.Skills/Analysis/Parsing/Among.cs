using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Of the finished jobs, what percent was late": what stands before the comma says which rows there are at all.</summary>
internal static partial class Among
{
    /// <returns>Null where the question is not put so, or a side of it is not understood.</returns>
    public static Reading? Read(string text, SchemaLexicon lexicon, Func<string, Reading> read)
    {
        if (OfThe().Match(text) is not { Success: true } match || read("list " + match.Groups["all"].Value) is not { Query: { Measures.Count: 0, Of: { } of, Limit: null } all })
            return null;
        var share = read($"what percent of {SchemaNames.Plural(lexicon.Model[of].Noun)} {match.Groups["rest"].Value}");
        return share.Query is { Compute: [{ Kind: Query.ComputedKind.Percent }], Measures: [_, { } whole] } query && Query.Bases.Of(whole, lexicon.Model) == of
            ? share with { Query = query with { Where = [.. all.Where, .. query.Where] } } : null;
    }

    [GeneratedRegex(@"^\s*(out\s+of|of|among|amongst)\s+(all\s+)?((the|our|my)\s+)?(?<all>[^,]{3,200}),\s*(what|which|how\s+many|how\s+much)\s+(percent(age)?|share|proportion|fraction|part)(\s+of\s+(them|these|those))?\s+(?<rest>[^,]{3,200})$", RegexOptions.IgnoreCase)]
    private static partial Regex OfThe();
}
