using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes.Documents;

internal sealed class DocumentSkill(ExportQuote export) : ISkill
{
    public string Module => "quotes";

    [SkillFunction("quotes_document", Permission = Permissions.QuotesView, Title = "Document of a quote")]
    [Description("The quote as PDF or Word document to download. Without a number it is the quote that the asker worked on last.")]
    [Example("pdf of Q-00012")]
    [Example("export Q-00012")]
    [Example("pdf please")]
    [Example("word document of quote 12")]
    [Example("download Q-00012 as docx")]
    public Task<SkillResult> DocumentAsync(
        Asker asker,
        [Slot(SlotKind.Message, Values =
        [
            "pdf of q-#", "pdf of quote", "pdf of the quote", "q-# as pdf", "quote # as pdf", "^export q-#", "^export quote", "^export the quote", "^download q-#", "^download quote", "^print q-#", "^print quote",
            "^pdf$", "^pdf pls$", "^pdf please$", "^as pdf$", "^the pdf", "^send me the pdf", "^send the pdf", "^get me the pdf", "^download the pdf", "^i need the pdf", "pdf of it", "pdf of this", "^export it as pdf", "^export as pdf", "^export it as word", "^export as word", "^export it as docx", "^export it as a pdf", "^download it as pdf", "^download it as word", "^download it as docx", "^print it", "pdf of my quote", "my quote as pdf", "^as word$", "^docx$",
            "docx of q-#", "word document of q-#", "word document of quote", "word document of the quote", "word file of q-#", "q-# as docx", "q-# as word", "document of q-#", "document of quote",
        ]), Description("The quote's number, or the words that were said.")] string? quote = null,
        [Slot(SlotKind.FreeText), Description("pdf or docx; left out: read from the words, otherwise pdf.")] string? format = null,
        CancellationToken cancellationToken = default)
    {
        var words = format ?? quote ?? "";
        var word = words.Contains("docx", StringComparison.OrdinalIgnoreCase) || words.Contains("word", StringComparison.OrdinalIgnoreCase);
        return export.RunAsync(QuoteNumber.In(quote), word ? "docx" : "pdf", asker, cancellationToken);
    }
}
