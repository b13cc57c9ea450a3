namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>Sizes that are names rather than measures: DN 12, PN 40, G 3/8, 1/2" BSP, type AS, and the light and heavy series behind a pipe's diameter (12 S).</summary>
internal static class Nominal
{
    private static readonly string[] Sizes = ["dn", "nw", "pn", "sw", "pg", "nps"];
    private static readonly string[] Pipe = ["g", "r", "rp", "rc", "bsp", "bspp", "bspt", "npt"];
    private static readonly string[] Worn = ["size", "sizes", "sz", "groesse", "groessen", "gr", "taille", "tailles"];

    private static readonly Dictionary<string, string> Letters = new(StringComparer.Ordinal)
    {
        ["xs"] = "xs", ["s"] = "s", ["m"] = "m", ["l"] = "l", ["xl"] = "xl", ["xxl"] = "xxl", ["xxxl"] = "xxxl", ["small"] = "s", ["medium"] = "m", ["large"] = "l",
    };

    private static readonly string[] Kinds = ["type", "typ", "form"];

    /// <returns>Where reading goes on; the start itself where it is none of these.</returns>
    public static int At(List<Lexeme> all, int i, List<Feature> found)
    {
        var word = all[i].Text;
        if (i + 1 >= all.Count)
            return Size(all, i, found);
        if (Sizes.Contains(word, StringComparer.Ordinal) && all[i + 1] is { Kind: LexemeKind.Number, Glued: false, Value: > 0 and <= 1000 } size && Ends(all, i + 2))
        {
            ReadFeatures.Add(found, new(FeatureKind.Code, word + ReadFeatures.Text(size.Value)));
            return i + 2;
        }

        if (Pipe.Contains(word, StringComparer.Ordinal) && Inches(all, i + 1) is var (inches, after) && after > i + 1 && Ends(all, Sign(all, after)))
            return Thread(word, inches, Sign(all, after), found);
        if (Kinds.Contains(word, StringComparer.Ordinal) && all[i + 1] is { Kind: LexemeKind.Word, Glued: false } kind && (kind.Text.Length == 1 || kind.Text == "as") && Ends(all, i + 2))
        {
            ReadFeatures.Add(found, new(FeatureKind.Code, "type" + kind.Text));
            return i + 2;
        }

        return Size(all, i, found);
    }

    /// <summary>"Large", or L alone, as the size that is written L; null where a word is no size.</summary>
    public static string? SizeOf(string stem) => stem switch { "small" => "sizes", "medium" or "m" => "sizem", "larg" or "l" => "sizel", _ => null };

    /// <summary>The 160 of DN 160; null where a code is none.</summary>
    public static string? DiameterOf(string code) => code.Length > 2 && code.StartsWith("dn", StringComparison.Ordinal) && code.AsSpan(2).TrimStart("0123456789").IsEmpty ? code[2..] : null;

    /// <summary>Whether a code is one of these names: many parts have it, so it names none.</summary>
    public static bool IsName(string code) => code.StartsWith("size", StringComparison.Ordinal) || code.StartsWith("type", StringComparison.Ordinal)
        || (code.Length > 1 && code[0] == 'p' && char.IsAsciiDigit(code[1]) && code.Contains('.', StringComparison.Ordinal))
        || Sizes.Any(s => code.Length > s.Length && code.StartsWith(s, StringComparison.Ordinal) && code.AsSpan(s.Length).TrimStart("0123456789.").IsEmpty);

    /// <summary>Sizes of what is worn: "size L", "Gr. XL", and XL by itself.</summary>
    private static int Size(List<Lexeme> all, int i, List<Feature> found)
    {
        var at = i + 1 < all.Count && all[i + 1].Is(".") ? i + 2 : i + 1;
        var place = Worn.Contains(all[i].Text, StringComparer.Ordinal) && at < all.Count ? at : all[i].Text is "xl" or "xxl" or "xxxl" ? i : -1;
        if (place < 0 || !Letters.TryGetValue(all[place].Text, out var size) || !Ends(all, place + 1))
            return i;
        ReadFeatures.Add(found, new(FeatureKind.Code, "size" + size));
        return place + 1;
    }

    /// <summary>12 S, and 3/8 BSP: a number whose name stands behind it.</summary>
    public static int Series(List<Lexeme> all, int i, List<Feature> found)
    {
        if (i + 1 < all.Count && all[i + 1] is { Text: "s" or "l", Kind: LexemeKind.Word } series && Ends(all, i + 2) && all[i].Value is >= 4 and <= 60 && all[i].Text.All(char.IsAsciiDigit))
        {
            // The bare diameter is said too, so that 15 alone means neither 15 L nor 15 S. A canister of 15 L is found by 15 litres as well.
            ReadFeatures.Add(found, new(FeatureKind.Code, all[i].Text + series.Text));
            ReadFeatures.Add(found, new(FeatureKind.Measure, all[i].Text, series.Text == "l" ? new(all[i].Value, "volume", all[i].Value * 1000) : Measure.Bare(all[i].Value)));
            return i + 2;
        }

        return Inches(all, i) is var (inches, after) && after > i && Sign(all, after) is var name && name < all.Count && Pipe.AsSpan(4).Contains(all[name].Text)
            ? Thread(all[name].Text, inches, name + 1, found) : i;
    }

    // The bare size is said too: "1/2 ball valve" means the one that is called G 1/2.
    private static int Thread(string word, decimal inches, int after, List<Feature> found)
    {
        var family = word switch { "bsp" or "bspp" => "g", "bspt" => "r", _ => word };
        ReadFeatures.Add(found, new(FeatureKind.Thread, family + ReadFeatures.Text(inches)));
        ReadFeatures.Add(found, new(FeatureKind.Measure, ReadFeatures.Text(inches), Measure.Bare(inches)));
        return after;
    }

    private static int Sign(List<Lexeme> all, int i) => i < all.Count && (all[i].Is("\"") || all[i].Text is "in" or "inch") ? i + 1 : i;

    /// <summary>3/8, 1 1/4, or whole inches up to four.</summary>
    private static (decimal Inches, int After) Inches(List<Lexeme> all, int i)
    {
        if (i >= all.Count || all[i].Kind != LexemeKind.Number)
            return (0, i);
        if (Part(all, i) is { } part)
            return (part, i + 3);
        if (all[i].Value is not (1 or 2 or 3 or 4) || all[i].Text.Length > 1)
            return (0, i);
        var j = i + 1 < all.Count && all[i + 1].Is("-") ? i + 2 : i + 1;
        return Part(all, j) is { } more ? (all[i].Value + more, j + 3) : (all[i].Value, i + 1);
    }

    private static decimal? Part(List<Lexeme> all, int i) =>
        i + 2 < all.Count && all[i].Kind == LexemeKind.Number && all[i + 1] is { Text: "/", Glued: true } && all[i + 2] is { Kind: LexemeKind.Number, Glued: true, Value: 2 or 4 or 8 or 16 } of && all[i].Value < of.Value
            ? all[i].Value / of.Value : null;

    private static bool Ends(List<Lexeme> all, int i) => i >= all.Count || !all[i].Glued || (all[i].Kind == LexemeKind.Mark && !all[i].Is("/") && !all[i].Is("*") && (!all[i].Is("-") || i + 1 >= all.Count || !all[i + 1].Glued));
}
