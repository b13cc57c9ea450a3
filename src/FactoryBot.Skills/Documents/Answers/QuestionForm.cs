using System.Text.RegularExpressions;
using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>What a sentence looks like, before anything is looked up.</summary>
internal static partial class QuestionForm
{
    /// <summary>It asks how something is done, what something means or whether it may be: what documents answer, never figures.</summary>
    public static bool AsksHow(string sentence) => How().IsMatch(sentence) && TermReader.Content(sentence).Count > 0;

    /// <summary>It asks what somebody has to do, step by step: no list of things answers that.</summary>
    public static bool AsksForSteps(string sentence) => Steps().IsMatch(sentence) && TermReader.Content(sentence).Count > 0;

    /// <summary>It asks for a person.</summary>
    public static bool AsksWho(string sentence) => Who().IsMatch(sentence);

    /// <summary>It asks something, in whatever form.</summary>
    public static bool Asks(string sentence) =>
        (sentence.Contains('?', StringComparison.Ordinal) || Question().IsMatch(sentence)) && TermReader.Content(sentence).Count > 1;

    /// <summary>It asks how much, how many or how often something was: a figure of what has happened, which no document has.</summary>
    public static bool AsksFigure(string sentence) => HowMuch().IsMatch(sentence) && Past().IsMatch(sentence);

    [GeneratedRegex(@"^\W*(and |but |so |ok |also )*(who|whom|whose)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Who();

    [GeneratedRegex(@"^\W*(and |but |so |ok |also )*how (much|many|often|long)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HowMuch();

    [GeneratedRegex(@"\b(did|was|were|yesterday|last (night|shift|week|month|quarter|year)|this (shift|week|month|quarter|year)|today|so far)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Past();

    [GeneratedRegex(@"\b((how|hw|hwo|ow) (do|can|to|does|should|would|is|are)|howto|do i|where (do|can|is|are|should)|what (is|are) (a|an|the)|what does .* (mean|do)|what happens|why (does|do|is|are|can)|(can|could|may|must|should) (i|we|you|one|somebody)|is it (possible|ok|allowed)|do (i|we) (have|need)|what do (i|we)|which \w+ (do|should|can)|what'?s the (way|difference|procedure)|explain|instructions? (for|on|to)|steps? (to|for)|procedure (for|to))\b", RegexOptions.IgnoreCase)]
    private static partial Regex How();

    [GeneratedRegex(@"\bhow (do|can|could|should|would|must) (i|we|you|one)\b|\bhow to\b|\bwhat (do|must|should) (i|we) do\b|\b(steps|instructions|procedure) (to|for)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Steps();

    [GeneratedRegex(@"^\W*(and |but |so )?(how|hw|hwo|wat|wht|wher|where|what|why|which|when|who|can|could|may|must|should|is|are|does|do|did|will|would)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Question();
}
