using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"Remove line 2" after a figure: nobody has spoken of a quote, and the plant has a line 2.</summary>
internal static class LineOfWhat
{
    /// <returns>What to ask back; null where the message is meant as it was read.</returns>
    public static SkillResult? Of(string text, Outcome message, IReadOnlyList<EarlierCall> previous, Vocabulary vocabulary)
    {
        if (message.Calls is not [var call] || previous is not [var last, ..] || Words(last) is not { Reads: true, HasScope: true } figure || Words(call) is not { Reads: false }
            || text.Contains("quote", StringComparison.OrdinalIgnoreCase)
            || EntityMatcher.Find(Sentence.Of(text), vocabulary.Names).FirstOrDefault(name => Clause.IsScope(name.Kind) && name.Entity is not null) is not { Entity: { } place })
        {
            return null;
        }

        var others = vocabulary.Names.All.Where(e => e.Kind == place.Kind && e.Name != place.Name).DistinctBy(e => e.Name).Take(3)
            .Select(e => new Choice($"Only {e.Name}", SentenceWriter.Write(figure, scope: e.Name)));
        return SkillResult.No(
            ResultStatus.Clarify,
            $"“{text.Trim()}”: do you mean a line of a quote? A figure is of the places that are named; none can be left out of it.",
            [new($"In the quote", text.TrimEnd(' ', '.', '!', '?') + " from the quote"), .. others]);

        FunctionWords? Words(EarlierCall of) => vocabulary.Named(of.Function)?.Words;
    }
}
