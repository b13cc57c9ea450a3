using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>Cuts a line of text into the things it asks for, each with its quantity.</summary>
internal static partial class Segments
{
    public static IEnumerable<(string Wording, Quantity? Quantity)> Of(string line)
    {
        foreach (var piece in line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Headed(piece) is { Count: > 1 } headed)
            {
                foreach (var one in headed)
                    yield return one;
                continue;
            }

            var quantities = WithoutSizes(piece, Quantities.In(piece));
            if (quantities.Count <= 1)
            {
                foreach (var one in Single(piece, quantities.Count == 1 ? quantities[0] : null))
                    yield return one;
                continue;
            }

            foreach (var (from, to, quantity) in Cuts(piece, quantities))
            {
                foreach (var one in Single(piece[from..to], quantity with { Start = quantity.Start - from, End = quantity.End - from }))
                    yield return one;
            }
        }
    }

    /// <summary>"10 pcs roller chain 10B-1, 5 m": where quantities stand before their things, one with nothing behind it is a size of the thing.</summary>
    private static IReadOnlyList<Quantity> WithoutSizes(string piece, IReadOnlyList<Quantity> quantities) =>
        quantities.Count > 1 && quantities[^1] is { Strength: < Quantities.Certain } last && ReadFeatures.Of(Clean(piece[..quantities[0].Start])).All(f => f.IsWeak)
            && ReadFeatures.Of(Clean(piece[quantities[0].End..quantities[1].Start])).Any(f => !f.IsWeak) && ReadFeatures.Of(Clean(piece[last.End..])).All(f => f.IsWeak)
            ? [.. quantities.Take(quantities.Count - 1)] : quantities;

    /// <summary>"Cutting rings: 8L 200, 10L 300": a name, then sizes with their quantities.</summary>
    private static List<(string Wording, Quantity? Quantity)> Headed(string piece)
    {
        var read = new List<(string, Quantity?)>();
        if (Heading().Match(piece) is not { Success: true } match || Clean(match.Groups["head"].Value) is not { Length: > 0 } head || Quantities.In(head).Any(q => q.Strength > 1) || ReadFeatures.Of(head).All(f => f.IsWeak))
            return read;
        foreach (var item in ListEnd().Split(match.Groups["items"].Value).Select(i => i.Trim()).Where(i => i.Length > 0))
        {
            if (SizeAndCount().Match(item) is not { Success: true } one || Quantities.Count(one.Groups["n"].Value) is not { } count)
                return [];
            read.Add(($"{head} {one.Groups["what"].Value.Trim()}", new(0, 0, count, Quantities.UnitOf(one.Groups["u"].Value), 5, false, [])));
        }

        return read;
    }

    private static IEnumerable<(int From, int To, Quantity Quantity)> Cuts(string piece, IReadOnlyList<Quantity> quantities)
    {
        var leads = ReadFeatures.Of(Clean(piece[..quantities[0].Start])).All(f => f.IsWeak);
        var from = 0;
        for (var i = 0; i < quantities.Count; i++)
        {
            var to = piece.Length;
            if (i + 1 < quantities.Count)
            {
                var between = Separator().Matches(piece[quantities[i].End..quantities[i + 1].Start]);
                // Quantities that stand before their things end at the last comma, those behind them at the first one.
                to = between.Count == 0
                    ? (leads ? quantities[i + 1].Start : quantities[i].End)
                    : quantities[i].End + (leads ? between[^1] : between[0]).Index;
            }

            yield return (from, to, quantities[i]);
            from = to;
        }
    }

    private static IEnumerable<(string Wording, Quantity? Quantity)> Single(string text, Quantity? quantity)
    {
        var each = false;
        if (quantity is not null)
        {
            each = Each().IsMatch(text);
            var (before, behind) = (text[..quantity.Start], text[Math.Min(quantity.End, text.Length)..]);
            // "Black wire, need 3" and "wire, we need 3 in black" have their thing in front.
            var isTalk = ReadFeatures.Of(behind).Any(f => !f.IsWeak) && !ReadFeatures.Of(before).Any(f => f.IsHard || f.Class is not (WordClass.Plain or WordClass.Weak));
            text = (isTalk || ForOurs().IsMatch(before) ? Wanting().Replace(before, " ") : before) + " , " + behind;
        }

        text = Each().Replace(text, " ");
        var parts = each ? List().Split(text).Select(Clean).Where(p => ReadFeatures.Of(p).Count > 0).ToArray() : [];
        if (parts.Length < 2 || !parts.Any(p => ReadFeatures.Of(p).Any(f => f.IsHard || f.Class == WordClass.Colour)))
            parts = [Clean(text)];
        foreach (var part in parts)
            yield return (part, quantity);
    }

    private static string Clean(string text)
    {
        var clean = Edges().Replace(text, "");
        clean = Commas().Replace(clean, ", ");
        return Spaces().Replace(clean, " ").Trim(' ', ',', ';', ':', '-', '.', '?', '!', '&');
    }

    [GeneratedRegex(@"\s*(?:,\s*(?:and|plus|also)\b|,(?!\d)|\band\b|\bplus\b|&|\bas well as\b|\bund\b|\bsowie\b|\bet\b|\by\b(?=\s+\d|\s*$)|\+\s|\.\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\b(?:each|ea\b\.?|of each|per (?:colou?r|size|type)|jeweils|je)(?=\W|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Each();

    // "Hello all, we urgently need": what is wanted stands behind it.
    [GeneratedRegex(@"^.*\b(?:need|require|want|make it|make that|like to order|looking for|brauchen|brauche|braeuchten?|benoetigen|suchen|bestellen|avons besoin de|cherchons|souhaitons)\b(?:\s+(?:also|urgently|about|some|kurzfristig|dringend|noch|zusaetzlich|heute|aussi|encore|wir|ich))*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Wanting();

    // "For our panel we need": what it is for is no word of the part.
    [GeneratedRegex(@"^\W*(?:(?:" + Greeting + @")\W+)?(?:for|fuer|pour)\s+(?:our|the|this|an?|unser\w*|die|den|das|notre|nos)\b[^,;:]*\b(?:need|require|want|brauchen|benoetigen|avons besoin de)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ForOurs();

    [GeneratedRegex(@"\s*(?:,\s*(?:and|or)?\s|\band\b|&|\s/\s)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex List();

    private const string Greeting = @"hi(?!\s*-?\s*vi[sz]\b)|hey|hei|hej|hola|ciao|moin|servus|salut|buenos dias|buenas|hello|dear \w+";
    private const string Asking = @"(?<=')(?:d|ll|ve)|please|pls|plz|kindly|q(?:uo|ou)te(?: for| request)?|can|could|you|we|i|need|needs|want|require|send|offer|us|me|your|best|price|prices|pricing|on|for|how much|is|are|would|like|also|and|plus|the|some|of|part (?:no|number)\.?|order|to|a|quotation|request|rfq|give|get|an|our|add|include";
    private const string AskingElsewhere = @"hallo|guten tag|bonjour|bitten?|um|ihre?[ns]?|angebot|anfrage|wir|brauchen|benoetigen|merci|nous|faire|une|offre|pour|les|des|de|chiffrer|svp|und|et|sowie|zusaetzlich|ausserdem|ferner|fuer|ueber|prix|preis|auch|anbei|bedarf|y(?=\s+,)|necesitamos|necesito|precisamos|queremos|por favor|abbiamo bisogno di|vorremmo";

    [GeneratedRegex(@"^(?:\W*\b(?:" + Greeting + "|" + Asking + "|" + AskingElsewhere + @")\b)+[\s:,.]*", RegexOptions.IgnoreCase)]
    private static partial Regex Edges();

    [GeneratedRegex(@"^(?<head>[^:;]{3,60}):\s*(?<items>\S.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@",(?:\s+(?:and\s+)?|$)|\s+(?:and|und|et)\s+")]
    private static partial Regex ListEnd();

    [GeneratedRegex(@"^(?!\d+\s*(?:x|pcs|pieces|off|stk)\b)(?<what>(?:(?:size|gr\.?|groesse|taille|no\.?)\s+)?(?=\S*\d)\S.*?)\s*(?:\s[-:=x]\s*|:\s*|\s\(?)(?<n>\d{1,3}(?:[.,]\d{3})+|\d+)\s*(?<u>pcs|pieces|off|ea|stk|m|packs?|boxes)?\.?\)?$", RegexOptions.IgnoreCase)]
    private static partial Regex SizeAndCount();

    [GeneratedRegex(@"(?:\s*,(?!(?<=\d,)\d)\s*)+")]
    private static partial Regex Commas();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();
}
