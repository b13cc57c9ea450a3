using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>What a request says of the offer itself rather than of parts: what it is to contain, payment, where to send it, and charges such as freight.</summary>
internal static partial class Terms
{
    /// <summary>Takes the rows out that list what the offer is to contain ("Please provide:") and those of terms ("Payment terms: net 30").</summary>
    public static List<string> Take(List<string> rows)
    {
        var rest = new List<string>();
        var listed = false;
        foreach (var row in rows)
        {
            if (Contents().IsMatch(row))
            {
                listed = true;
                continue;
            }

            // The list ends with its bullets.
            listed &= row.Trim().Length > 0 && ListItem().IsMatch(row);
            if (!listed && !Term().IsMatch(row))
                rest.Add(row);
        }

        return rest;
    }

    /// <summary>"Packing and forwarding charges", "Fracht", "Werkszeugnis 2.2": every word of it names something that is done or written beside the goods.</summary>
    public static bool IsCharge(string wording)
    {
        var words = Word().Matches(wording).Select(m => m.Value.ToLowerInvariant()).Where(w => !Lexicon.IsTalk(w)).ToArray();
        return words.Any(Charges().IsMatch) && words.All(w => Charges().IsMatch(w) || BesideCharges().IsMatch(w));
    }

    private const string Ask = @"(?:please|kindly|bitte|pls|could you|can you|we (?:also )?need you to|your (?:offer|quote|quotation) (?:should|must|shall))";

    [GeneratedRegex(@"^\W*(?:also\s+)?" + Ask + @"\s+(?:also\s+)?(?:provide|include|state|advise|confirm|mention|specify|indicate)\b[^:\d]{0,60}:\s*$|\b(?:quote|quotation|offer)\s+(?:that|which)\s+(?:includes?|contains?|states?)\s*:\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Contents();

    [GeneratedRegex(@"^\s*(?:[-*+•]|\(?\w{1,2}[.)])\s*")]
    private static partial Regex ListItem();

    private const string Delivered = @"(?:delivery|shipping|ship|billing|invoice)\s*(?:charges?|costs?|address|location|terms?|point|method)";
    private const string Offered = @"(?:(?:quote|quotation|offer|bid|price)\s+)?(?:validity|valid until|deadline)|(?:closing|due|submission)\s+date|bid\s+date";

    [GeneratedRegex(@"^[\s>*•-]*(?:payment(?:\s+(?:terms?|conditions?))?|zahlungsbedingungen?|zahlungsziel|inco\s?terms?|contact(?:\s+person)?|phone|tel|telephone|mobile|fax|e-?mail|warranty|lieferadresse|lieferanschrift|angebotsfrist|" + Delivered + "|" + Offered + @")\b[^:]{0,20}:", RegexOptions.IgnoreCase)]
    private static partial Regex Term();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Word();

    [GeneratedRegex("^(?:freight|shipping|shipment|postage|packing|packaging|forwarding|handling|insurance|courier|carriage|setup|set-up|tooling|certificates?|certification|certs?|fracht(?:kosten)?|versand(?:kosten)?|porto|verpackung(?:skosten)?|versicherung|zertifikate?|(?:werks|pruef|abnahmepruef|material)?zeugnis(?:se)?|port|emballage|transport|installation|commissioning|montage|inbetriebnahme|calibration|training)$")]
    private static partial Regex Charges();

    [GeneratedRegex("^(?:charges?|costs?|fees?|lump|sum|psch|pauschal|lot|ls|extra|material|mill|test|conformity|conformance|origin|export|standard|nach|gemaess|acc|according|en|iso|din|incl|including|and|frei|haus|kosten|surcharge|frais|air|sea|road|service)$")]
    private static partial Regex BesideCharges();
}
