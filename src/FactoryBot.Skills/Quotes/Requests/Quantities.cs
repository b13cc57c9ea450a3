using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>A quantity in a text.</summary>
/// <param name="Strength">How surely it is one: 5 is "qty 40", 1 a number that stands at the end.</param>
/// <param name="Opens">It begins a new thing: "and 50 washers".</param>
/// <param name="Called">What it counts, where that may be said of the part: the bag of "500 bags 200x300".</param>
internal sealed record Quantity(int Start, int End, decimal Value, string Unit, int Strength, bool Opens, IReadOnlyList<decimal> Breaks, string Called = "");

/// <summary>Finds quantities: "qty 1,000", "500 off", "2x100 pcs", "100/500/1000", "x 300", "10 of", "need 4 motors", "DIP, 100".</summary>
internal static partial class Quantities
{
    public const string Pieces = "pcs";

    /// <summary>Two pieces, or one of what is sold by the pair.</summary>
    public const string Pair = "pair";

    public const int Certain = 4;

    private const string Num = @"(?<![\w.,/#""-])(?<n>\d{1,3}(?:[.,']\d{3})+(?![\d])|\d+(?:[.,]\d+)?)";

    /// <summary>"10k pcs" are ten thousand; "10k resistors" are a value.</summary>
    private const string NumK = Num + @"(?<k>k(?=[\s,;]|$))?";
    private const string ForeignUnit = Containers.Words + "|stangen?|tafeln?|bund|paare?|rollen?|packung(?:en)?|kartons?|schachteln?|beutel|unites?|rouleaux?|bobines?|paires?|boites?|paquets?|sachets?";
    private const string Unit = @"(?<u>" + ForeignUnit + "|pcs|pc|pces?|pieces?|off|ea|each|units?|nos?|stk|stueck|(?<=\\d\\s+)st|sets?|packs?|packets?|pkts?|pkgs?|packages?|boxes|box|bags?|cartons?|rolls?|spools?|reels?|coils?|pairs?|dozen|dz)\\b\\.?";
    private const string MeasureWords = @"mm|cm|m|in|inch|inches|ft|foot|feet|v|volts?|a|amps?|ma|w|watts?|kw|k|ohms?|kohm|uf|nf|pf|hz|khz|mhz|rpm|awg|gauge|ga|p|pins?|poles?|ways?|pos|positions?|holes?|teeth|tooth|bar|psi|kg|g|lbs?|oz|deg|x|series|percent|weeks?|days?|months?|side|post|bit|degrees?|phases?|zaehne|shore|sh[ad]?|walls?|ply|flutes?|grooves?|cores?|row|rows|contacts?|mil|micron|nm|hp|t";

    /// <summary>All quantities of a text, without those that a surer one makes unlikely.</summary>
    public static IReadOnlyList<Quantity> In(string text)
    {
        var found = new List<Quantity>();
        foreach (Match m in Labelled().Matches(text))
            Add(found, m, 5);
        foreach (Match m in Breaks().Matches(text))
            AddBreaks(found, m);
        foreach (Match m in Product().Matches(text))
            Add(found, m, 5, times: Value(m.Groups["m"].Value));
        foreach (Match m in BareProduct().Matches(text))
            Add(found, m, 3, opens: true, times: Value(m.Groups["m"].Value));
        foreach (Match m in WithUnit().Matches(text))
            Add(found, m, m.Groups["u"].Value.StartsWith("no", StringComparison.OrdinalIgnoreCase) ? 3 : Certain);
        foreach (Match m in Lengths().Matches(text))
            Add(found, m, 3, opens: true, times: m.Groups["m"].Success ? Value(m.Groups["m"].Value) : 1);
        // Behind a part's number it is no size.
        foreach (Match m in NumberTimes().Matches(text))
            Add(found, m, Certain);
        foreach (Match m in Bracketed().Matches(text))
            Add(found, m, 3);
        foreach (Match m in TimesBehind().Matches(text))
            Add(found, m, 3);
        foreach (Match m in TimesBefore().Matches(text))
            Add(found, m, 3, opens: true);
        foreach (Match m in Of().Matches(text))
            Add(found, m, 3, opens: true);
        foreach (Match m in ChangedTo().Matches(text))
            Add(found, m, Certain);
        foreach (Match m in Asked().Matches(text).Where(m => !IsSizeOfWhatItIsFor(text, m)))
            Add(found, m, 2, opens: true);
        foreach (Match m in Leading().Matches(text))
            Add(found, m, 2, opens: true);
        foreach (Match m in Trailing().Matches(text))
            Add(found, m, 2);
        if (found.Count == 0 && LastNumber().Match(text) is { Success: true } last)
            Add(found, last, 1);
        if (found.Count == 0 && Measured().Match(text) is { Success: true } measured)
            Add(found, measured, 1);
        // "555 timers, 100": of a number at either end, the one behind the comma is the quantity.
        if (found.Exists(q => q is { Strength: 2, Opens: false }))
            found.RemoveAll(q => q is { Strength: 2, Opens: true, Start: 0 });
        // "20 l hydraulic oil, 2 canisters": what is in one of them is a size.
        if (found.Exists(q => q is { Called.Length: > 0, Strength: >= Certain }))
            found.RemoveAll(q => q is { Unit: "l" or "kg", Strength: < Certain });
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found.Exists(q => q.Strength >= Certain) ? [.. found.Where(q => q.Strength >= Certain || (q.Opens && q.Start > 0))] : found;
    }

