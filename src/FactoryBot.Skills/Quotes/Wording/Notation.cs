using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>Signs of the trade that are written in many ways, in one: mm², 24VDC, g/m², IG/AG, "no dust lip".</summary>
internal static partial class Notation
{
    // Nearly no text holds one, and looking for all of them at once is far cheaper than the patterns.
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        ["mm2", "mm^2", "qmm", "sq", "vdc", "vac", "v dc", "v ac", "g/m2", "g/qm", "no ", "w/o", "f/", "/f", "m/", "/m", "ig/", "/ig", "ag/", "/ag", "female", "fxf", "mxf", "fxm", "single", "double", "triple", "twin", "shore", "not ", "/380", "/400", "/415", "/220", "/230", "/240", "/690"],
        StringComparison.OrdinalIgnoreCase);

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Signs))
            return text;
        var read = Area().Replace(text, "$1 sqmm");
        read = Weight().Replace(read, "$1 gsm");
        read = Mains().Replace(Tension().Replace(read, "$1 v $2"), OneNet);
        read = Hardness().Replace(read, "$1 shore$2");
        read = Lacking().Replace(read, "without ");
        read = Counted().Replace(read, m => m.Groups["n"].Value[0] is 's' or 'S' ? "1 " : m.Groups["n"].Value[..2].Equals("tr", StringComparison.OrdinalIgnoreCase) ? "3 " : "2 ");
        return Ends().Replace(read, m => (IsFemale(m.Groups["a"].Value), IsFemale(m.Groups["b"].Value)) switch
        {
            (true, true) => "female femalefemale",
            (false, false) => "male malemale",
            _ => "male female malefemale",
        });
    }

    /// <summary>"415/400 V" are two names of one net; 230/400 V are two voltages, for both of which the thing is made.</summary>
    private static string OneNet(Match pair)
    {
        var (first, second) = (int.Parse(pair.Groups["a"].Value, CultureInfo.InvariantCulture), int.Parse(pair.Groups["b"].Value, CultureInfo.InvariantCulture));
        if (10 * Math.Abs(first - second) > Math.Max(first, second))
            return $"{first} v {second} v";
        return $"{(first is 230 or 400 ? first : second)} v";
    }

    private static bool IsFemale(string end) => end[0] is 'f' or 'F' or 'i' or 'I';

    [GeneratedRegex(@"(\d)\s*(?:mm2|mm\^2|qmm|sq\.?\s?mm|mm\s?sq)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Area();

    [GeneratedRegex(@"(\d)\s*(?:g/m2|g/qm|gsm|g/sqm)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Weight();

    [GeneratedRegex(@"(\d)\s*v\s*(dc|ac)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Tension();

    [GeneratedRegex(@"(?<![\d.,/-])(?<a>[1-6]\d{2})\s*v?\s*/\s*(?<b>[1-6]\d{2})\s*v(?:olts?|ac)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Mains();

    // "92 Shore A"; "92 ShA" is a unit already.
    [GeneratedRegex(@"(\d)\s*(?:deg\s*)?shore\s*-?\s*([ad])\b", RegexOptions.IgnoreCase)]
    private static partial Regex Hardness();

    // In small letters: "PNP, NO, 5 m" is normally open. "Part no abc" and "1 no contact" lack nothing.
    [GeneratedRegex(@"(?<!\d\s)(?<!(?:part|item|article|drawing|order|position)\s)\bno (?=[a-z]{3,}\b)|\bnot (?=[A-Z][A-Z0-9]{1,5}\b)|\bw/o\b\s?")]
    private static partial Regex Lacking();

    [GeneratedRegex(@"\b(?<n>single|double|twin|triple)[\s-](?=(?:pole|core|row|flute|phase|wall|walled|ply|throw)s?\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Counted();

    private const string End = "female|fem|f|ig|male|m|ag";

    [GeneratedRegex($@"(?<![\w/])(?<a>{End})\s?(?:/|x|-)\s?(?<b>{End})(?![\w/])|(?<![\w/])(?<a>f|m)x(?<b>f|m)(?![\w/])", RegexOptions.IgnoreCase)]
    private static partial Regex Ends();
}
