using FactoryBot.Skills.Database;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Quotes.Matching;
using FactoryBot.Skills.Quotes.Requests;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>Knows a request by its parts where no word of it says that it is one: "can you offer 1,000 hex nuts M10".</summary>
internal sealed class RequestReader(FactoryDatabase database) : ISentenceReader
{
    public string Function => "quotes_draft";

    /// <summary>Whether the text says how many of parts that the catalogue has.</summary>
    public async ValueTask<bool> AccountsForAsync(Asker asker, string sentence, CancellationToken cancellationToken)
    {
        var counted = ReadRequestText.Of(sentence, asker.Today).Lines.Where(l => l.Quantity is > 0).ToArray();
        if (counted.Length == 0)
            return false;
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        return (await MatchLines.RunAsync(scope, counted, null, cancellationToken)).All(m => m.Candidates.Any(c => c.Fits));
    }
}
