using System.Text;
using FactoryBot.Skills.Results;

namespace FactoryBot.Channels;

/// <summary>An answer in plain words alone, for where it has no card or the card cannot be shown.</summary>
internal static class AnswerWords
{
    /// <summary>The text with all that a card would have shown below it: warnings, sources, proof.</summary>
    public static string All(SkillResult result)
    {
        if (result is { Warnings.Count: 0, Sources.Count: 0, Proof: null })
            return result.Text;
        var words = new StringBuilder(result.Text);
        foreach (var warning in result.Warnings)
            words.Append('\n').Append(warning);
        foreach (var source in result.Sources)
            words.Append('\n').Append('[').Append(source.Number).Append("] ").Append(source.Title);
        if (result.Proof is { } proof)
            words.Append('\n').Append(proof);
        return words.ToString();
    }
}
