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
        if (Counted(sentence, asker) is not { Length: > 0 } counted)
            return false;
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        // Whom it is for is no word of a part.
        return await FitAsync(scope, counted, cancellationToken)
            || (await CustomerInPassing.FindAsync(scope, sentence, cancellationToken) is { } named && await FitAsync(scope, Counted(named.Others, asker), cancellationToken));
    }

    private static RequestLine[] Counted(string text, Asker asker) => [.. ReadRequestText.Of(text, asker.Today).Lines.Where(l => l.Quantity is > 0)];

    private static async Task<bool> FitAsync(TenantScope scope, RequestLine[] counted, CancellationToken cancellationToken)
    {
        return counted.Length > 0 && (await MatchLines.RunAsync(scope, counted, null, cancellationToken)).All(m => m.Candidates.Any(c => c.Fits));
    }
}
