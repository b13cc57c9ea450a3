using System.ComponentModel;
using FactoryBot.Skills.Documents.Answers;
using FactoryBot.Skills.Documents.Catalog;
using FactoryBot.Skills.Documents.Gaps;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents;

internal sealed class DocumentsSkill(AskDocuments ask, ListDocuments list, ListGaps gaps) : ISkill, ISentenceReader
{
    public string Module => Modules.Documents;

    public string Function => "documents_ask";

    public async ValueTask<bool> AccountsForAsync(Asker asker, string sentence, CancellationToken cancellationToken) =>
        await ask.AccountsForAsync(asker, sentence, cancellationToken);

    [SkillFunction("documents_ask", Permission = Permissions.ErpQuery, Title = "How something is done, from the documents", WholeSentence = true)]
    [Description("Answers from the plant's documents (manuals of the ERP system, procedures) how something is done, where it is set, what a term means or what a rule is, "
        + "with numbered sources. Says so where the documents do not answer it. Not for figures of the plant.")]
    public Task<SkillResult> AskAsync(
        Asker asker,
        [Slot(SlotKind.FreeText), Description("The whole question in the asker's own words, with what \"it\" stands for.")] string question,
        CancellationToken cancellationToken = default) =>
        ask.AnswerAsync(asker, question, cancellationToken);

    [SkillFunction("documents_list", Permission = Permissions.ErpQuery, Title = "The documents", Subjects = ["documents", "document list", "manuals", "documentation"])]
    [Description("The documents that answers come from: set, pieces, owner, last change, and the files that could not be read.")]
    [Example("Which documents do you have?")]
    [Example("list the documents")]
    [Example("show me all manuals")]
    [Example("what documentation is loaded")]
    [Example("which manuals do you know")]
    [Example("document list")]
    public Task<SkillResult> ListAsync(Asker asker, CancellationToken cancellationToken = default) => list.AnswerAsync(asker, cancellationToken);

    [SkillFunction("documents_gaps", Permission = Permissions.DocumentsManage, Title = "What the documents do not answer", Subjects = ["gaps", "document gaps", "unanswered questions", "knowledge gaps"])]
    [Description("Questions that the documents did not answer, those that most people asked first.")]
    [Example("Which gaps do the documents have?")]
    [Example("show the unanswered questions")]
    [Example("list the knowledge gaps")]
    [Example("what gaps are open")]
    [Example("document gaps")]
    public Task<SkillResult> GapsAsync(Asker asker, CancellationToken cancellationToken = default) => gaps.AnswerAsync(asker, cancellationToken);
}
