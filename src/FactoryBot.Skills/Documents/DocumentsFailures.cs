using FactoryBot.Skills.Documents.Answers;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Documents;

/// <summary>Every way in which a question of the documents cannot be answered, with the sentence that people read.</summary>
internal static class DocumentsFailures
{
    public static SkillResult NoDocuments() => SkillResult.No(
        ResultStatus.NoData,
        "No documents have been taken in yet that you may see. Whoever looks after them can send me the files here, or use: factorybot documents add FOLDER");

    /// <summary>Stands before the passages that come nearest.</summary>
    public const string NotSure = "I am not sure that the documents answer that, so I have noted the gap for whoever looks after them. What comes nearest, and may be about something else:";

    /// <summary>The same where the fact that is asked for stands nowhere in them.</summary>
    public static string Misses(AskedFact fact) =>
        $"The documents speak of it, but I do not find {fact.Name} there, so I have noted the gap for whoever looks after them. What comes nearest:";

    public static SkillResult Gap() => SkillResult.No(
        ResultStatus.NoRows, "The documents do not answer that. I have noted the gap for whoever looks after them.");

    public static SkillResult NoSuchGap() => SkillResult.No(
        ResultStatus.NoRows, "There is no open gap of that number. “Which gaps do the documents have?” shows them.");

    public static SkillResult NoFile(IReadOnlyList<string> kinds) => SkillResult.No(
        ResultStatus.NotUnderstood, $"Send the file with the message: {string.Join(", ", kinds)} or zip.");

    public static SkillResult UnknownTopic(string topic) => SkillResult.No(
        ResultStatus.NoRows, $"No document speaks of “{topic}”.");
}
