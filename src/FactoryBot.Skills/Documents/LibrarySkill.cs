using System.ComponentModel;
using FactoryBot.Skills.Documents.Gaps;
using FactoryBot.Skills.Documents.Ready;
using FactoryBot.Skills.Documents.Synonyms;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents;

/// <summary>What whoever looks after the documents keeps beside them: ready answers and synonyms.</summary>
internal sealed class LibrarySkill(KeepAnswers answers, ManageSynonyms synonyms, ListOpinions opinions) : ISkill
{
    public string Module => Modules.Documents;

    [SkillFunction("documents_opinions", Permission = Permissions.DocumentsManage, Title = "What people think of the answers", Subjects = ["document feedback", "documentation feedback", "feedback on the documents"])]
    [Description("Which answers from the documents helped and which did not, with the reason and the documents quoted; those of one's own documents first.")]
    [Example("Show the feedback on the documents")]
    [Example("document feedback")]
    [Example("list the document feedback")]
    public Task<SkillResult> OpinionsAsync(Asker asker, CancellationToken cancellationToken = default) => opinions.AnswerAsync(asker, cancellationToken);

    [SkillFunction("documents_answer_keep", Permission = Permissions.DocumentsManage, Title = "Keep an answer ready")]
    [Description("Keeps an answer for one or more exact questions; it is given instead of a search.")]
    [Example("Ready answer. Question: who resets passwords? Answer: the help desk.")]
    public Task<SkillResult> KeepAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values = ["^ready answer", "^keep the answer", "^keep this answer", "^standard answer"]), Description("Question: … Question: … Answer: …")] string message,
        CancellationToken cancellationToken = default) =>
        answers.KeepAsync(asker, message, cancellationToken);

    [SkillFunction("documents_answers", Permission = Permissions.DocumentsManage, Title = "The ready answers", Subjects = ["ready answers", "standard answers"])]
    [Description("The answers that are kept ready, with their questions and owners.")]
    [Example("List the ready answers")]
    [Example("show the standard answers")]
    [Example("which ready answers do we have")]
    public Task<SkillResult> ListAsync(Asker asker, CancellationToken cancellationToken = default) => answers.ListAsync(asker, cancellationToken);

    [SkillFunction("documents_answer_forget", Permission = Permissions.DocumentsManage, Title = "Forget a ready answer")]
    [Description("Forgets the ready answer of that number.")]
    [Example("Remove ready answer 3")]
    public Task<SkillResult> ForgetAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values = ["^remove ready answer #", "^delete ready answer #", "^forget ready answer #"]), Description("The message with the number.")] string message,
        CancellationToken cancellationToken = default) =>
        answers.RemoveAsync(asker, message, cancellationToken);

    [SkillFunction("documents_synonyms", Permission = Permissions.DocumentsManage, Title = "The synonyms", Subjects = ["synonyms"])]
    [Description("What the plant calls things that its documents call otherwise.")]
    [Example("List the synonyms")]
    [Example("show me the synonyms")]
    [Example("which synonyms do we have")]
    public Task<SkillResult> SynonymsAsync(Asker asker, CancellationToken cancellationToken = default) => synonyms.ListAsync(asker, cancellationToken);

    [SkillFunction("documents_synonym_add", Permission = Permissions.DocumentsManage, Title = "Add a synonym")]
    [Description("Adds two words for the same thing, or with > a word that may mean another.")]
    [Example("Add synonym sponge = pad")]
    public Task<SkillResult> AddSynonymAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values = ["^add synonym", "^add the synonym", "^add a synonym", "^new synonym", "^add synonyms"]), Description("add synonym a = b")] string message,
        CancellationToken cancellationToken = default) =>
        synonyms.AddAsync(asker, message, cancellationToken);

    [SkillFunction("documents_synonym_remove", Permission = Permissions.DocumentsManage, Title = "Remove a synonym")]
    [Description("Removes a synonym that was added.")]
    [Example("Remove synonym sponge = pad")]
    public Task<SkillResult> RemoveSynonymAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values = ["^remove synonym", "^remove the synonym", "^delete synonym", "^delete the synonym"]), Description("remove synonym a = b")] string message,
        CancellationToken cancellationToken = default) =>
        synonyms.RemoveAsync(asker, message, cancellationToken);
}