    /// <summary>A count in a table's cell: 1.000 are a thousand there. Null where it is none.</summary>
    public static decimal? Count(string text) => Value(text.TrimEnd('.', ',', '\'')) is > 0 and var value ? value : null;

    /// <summary>A word for a unit in its one spelling.</summary>
    public static string UnitOf(string word) => word.ToLowerInvariant().TrimEnd('.') switch
    {
        "pack" or "packs" or "packet" or "packets" or "pkt" or "pkts" or "pkg" or "pkgs" or "package" or "packages" or "box" or "boxes" or "bag" or "bags" or "carton" or "cartons" => "pack",
        "packung" or "packungen" or "karton" or "kartons" or "schachtel" or "schachteln" or "beutel" or "boite" or "boites" or "paquet" or "paquets" or "sachet" or "sachets" => "pack",
        "rolle" or "rollen" or "rouleau" or "rouleaux" or "bobine" or "bobines" or "roll" or "rolls" or "spool" or "spools" or "reel" or "reels" or "coil" or "coils" => "roll",
        "pair" or "pairs" or "paar" or "paare" or "paire" or "paires" => Pair,
        "set" or "sets" => "set",
        "m" or "meter" or "meters" or "metre" or "metres" or "mtr" or "mtrs" or "lfm" => "m",
        "ft" or "feet" or "foot" => "ft",
        "kg" or "kgs" or "kilos" => "kg",
        "lb" or "lbs" => "lb",
        "l" or "liter" or "liters" or "litre" or "litres" => "l",
        _ => Pieces,
    };

    private static void Add(List<Quantity> found, Match match, int strength, bool opens = false, decimal times = 1)
    {
        var number = match.Groups["n"];
        var value = Value(number.Value) * times * (match.Groups["k"].Success ? 1000 : 1);
        var word = match.Groups["u"].Success ? match.Groups["u"].Value.ToLowerInvariant() : "";
        value *= word is "dozen" or "dz" ? 12 : 1;
        var unit = UnitOf(word);
        // A part of a piece is no quantity, a part of a metre is.
        if (value <= 0 || value > 1_000_000_000 || (value != decimal.Truncate(value) && unit is Pieces or Pair or "pack" or "roll" or "set"))
            return;
        var start = match.Groups["lead"].Success ? match.Groups["lead"].Index + match.Groups["lead"].Length : match.Index;
        Keep(found, new(start, match.Index + match.Length, value, unit, strength, opens, [], match.Groups["of"].Success ? "" : Containers.NameOf(word)));
    }

    /// <summary>"Clamps for 125 duct": behind a thing, "for" begins what it is for.</summary>
    private static bool IsSizeOfWhatItIsFor(string text, Match asked)
    {
        var lead = asked.Groups["lead"].Value.TrimStart();
        return (lead.StartsWith("for ", StringComparison.OrdinalIgnoreCase) || lead.StartsWith("fuer ", StringComparison.OrdinalIgnoreCase)) && asked.Index > 0
            && !JoinedAtEnd().IsMatch(text[..asked.Index]) && ReadFeatures.Of(text[..asked.Index]).Any(f => f is { Class: WordClass.Product, IsAbsent: false });
    }

