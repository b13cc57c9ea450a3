using System.ComponentModel;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>Questions for parts of the catalogue. Which words name a part only the catalogue knows, so the skill reads such sentences by itself.</summary>
internal sealed class PartSkill(LookUpPart find) : ISkill, ISentenceReader
{
    public string Module => "quotes";

    public string Function => "quotes_part";

    public async ValueTask<bool> AccountsForAsync(Asker asker, string sentence, CancellationToken cancellationToken) => await find.KnowsAsync(sentence, asker, cancellationToken);

    [SkillFunction("quotes_part", Permission = Permissions.QuotesView, Title = "Price, stock and lead time of a part", WholeSentence = true, Unlearned = true)]
    [Description("Price, stock and lead time of a part of the catalogue, for a number of pieces where one is said. Give the words as they were said.")]
    [Example("do we have M8x40 DIN 933 in stock")]
    [Example("price of 500 M8x40 DIN 933")]
    public Task<SkillResult> PartAsync(
        Asker asker,
        [Slot(SlotKind.FreeText), Description("What was said, with the part's number or words.")] string words,
        CancellationToken cancellationToken = default) => find.RunAsync(words, asker, cancellationToken);
}
