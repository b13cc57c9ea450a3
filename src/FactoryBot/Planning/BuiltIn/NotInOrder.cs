using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"Which machine?" after what no ranking puts in order: that is said, and each one can be asked for.</summary>
internal static class NotInOrder
{
    public static Outcome Of(FunctionWords figure, EarlierCall asked, string noun, Vocabulary vocabulary)
    {
        var kind = KindNouns.KindOf(noun);
        var subject = figure.Function.Subjects.Count > 0 ? figure.Function.Subjects[0] : figure.Function.Title;
        var names = kind is { } of && figure.Has(of) ? vocabulary.Names.All.Where(e => e.Kind == of).Select(e => e.Name).Distinct().Take(AskBack.MostChoices) : [];
        return SkillResult.No(
            ResultStatus.Clarify,
            $"I cannot put “{figure.Function.Title}” in order by {noun}. Of which {noun} shall I show it?",
            [.. names.Select(name => new Choice(name, $"{subject} of {name}{asked.When()}"))]);
    }
}