    [GeneratedRegex(@"(?:[,;]|\b(?:and|und|plus))\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex JoinedAtEnd();

    private static void AddBreaks(List<Quantity> found, Match match)
    {
        var values = match.Groups["n"].Captures.Select(c => Value(c.Value)).ToArray();
        if (values.Length < 2 || values.Any(v => v < 5) || values.Zip(values.Skip(1)).Any(p => p.First >= p.Second))
            return;
        Keep(found, new(match.Index, match.Index + match.Length, values[0], Pieces, 5, false, values[1..]));
    }

    private static void Keep(List<Quantity> found, Quantity quantity)
    {
        if (!found.Exists(q => q.Start < quantity.End && quantity.Start < q.End))
            found.Add(quantity);
    }

    private static decimal Value(string text) => Lexeme.Parse(Thousands().IsMatch(text) ? text.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal) : text);

    [GeneratedRegex(@"^\d{1,3}(?:[.,']\d{3})+$")]
    private static partial Regex Thousands();

    [GeneratedRegex($@"\b(?:qty|quantity|quantities|menge|anzahl|amount|(?:pcs|pieces|stk|stueck|units)(?=\s*[:=]))\s*(?:of|is|needed|required|to)?\s*[:=.]?\s*{NumK}(?:\s*{Unit})?(?!\d*\s*[/|]\s*\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?:\b(?:qty|quantity|quantities|menge)\s*[:=.]?\s*)?(?<![\w.,/#""-])(?<n>\d{1,3}(?:[.,]\d{3})+|\d+)(?:\s*[/|]\s*(?<n>\d{1,3}(?:[.,]\d{3})+|\d+)(?![\w""-]))+(?:\s*(?:pcs|pieces|off|ea|units|stk|stueck)\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    [GeneratedRegex($@"{Num}\s*x\s*(?<m>\d+)\s*{Unit}", RegexOptions.IgnoreCase)]
    private static partial Regex Product();

    // "2x100 washers M8": what has a size or a number of its own has no other one in front.
    [GeneratedRegex($@"^\s*{Num}\s*x\s*(?<m>\d+)(?=\s+[a-z]{{3,}}\b[^,;]*(?:\bm\d{{1,2}}\b|\b\d{{4,}}))", RegexOptions.IgnoreCase)]
    private static partial Regex BareProduct();

    // "150 m hydraulic hose", "2 x 100 m cable": goods that are sold by length or weight. What goes on with a dimension is a size.
    [GeneratedRegex($@"(?:^|(?<=(?:[;:,+&]|\b(?:to|and|plus|quote|need|needs|want|require|order|of|also|another|add|bitte|please|pls|und|sowie|et|pour|ueber|fuer|for|brauchen|benoetigen))\s))\s*{Num}(?:\s*x\s*(?<m>\d+))?\s*(?<u>m|mtrs?|met(?:er|re)s?|lfm|kgs?|ft|feet|lit(?:er|re)s?|ltrs?)\b(?!\s*(?:[x*/]|\(?(?:long|length|lang|wide|dia|high|cable assembly)\b))(?=\s+(?:of\s+|de\s+)?[a-z0-9]|\s*[.!]?\s*$)", RegexOptions.IgnoreCase)]
    private static partial Regex Lengths();

    // "3 boxes of the small ones" are of something else.
    [GeneratedRegex($@"{NumK}\s*-?\s*(?:x\s+(?=(?:boxes|box|packs?|packets?|bags?|cartons?|rolls?|reels?|pairs?|dozen|sets?|kartons?|rollen?)\b))?{Unit}(?=(?<of>\s+(?:of|with|a|mit|zu|je|de)\b)?)", RegexOptions.IgnoreCase)]
    private static partial Regex WithUnit();

    // "oil filter 3/4-16 UNF (4), wiper blades 600 mm (6)".
    [GeneratedRegex(@"(?<=[\w""%]\s*)\(\s*(?:x\s*)?(?<n>\d{1,5})\s*(?:x|pcs|pieces|off|ea|stk)?\s*\)(?=\s*(?:[,;.]|$|and\b|und\b|et\b))", RegexOptions.IgnoreCase)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<=(?:[a-z]{2,}|[a-z0-9-]{6,}|""|\))\s*)\b?x\s*(?<n>\d{1,3}(?:[.,]\d{3})+|\d+)\b(?=\s*(?:$|[,;.)]|and\b|&|plus\b))", RegexOptions.IgnoreCase)]
    private static partial Regex TimesBehind();

    [GeneratedRegex(@"(?<=(?:^|[\s,;:(])(?!(?:m|g|dn|pn|nw|pg|sw)\d)(?=[a-z0-9-]*[a-z])(?=[a-z0-9-]*\d)[a-z0-9]+(?:-[a-z0-9]+)+\s*)\bx\s*(?<n>\d{1,3}(?:[.,]\d{3})+|\d+)\b(?=\s*(?:$|[,;.)]|and\b|und\b|et\b|&|plus\b))", RegexOptions.IgnoreCase)]
    private static partial Regex NumberTimes();

    [GeneratedRegex($@"{Num}\s*x(?![\w])(?!\s*(?!\d{{3,}}[-/]\d{{3,}}\b|\d{{6,}}\b)[\d.#])", RegexOptions.IgnoreCase)]
    private static partial Regex TimesBefore();

    // "One of our presses is down" asks for none.
    [GeneratedRegex($@"{NumK}\s+of\b(?!\s+(?:our|my|your|their|its)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Of();

    [GeneratedRegex($@"(?<lead>\b(?:need|needs|want|require|order|quote|send|for|buy|supply|add|include|about|approx\.?|around|plus|and|also|another|to|make it|make that|make|brauchen|brauche|braeuchten?|benoetigen|suchen|bestellen|bitte|und|sowie|zusaetzlich|ausserdem|et|y|pour|necesitamos|necesito|precisamos|queremos|vorremmo|ueber|fuer|price on|prices on|quote on)\s+(?:(?:us|me|wir|ich)\s+)?(?:(?:only|just|nur|auch|also|urgently|kurzfristig|dringend|noch|zusaetzlich|heute|encore|aussi)\s+)*){Num}(?=\s+(?!(?:{MeasureWords})\b(?!-[a-z]{{3}}))(?:[a-z]{{2,}}|[a-z]\d|[a-z]-[a-z]{{3}}))", RegexOptions.IgnoreCase)]
    private static partial Regex Asked();

    // "Change line 1 to 40", "die Menge auf 30 erhoehen".
    [GeneratedRegex(@"(?:\b(?:change|increase|reduce|raise|lower|amend|update|correct|set)\b[^\d]*(?:\b(?:line|item|pos)\.?\s*)?\bto\s+|\bauf\s+(?=\d+[^\d]*\b(?:erhoeh|aender|reduzier|setz)))(?<n>\d{1,3}(?:[.,]\d{3})+|\d+)(?!\s*[x*.,/-]?\d)(?:\s*(?<u>pcs|pieces|off|units|stk|stueck))?(?!\s*(?:mm|cm|m|v|a|w|kw|%|days?|weeks?)\b)(?=\s|[.,!?;]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex ChangedTo();

    [GeneratedRegex($@"(?<lead>(?:^|[,;]|(?<!\d):|\.\s)\s*(?:(?:only|just|nur)\s+)?){Num}(?=\s+(?!(?:{MeasureWords})\b(?!-[a-z]{{3}}))(?:[a-z]{{2,}}|[a-z]-[a-z]{{3}}|m\d|[a-z0-9-]*\d[a-z0-9-]{{3,}}|#))", RegexOptions.IgnoreCase)]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?:(?<=[\w.)""%])\s*(?:[,;]|(?<!\d):|:(?=\s))|(?<=[\w)""%])\s+-|-\s)\s*(?<![\d.])(?<n>\d{1,3}(?:[.,]\d{3})+|\d+)(?<k>k)?\s*[.!?]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"(?<=(?!(?:series|number|no|size|type|pitch|length|gauge|din|iso|en|ansi|class|grade|dia|diameter|model|part)\b)\b[a-z]{3,}\s+)(?<n>\d{1,3}(?:[.,]\d{3})+|\d+)\s*[.!?]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex LastNumber();

    [GeneratedRegex($@"(?:^|[,;:-]\s*){Num}\s*(?<u>m|meters?|metres?|ft|feet|kgs?|lbs?|l|liters?|litres?)\b(?:\s+of\b|(?=\s*$))", RegexOptions.IgnoreCase)]
    private static partial Regex Measured();
}
