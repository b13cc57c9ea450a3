using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>Knows a request by its parts where no word of it says that it is one: "can you offer 1,000 hex nuts M10".</summary>
internal sealed class RequestReader(DraftQuote draft) : ISentenceReader
{
    public string Function => "quotes_draft";

    public async ValueTask<bool> AccountsForAsync(Asker asker, string sentence, CancellationToken cancellationToken) => await draft.NamesPartsAsync(sentence, asker, cancellationToken);
}
