using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>Takes out of a line what is said of its delivery, packing and papers, so that no word or number of it is read as the part's. What is taken out is
/// kept as the buyer's remark. A clause that may say what the part is ("must be A2") stays where it is.</summary>
internal static partial class Remarks
{
    public static string Take(string line, List<string> remarks)
    {
        var rest = Wish().Replace(line, match => match.Groups["what"].Value + " " + Keep(match.Groups["rest"].Value, remarks));
        rest = Always().Replace(rest, match => Keep(match.Value, remarks));
        rest = Aside().Replace(rest, match => IsTalk(match.Groups["text"].Value) ? Keep(match.Groups["text"].Value, remarks) : match.Value);
        return Clause().Replace(rest, match => IsTalk(match.Groups["text"].Value) ? Keep(match.Groups["text"].Value, remarks) : match.Value);
    }

    /// <summary>"3 boxes (box of 100)": how many are in one, where the buyer says so.</summary>
    public static string TakePackSize(string line, out decimal? size)
    {
        size = null;
        var match = PackSize().Match(line);
        if (!match.Success)
            return line;
        size = decimal.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
        return line.Remove(match.Index, match.Length).Insert(match.Index, match.Groups["of"].Success && Counted().IsMatch(line[..match.Index]) ? " " + match.Groups["pack"].Value + " " : " ");
    }

    // "10 boxes of 100": the word counts, and goes on doing so without the size.
    [GeneratedRegex(@"\d\s*$")]
    private static partial Regex Counted();

    // Permission to offer another thing as well asks for none; otherwise nothing may be in it that tells parts apart.
    internal static bool IsTalk(string text) => Permission().IsMatch(text)
        || (Cue().IsMatch(text) && !ReadFeatures.Of(text).Any(f => f.IsHard || f.Class is WordClass.Colour or WordClass.Material or WordClass.Finish or WordClass.Product or WordClass.Defining));

    private static string Keep(string text, List<string> remarks)
    {
        if (text.Trim(' ', ',', '-', '(', ')', '.', ';', ':', '!') is { Length: > 2 } clean)
            remarks.Add(clean);
        return " ";
    }

    // Not over a quantity that stands behind it.
    private const string ToCount = @"(?:(?!,\s*\d+\s*(?:pcs|pieces|off|stk|ea)\b)[^.;)])*";

    [GeneratedRegex(@"(?:[-,(]\s*)?\b(?<what>(?!(?:is|be|are|if|or|and|the|would|only)\b)[a-z]{3,})(?<rest>\s+(?:preferably|preferred|would be preferred)\b" + ToCount + @")", RegexOptions.IgnoreCase)]
    private static partial Regex Wish();

    private const string ToDrawing = @"(?:to|as per|per|acc\.? to|according to|see)\s+(?:our\s+)?(?:drawing|dwg|sketch)\b\.?(?:\s*(?:no|nr)\.?)?(?:\s+(?=[\w/.-]*\d)[\w/.-]+)?(?:\s+rev\.?\s*\w+)?";
    private const string Please = @"please\s+(?:mark|label|pack|wrap|confirm|note|advise|state|specify|deliver|call|deburr)\b" + ToCount;
    private const string Certificate = @"(?:all\s+)?(?:with|incl(?:uding|\.)?)\s+(?:en\s*10204\s*[-/]?\s*)?[23]\.[12]\s*(?:cert\w*|zeugnis|material)?";
    private const string WhereTo = @"deliver(?:ed)?\s+to\s+(?:gate|dock|door|hall|building|site|ramp|warehouse|plant)\b[^.;,)]*";
    private const string InParts = @"(?:partial|part)\s+(?:deliver(?:y|ies)|shipments?)\b[^.;,)]*";
    private const string CallUs = @"call\s+(?:me|us)\b[^.;]*";
    private const string Spares = @"(?:\d+\s+)?(?:as\s+)?spares?\s+(?:per|for|each)\b[^.;,)]*";
    private const string IfPossible = @"if\s+(?:possible|available|in stock)\b";
    private const string InOne = @"in\s+(?:one|1)\s+(?:length|piece|coil)\b";
    private const string OneThing = @"(?:1|2|an?|small|last)\s+(?:small\s+|more\s+)?(?:corrections?|changes?|questions?|things?|updates?|remarks?)\b\s*:?";
    private const string QuickOne = @"quick\s+(?:one|1|question)\b:?";

    [GeneratedRegex(@"(?:[-,(]\s*)?\b(?:" + ToDrawing + "|" + Please + "|" + Certificate + "|" + WhereTo + "|" + InParts + "|" + CallUs + "|" + Spares + "|" + IfPossible + "|" + InOne + "|" + QuickOne + "|" + OneThing + @")\)?", RegexOptions.IgnoreCase)]
    private static partial Regex Always();

    [GeneratedRegex(@"\((?<text>[^()]{3,120})\)")]
    private static partial Regex Aside();

    [GeneratedRegex(@"\s-\s+(?<text>[^,;]{3,160})$")]
    private static partial Regex Clause();

    [GeneratedRegex(@"\b(?:ok|okay|fine|acceptable|accepted|possible|welcome)(?:\s+(?:too|as well|also))?\s*$|\b(?:is|are|would be|can be)\s+(?:also\s+)?(?:ok|okay|fine|acceptable)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Permission();

    [GeneratedRegex(@"\b(?:please|deliver\w*|marked|marking|drawing|certificate|spares?|urgent|asap|stock|gate|attn|packed|labell?ed|call|phone|thanks|remark|note|budget|forecast|annual|yearly|optional)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cue();

    private const string BoxOf = @"(?<pack>box|pack|packet|bag|carton|boxes|packs|packets|bags|cartons)\s+(?<of>of|a|je|zu)\s+(?<n>\d{2,5})";
    private const string ManyPerBox = @"(?<n>\d{2,5})\s*(?:pcs|pieces|stk|ea)?\s*(?:per|/|a|je|pro)\s*(?:box|pack|packet|bag|carton|ve)";

    [GeneratedRegex(@"\(?\s*\b(?:" + BoxOf + "|" + ManyPerBox + @")(?!\s*[x*.,]?\d)\s*(?:pcs|pieces|stk)?\b\s*\)?", RegexOptions.IgnoreCase)]
    private static partial Regex PackSize();
}
