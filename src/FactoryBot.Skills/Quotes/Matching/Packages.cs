namespace FactoryBot.Skills.Quotes.Matching;

/// <summary>Housings of electronic parts, some of which have several names.</summary>
internal static class Packages
{
    private static readonly string[] Families = ["to", "so", "soic", "sop", "sot", "sod", "dip", "pdip", "dil", "ssop", "tssop", "msop", "vssop", "qfn", "qfp", "lqfp", "tqfp", "bga", "dfn", "do", "sc", "plcc", "sip", "dpak", "melf", "wlcsp"];
    private static readonly string[][] Same = [["so", "soic", "sop"], ["dip", "pdip", "dil"], ["do", "do"]];

    public static bool Is(string code) => Split(code) is var (family, pins) && pins.Length is > 0 and <= 4 && Families.Contains(family, StringComparer.Ordinal);

    /// <summary>The code under all its names, its own first.</summary>
    public static IEnumerable<string> Names(string code)
    {
        yield return code;
        var (family, pins) = Split(code);
        foreach (var group in Same)
        {
            if (!group.Contains(family, StringComparer.Ordinal))
                continue;
            foreach (var other in group)
            {
                if (other != family)
                    yield return other + pins;
            }
        }
    }

    private static (string Family, string Pins) Split(string code)
    {
        var letters = 0;
        while (letters < code.Length && char.IsAsciiLetter(code[letters]))
            letters++;
        return code[letters..].All(char.IsAsciiDigit) ? (code[..letters], code[letters..]) : ("", "");
    }
}
