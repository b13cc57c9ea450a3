using System.ComponentModel;
using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Analysis.Words;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis;

/// <summary>What a member teaches: meanings of words, and other sentences for a verified answer.</summary>
internal sealed class WordsSkill(TeachWord teach, VerifyAnswer verify) : ISkill
{
    public string Module => Modules.Analysis;

    [SkillFunction("analysis_remember", Permission = Permissions.AnalysisView, Title = "What a word means to you")]
    [Description("Keeps what a word means to the asker where a question of a database could mean several things.")]
    [Example("Remember that “sales” means “revenue”")]
    public Task<SkillResult> RememberAsync(
        Asker asker, [Slot(SlotKind.Message, Values = ["^remember that ... means"]), Description("remember that “word” means “meaning”")] string message, CancellationToken cancellationToken = default) =>
        teach.TeachAsync(asker, message, cancellationToken);

    [SkillFunction("analysis_forget", Permission = Permissions.AnalysisView, Title = "Forget what a word means to you")]
    [Description("Forgets what the asker has taught a word to mean in questions of a database.")]
    [Example("Forget what “sales” means")]
    public Task<SkillResult> ForgetAsync(
        Asker asker, [Slot(SlotKind.Message, Values = ["^forget that ... means", "^forget what ... means", "^forget the meaning of"]), Description("forget what “word” means")] string message, CancellationToken cancellationToken = default) =>
        teach.ForgetAsync(asker, message, cancellationToken);

    [SkillFunction("analysis_words", Permission = Permissions.AnalysisView, Title = "Words that you have taught", Subjects = ["taught words", "words taught"])]
    [Description("The words whose meaning the asker has taught for questions of a database.")]
    [Example("Which words have I taught you?")]
    [Example("list the words I taught you")]
    [Example("show my taught words")]
    [Example("what words did I teach you")]
    public Task<SkillResult> WordsAsync(Asker asker, CancellationToken cancellationToken = default) => teach.ListAsync(asker, cancellationToken);

    [SkillFunction("analysis_variant", Permission = Permissions.AnalysisManage, Title = "Other words for a verified answer")]
    [Description("Lets another sentence be answered by the answer that the asker verified last.")]
    [Example("Answer “turnover by group” the same way")]
    public Task<SkillResult> VariantAsync(
        Asker asker, [Slot(SlotKind.Message, Values = ["^answer ... the same way", "^also answer ... the same way"]), Description("answer “sentence” the same way")] string message, CancellationToken cancellationToken = default) =>
        verify.VariantAsync(asker, message, cancellationToken);
}
