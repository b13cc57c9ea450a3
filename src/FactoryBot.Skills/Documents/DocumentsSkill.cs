using System.ComponentModel;
using FactoryBot.Skills.Documents.Answers;
using FactoryBot.Skills.Documents.Catalog;
using FactoryBot.Skills.Documents.Gaps;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Documents.Systems;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents;

internal sealed class DocumentsSkill(AskDocuments ask, ListDocuments list, ListGaps gaps, DecideGap decide, CloseGap close, TakeOpinion opinion, ShowUsage usage, SendFile send, ManageSystems systems) : ISkill, ISentenceReader
{
    public string Module => Modules.Documents;

    public string Function => "documents_ask";

    public bool TakesMuch => true;

    // "What if the quantity is wrong", "who can cancel it" after an answer: of what was answered, even where the documents do not say.
    public ValueTask<string?> FollowUpAsync(Asker asker, string sentence, bool alone, CancellationToken cancellationToken) =>
        ValueTask.FromResult(alone && FollowUp.Is(sentence) && !QuestionForm.AsksFigure(sentence) ? Function : null);

    public async ValueTask<bool> AccountsForAsync(Asker asker, string sentence, CancellationToken cancellationToken) =>
        await ask.AccountsForAsync(asker, sentence, cancellationToken);

    public async ValueTask<bool> ClaimsAsync(Asker asker, string sentence, CancellationToken cancellationToken) =>
        await ask.SpeaksOfAsync(asker, sentence, cancellationToken);

    public async ValueTask<bool> HasAnswerAsync(Asker asker, string sentence, CancellationToken cancellationToken) =>
        await ask.HasReadyAsync(asker, sentence, cancellationToken);

    [SkillFunction("documents_ask", Permission = Permissions.ErpQuery, Title = "How something is done, from the documents", Help = "How do I post a goods receipt?", WholeSentence = true)]
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

    [SkillFunction("documents_gap", Permission = Permissions.DocumentsManage, Title = "One gap", ButtonOnly = true)]
    [Description("Takes a gap over, or asks its question again and closes it where the documents answer it now.")]
    public Task<SkillResult> GapAsync(
        Asker asker,
        [Description("The gap's number.")] long gap,
        [Description("take or replay")] string action,
        CancellationToken cancellationToken = default) =>
        gaps.DecideAsync(asker, gap, action, cancellationToken);

    [SkillFunction("documents_gap_answer", Permission = Permissions.DocumentsManage, Title = "Close a gap with an answer")]
    [Description("Closes a gap of that number with an answer; the answer is kept for every way it was asked, and whoever asked is told.")]
    [Example("Answer gap 3: call the help desk")]
    public Task<SkillResult> GapAnswerAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "^answer gap #", "^answer the gap #", "^assign gap #", "^assign the gap #", "^take gap #", "^i take gap #", "^i'll take gap #", "^i will take gap #", "^close gap #", "^close the gap #", "^ask gap #",
        ]), Description("The whole message: answer gap, its number and the answer; or: assign gap, its number, to me; or: close gap and its number.")] string message,
        CancellationToken cancellationToken = default) =>
        DecideGap.Reads(message) ? decide.WithWordsAsync(asker, message, cancellationToken) : close.WithAnswerAsync(asker, message, cancellationToken);

    [SkillFunction("documents_opinion", Permission = Permissions.ErpQuery, Title = "Say whether an answer helped")]
    [Description("Notes whether the last answer from the documents helped, with the reason. Not for figures.")]
    [Example("That did not help because the page is old")]
    [Example("That helped")]
    public Task<SkillResult> OpinionAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "^that did not help", "^that didn't help", "^that does not help", "^that doesn't help", "^this did not help", "^this didn't help", "^not helpful", "^that was not helpful",
            "^that helped", "^this helped",
        ]), Description("What the person said.")] string words,
        CancellationToken cancellationToken = default) =>
        opinion.AnswerAsync(asker, words, cancellationToken);

    [SkillFunction("documents_systems", Permission = Permissions.ErpQuery, Title = "The ERP systems", Subjects = ["erp systems"])]
    [Description("The plant's ERP systems with version, modules and the document sets that belong to each.")]
    [Example("Which ERP systems do we have?")]
    [Example("list the erp systems")]
    [Example("show our erp systems")]
    public Task<SkillResult> SystemsAsync(Asker asker, CancellationToken cancellationToken = default) => systems.ListAsync(asker, cancellationToken);

    [SkillFunction("documents_usage", Permission = Permissions.DocumentsManage, Title = "Questions of the documents",
        Subjects = ["document usage", "use of the documents", "document analytics", "documentation analytics"])]
    [Description("How many questions were asked of the documents in the last 30 days, how many were answered, how fast, what most are about, and which documents are never used.")]
    [Example("Show the use of the documents")]
    [Example("document usage")]
    [Example("show the document analytics")]
    public Task<SkillResult> UsageAsync(Asker asker, CancellationToken cancellationToken = default) => usage.AnswerAsync(asker, cancellationToken);

    [SkillFunction("documents_add", Permission = Permissions.DocumentsManage, Title = "Take a document in", Subjects = ["take in", "add to the documents"])]
    [Description("Takes a file that came with the message into the documents that questions are answered from.")]
    [Example("Take in this document")]
    [Example("take in this file")]
    [Example("add to the documents")]
    [Example("please take in this manual")]
    public Task<SkillResult> AddAsync(
        Asker asker,
        [Slot(SlotKind.File, Endings = [".md", ".html", ".htm", ".txt", ".docx", ".pdf", ".csv", ".xlsx", ".zip"]), Description("The file that came with the message.")] string file,
        CancellationToken cancellationToken = default) =>
        send.AnswerAsync(asker, file, cancellationToken);
}
