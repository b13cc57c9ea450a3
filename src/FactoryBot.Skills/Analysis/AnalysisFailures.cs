using FactoryBot.Skills.Analysis.Guard;
using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Analysis;

/// <summary>Every way in which a question of a database is not answered, with the sentence that people read.</summary>
internal static class AnalysisFailures
{
    private const int Buttons = 6;

    public static SkillResult Empty() => SkillResult.No(ResultStatus.NotUnderstood, "Please ask a question about the data.");

    public static SkillResult NoSource() => SkillResult.No(
        ResultStatus.NoData, "There is no database to ask yet. Connect one with: factorybot source add NAME --connection …");

    public static SkillResult NoSuchSource(string name, IEnumerable<OpenSource> known) => SkillResult.No(
        ResultStatus.NotUnderstood, $"There is no source called “{name}” that you may ask. There are: {string.Join(", ", known.Select(k => k.Name))}.");

    public static SkillResult Declined(string reason) => SkillResult.No(ResultStatus.NotUnderstood, reason);

    /// <param name="source">Whose words are unclear; null where a meaning cannot be kept.</param>
    public static SkillResult Ambiguous(string question, Ambiguity ambiguity, string? source = null)
    {
        var choices = ambiguity.Choices.Take(Buttons).Select(c => new Choice(c.Title, Replaced(question, ambiguity, c.Phrase))).ToList();
        return choices.Count == 0
            ? SkillResult.No(ResultStatus.NotUnderstood, $"“{ambiguity.Words}” does not say enough for me to compute it. Please name the figure.")
            : SkillResult.No(ResultStatus.Clarify, ambiguity.Question ?? $"“{ambiguity.Words}” can mean {Or(choices.Select(c => c.Title))}. Which one?",
                [.. choices, .. source is null || choices.Count > 3 ? [] : Words.WordTalk.Always(question, ambiguity, source, c => Replaced(question, ambiguity, c.Phrase))]);
    }

    public static SkillResult WhichSource(string question, IEnumerable<OpenSource> sources)
    {
        var all = sources.Take(Buttons).ToList();
        return SkillResult.No(ResultStatus.Clarify, $"That can be asked of {Or(all.Select(s => s.Title))}. Which one?",
            [.. all.Select(s => new Choice(s.Title, $"{question.TrimEnd('?', '.', ' ')} in source {s.Name}"))]);
    }

    public static SkillResult NotUnderstood(IReadOnlyList<string> words, OpenSource? nearest)
    {
        var knows = nearest is null ? "" : $" {Letters.Capital(nearest.Title)} knows {string.Join(", ", nearest.Model.Entities.Where(e => !e.Bridge).Take(8).Select(e => Model.SchemaNames.Plural(e.Noun)))}.";
        return SkillResult.No(
            ResultStatus.NotUnderstood,
            words.Count == 0
                ? $"I understood the words, but not how they belong together.{knows}"
                : $"I do not know what {Or(words.Take(5).Select(w => $"“{w}”"), "and")} {(words.Count == 1 ? "means" : "mean")} here.{knows}",
            nearest is null ? [] : [new Choice("What can I ask?", "describe the data sources")]);
    }

    /// <summary>The guard did not let it through, or the database did not take it. What the database says of a statement is for whoever wrote it.</summary>
    public static SkillResult Refused(GuardRefusal refusal, OpenSource source) => SkillResult.No(
        refusal.Reason switch
        {
            GuardReason.TooSlow or GuardReason.TooMuchMemory or GuardReason.Database => ResultStatus.Failed,
            GuardReason.Relation => ResultStatus.NoRight,
            _ => ResultStatus.NotUnderstood,
        },
        refusal.Reason == GuardReason.Database ? Unworkable(source) : refusal.Sentence) with { Repair = Repairs.Of(refusal, source.Model) };

    /// <summary>A structure that does not fit the model: the names in it are its writer's, not the asker's.</summary>
    public static SkillResult Unfit(string problem, OpenSource source) =>
        SkillResult.No(ResultStatus.Failed, Unworkable(source)) with { Repair = new(problem, "The first query named something that the data does not have; it was corrected.") };

    private static string Unworkable(OpenSource source) => $"I could not put that question to {source.Title}. Please ask it in other words; “describe the data sources” shows what can be asked.";

    public static SkillResult SafeMode() => SkillResult.No(
        ResultStatus.NoRight, "Safe mode is on: only verified answers and questions in words are answered here, no SQL of one's own.");

    public static SkillResult NothingToFollow() => SkillResult.No(ResultStatus.NotUnderstood, "I do not see what that changes. Please ask the whole question.");

    public static SkillResult NoQuery() => SkillResult.No(ResultStatus.NoRows, "You have not asked anything of a database yet.");

    public static SkillResult NoSuchQuery() => SkillResult.No(ResultStatus.NoRows, "There is no such query.");

    private static string Replaced(string question, Ambiguity ambiguity, string phrase) =>
        ambiguity.End <= question.Length && ambiguity.Start < ambiguity.End ? string.Concat(question.AsSpan(0, ambiguity.Start), phrase, question.AsSpan(ambiguity.End)) : question;

    private static string Or(IEnumerable<string> items, string word = "or")
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {word} {all[^1]}";
    }
}
