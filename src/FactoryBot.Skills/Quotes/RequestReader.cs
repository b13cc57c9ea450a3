using System.Text.RegularExpressions;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Quotes.Matching;
using FactoryBot.Skills.Quotes.Requests;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Quotes;

/// <summary>Knows a request by its parts where no word of it says that it is one: "can you offer 1,000 hex nuts M10"; and what goes on from a quote.</summary>
internal sealed partial class RequestReader(FactoryDatabase database) : ISentenceReader
{
    public string Function => "quotes_draft";

    /// <summary>Whether the text says how many of parts that the catalogue has.</summary>
    public async ValueTask<bool> AccountsForAsync(Asker asker, string sentence, CancellationToken cancellationToken)
    {
        // "Make the bolts 750" changes something that is there.
        if (Word().Match(sentence.ToLowerInvariant()) is { Success: true } first && Changes.Contains(first.Value))
            return false;
        if (Counted(sentence, asker) is not { Length: > 0 } counted)
            return false;
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        // Whom it is for is no word of a part.
        return await FitAsync(scope, counted, cancellationToken)
            || (await CustomerInPassing.FindAsync(scope, sentence, cancellationToken) is { } named && await FitAsync(scope, Counted(named.Others, asker), cancellationToken));
    }

    // Freight that is asked for beside the parts says nothing against them.
    private static RequestLine[] Counted(string text, Asker asker) => [.. ReadRequestText.Of(text, asker.Today).Lines.Where(l => l.Quantity is > 0 && !Terms.IsCharge(l.Wording))];

    private static async Task<bool> FitAsync(TenantScope scope, RequestLine[] counted, CancellationToken cancellationToken)
    {
        return counted.Length > 0 && (await MatchLines.RunAsync(scope, counted, null, cancellationToken)).All(m => m.Candidates.Any(c => c.Fits));
    }

    /// <summary>After a quote was shown: "make the bolts 750", "margin?".</summary>
    public async ValueTask<string?> FollowUpAsync(Asker asker, string sentence, bool alone, CancellationToken cancellationToken)
    {
        if (!alone)
            return null;
        if (AsksMore(sentence))
            return "quotes_show";
        if (CancelIt().IsMatch(sentence))
            return "quotes_close";
        var edits = ReadEdits.Of(sentence, asker.Today);
        if (edits.Count == 0)
            return null;
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await EditQuote.FindAsync(scope, QuoteNumber.In(sentence), asker, cancellationToken) is not { } quote)
            return null;
        var content = (await QuoteStore.VersionsAsync(scope, quote.QuoteId, 1, cancellationToken))[^1].Content;
        return edits.All(e => e.MeansOf(content)) ? "quotes_edit" : null;
    }

    // "And the margin?", "status now": nothing but what is asked of the quote, and words that say nothing.
    private static bool AsksMore(string sentence)
    {
        var words = Word().Matches(sentence.ToLowerInvariant()).Select(m => m.Value).ToArray();
        return (words.Any(Asked.Contains) || (words.Contains("show") && words.Contains("it"))) && words.All(w => Asked.Contains(w) || Around.Contains(w));
    }

    private static readonly string[] Changes = ["make", "set", "change", "increase", "reduce", "raise", "update", "drop", "remove", "delete"];

    private static readonly string[] Asked = ["margin", "total", "status", "state", "sum", "worth"];

    private static readonly string[] Around =
    [
        "and", "ok", "so", "what", "whats", "how", "hows", "is", "are", "s", "the", "my", "our", "its", "it", "about", "much", "show", "give", "tell", "me", "on", "of", "for", "this", "that", "quote", "we",
        "at", "now", "again", "please", "pls", "far", "price",
    ];

    [GeneratedRegex(@"^\W*(?:(?:ok|please|actually|sorry)\W+)*cancel\s+(?:it|this|that)\s*(?:please)?[.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex CancelIt();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
