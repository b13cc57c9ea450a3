using System.Text;
using FactoryBot.Skills.Results;
using FactoryBot.Turns;

namespace FactoryBot.Channels;

/// <summary>What channels say with an answer: its plain words where no card is shown, and who made it.</summary>
internal static class AnswerWords
{
    /// <summary>What a reader must know of an answer that was made with a language model; null where none had part in it.</summary>
    public static string? MadeBy(OutboundReply reply) => reply switch
    {
        { WordsByModel: true } => "AI-generated words; check what matters",
        { ByModel: true } => "AI chose what to look up; the words and figures are FactoryBot's own",
        _ => null,
    };

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
