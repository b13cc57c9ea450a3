using System.Collections.Frozen;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>In which lists of the language a word stands, see <see cref="PlainWords"/>; looked up once a word, not once for each function that is weighed.</summary>
[Flags]
internal enum WordTraits
{
    None = 0,
    Leaving = 1,
    Changing = 2,
    Compare = 4,
    Whole = 8,
    Extreme = 16,

    /// <summary>See <see cref="CauseNames.IsCommon"/>.</summary>
    CommonCause = 32,

    /// <summary>See <see cref="CauseNames.Skips"/>.</summary>
    SkippedInCauses = 64,
}

internal static class WordTraitsExtensions
{
    private static readonly FrozenDictionary<string, WordTraits> ofWords = new (FrozenSet<string> Words, WordTraits Trait)[]
        {
            (PlainWords.Leaving, WordTraits.Leaving), (PlainWords.Changing, WordTraits.Changing), (PlainWords.Compare, WordTraits.Compare),
            (PlainWords.Whole, WordTraits.Whole), (PlainWords.Extreme, WordTraits.Extreme),
        }
        .SelectMany(list => list.Words.Select(word => (word, list.Trait)))
        .GroupBy(entry => entry.word, StringComparer.Ordinal)
        .ToFrozenDictionary(same => same.Key, same => same.Aggregate(WordTraits.None, (all, entry) => all | entry.Trait), StringComparer.Ordinal);

    public static WordTraits[] Traits(this Token[] tokens) => Array.ConvertAll(tokens, token => ofWords.GetValueOrDefault(token.Word)
        | (CauseNames.IsCommon(token) ? WordTraits.CommonCause : 0) | (CauseNames.Skips(token.Word) ? WordTraits.SkippedInCauses : 0));
}
