using System.Text.RegularExpressions;

namespace FactoryBot.Planning.Checks;

/// <summary>Reads numbers that are written out, in English and German; what it knows to be a number but cannot work out is refused.</summary>
internal static partial class NumberWords
{
    private const int LongestNumber = 10;

    private static readonly Dictionary<string, int> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8,
        ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15,
        ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40,
        ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
        ["zwei"] = 2, ["drei"] = 3, ["vier"] = 4, ["fünf"] = 5, ["sechs"] = 6, ["sieben"] = 7, ["acht"] = 8, ["neun"] = 9, ["zehn"] = 10,
        ["elf"] = 11, ["zwölf"] = 12, ["zwanzig"] = 20, ["dreißig"] = 30, ["vierzig"] = 40, ["fünfzig"] = 50, ["sechzig"] = 60,
        ["siebzig"] = 70, ["achtzig"] = 80, ["neunzig"] = 90,
    };

    /// <summary>Words that say a number without naming one that could be looked up.</summary>
    public static IEnumerable<string> Vague(string text) => VagueWords().Matches(text).Select(m => m.Value);

    public static List<Figure> Read(string text)
    {
        var figures = new List<Figure>();
        foreach (Match run in Runs().Matches(text))
        {
            if (IsPronoun(text, run))
                continue;
            var (value, step) = Value(run.Value);
            figures.Add(FigureReader.OfWords(text, value, step, run.Index, run.Index + run.Length));
        }
        return figures;
    }

    private static (decimal Value, decimal Step) Value(string run)
    {
        // Nobody writes such a number out; as one that no figure is, it is refused.
        if (Parts().Count(run) > LongestNumber)
            return (decimal.MinusOne, 1);
        decimal total = 0, current = 0, step = 1;
        var afterPoint = false;
        foreach (Match word in Parts().Matches(run))
        {
            if (word.Value.Equals("point", StringComparison.OrdinalIgnoreCase))
                afterPoint = true;
            else if (word.Value.Equals("hundred", StringComparison.OrdinalIgnoreCase))
                current = Math.Max(current, 1) * 100;
            else if (word.Value.Equals("thousand", StringComparison.OrdinalIgnoreCase))
                (total, current) = (total + (Math.Max(current, 1) * 1_000), 0);
            else if (!Small.TryGetValue(word.Value, out var small))
                continue;
            else if (afterPoint)
                current += small * (step /= 10);
            else
                current += small;
        }
        return (total + current, step);
    }

    // "one of them", "this one": no count.
    private static bool IsPronoun(string text, Match run) => run.Value.Equals("one", StringComparison.OrdinalIgnoreCase)
        && (PronounBefore().IsMatch(text[..run.Index]) || PronounAfter().IsMatch(text[(run.Index + run.Length)..]));

    private const string Units =
        "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
        + "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|"
        + "vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig";

    [GeneratedRegex(@"\b(?:" + Units + @"|hundred)(?:(?:[\s-]+(?:and[\s-]+)?)(?:" + Units + @"|hundred|thousand|point(?=[\s-]+(?:" + Units + @"))))*\b", RegexOptions.IgnoreCase)]
    private static partial Regex Runs();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Parts();

    [GeneratedRegex(@"\b(?:no|any|each|this|that|which|every|the|only|another|last|first|next|worst|best|other|someone|some)[\s-]$", RegexOptions.IgnoreCase)]
    private static partial Regex PronounBefore();

    [GeneratedRegex(@"^(?:\s+(?:of|or|by|another|is|was|has|had|that|which|you)\b|[.,;:?!]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex PronounAfter();

    [GeneratedRegex(@"\b(?:(?<!(?:first|second|other|this|last|either)[\s-])hal(?:f|ves)|thirds|(?:one|a)[\s-]third|quarters|a[\s-]quarter|twice|thrice|doubl(?:ed?|ing)|tripl(?:ed?|ing)|(?:two|three|four|five|ten|\w+)-?fold|dozens?|hundreds|thousands|millions?|billions?|hälfte|doppelt|verdoppelt|dreifach|hundert|tausend|million(?:en)?|[\p{L}]+und(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|veinte|vingt|trente|quarante|cinquante|soixante|sessanta|settanta|ottanta|novanta)\b", RegexOptions.IgnoreCase)]
    private static partial Regex VagueWords();
}
