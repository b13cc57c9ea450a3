using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes.Attachments;

internal sealed class AttachmentSkill(KeepAttachments keep) : ISkill
{
    public string Module => "quotes";

    [SkillFunction("quotes_attach", Permission = Permissions.QuotesManage, Title = "Keep a file with a quote", Unlearned = true)]
    [Description("Keeps the files that come with the message with a quote: a drawing, the customer's order. Without a number it is the quote that the asker worked on last.")]
    [Example("attach this file to Q-00012")]
    [Example("attach this to the quote")]
    public Task<SkillResult> AttachAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "^attach this", "^attach it", "^attach the file", "^attach file", "^attach these", "^attach the drawing", "^attach to q-#", "^attach to quote", "^attach ... to q-#", "^attach ... to quote", "^attach ... to the quote", "^attach ... to my quote",
            "^keep this file with q-#", "^keep this file with quote", "^keep this with q-#", "^keep this with quote", "^keep this with the quote", "^add this file to q-#", "^add this file to quote", "^add this file to the quote", "^put this file on q-#", "^put this file on the quote",
        ]), Description("The quote's number, or the words that were said.")] string? quote = null,
        CancellationToken cancellationToken = default) => keep.AddSentAsync(QuoteNumber.In(quote), asker, cancellationToken);

    [SkillFunction("quotes_attachments", Permission = Permissions.QuotesView, Title = "Files of a quote", Unlearned = true)]
    [Description("The files that are kept with a quote, to download. Without a number it is the quote that the asker worked on last.")]
    [Example("attachments of Q-00012")]
    [Example("attachments of my quote")]
    public Task<SkillResult> ShowAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "attachments of q-#", "attachments of quote", "attachments of the quote", "attachments of my quote", "attachments in q-#", "files of q-#", "files of quote", "files of the quote", "files of my quote", "files belong to q-#", "files belong to quote", "files are attached to q-#", "files are attached to quote", "what is attached to q-#", "what is attached to quote", "what is attached to the quote", "^attachments$", "^show attachments$", "^show the attachments$",
        ]), Description("The quote's number, or the words that were said.")] string? quote = null,
        CancellationToken cancellationToken = default) => keep.ShowAsync(QuoteNumber.In(quote), asker, cancellationToken);
}
