using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"And what is ours", "same for the CNC last month" after it was told what a figure means: that figure.</summary>
internal static class ExplainedFigure
{
    /// <returns>The question with the figure in front; null where no figure was explained, or the question names one.</returns>
    public static string? Of(Clause clause, IReadOnlyList<FunctionMatch> matches, IReadOnlyList<EarlierCall> previous, Vocabulary vocabulary)
    {
        if (previous is not [var last] || matches.Any(m => m is { Evidence: > 0, Words.IsFigure: true }) || !SpeaksOfOnes(clause)
            || vocabulary.Named(last.Function)?.Words is not { Reads: true, IsFigure: false } words
            || words.Function.Slots.FirstOrDefault(s => s is { Kind: SlotKind.Choice, Required: true }) is not { } slot || last.Arguments.GetValueOrDefault(slot.Name) is not string term)
        {
            return null;
        }

        var stems = Sentence.Of(term).Tokens.Select(t => FunctionWords.Stem(t.Word)).ToArray();
        return vocabulary.Functions.Any(f => f.Words is { IsFigure: true, TakesTwo: false } && f.Words.Subjects.Any(s => s.AsSpan().SequenceEqual(stems))) 
            ? string.Join(' ', [term, .. clause.Tokens.Where(t => !t.IsAny(Leading)).Select(t => clause.Sentence.Text[t.Start..t.End])]) : null;
    }

    private static readonly string[] Leading = ["same", "then", "also", "and", "now", "again"];

    // A place, a time, or that it is the asker's own.
    private static bool SpeaksOfOnes(Clause clause) => clause.Scopes.Any() || clause.Periods.Count > 0 || clause.Of(SlotKind.Shift).Any() || clause.Tokens.Any(t => t.IsAny(["our", "ours", "we", "us", "here"]));
}
