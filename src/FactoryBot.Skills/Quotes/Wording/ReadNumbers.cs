namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>Everything in a description that begins with a number: sizes, threads, values with units, ratios, codes.</summary>
internal static class ReadNumbers
{
    private const int LongestChain = 4;

    /// <param name="size">A # or "number" stands before it.</param>
    /// <returns>Where reading goes on.</returns>
    public static int At(List<Lexeme> all, int i, List<Feature> found, bool size = false)
    {
        if (Inch(all, i) is var (thread, afterThread) && thread is not null)
        {
            ReadFeatures.Add(found, new(FeatureKind.Thread, thread));
            return Chain(all, afterThread, found, found.Count);
        }

        if (size && all[i].Value <= 14 && all[i].Value == decimal.Truncate(all[i].Value) && !IsX(all, i + 1))
        {
            ReadFeatures.Add(found, new(FeatureKind.Thread, "#" + ReadFeatures.Text(all[i].Value)));
            return i + 1;
        }

        if (size && IsX(all, i + 1))
        {
            ReadFeatures.Add(found, new(FeatureKind.Thread, "#" + ReadFeatures.Text(all[i].Value)));
            return Chain(all, i + 1, found, found.Count);
        }

        if (Colon(all, i) is { } ratio)
        {
            ReadFeatures.Add(found, new(FeatureKind.Code, ratio));
            return i + 3;
        }

        var (value, after) = Value(all, i);
        if (Nominal.Series(all, i, found) is var afterSeries && afterSeries > i)
            return afterSeries;
        if (Resistance(all, i, found) is var afterOhm && afterOhm > i)
            return afterOhm;
        var measure = WithUnit(all, after, value, out var end);
        if (IsX(all, end) && ChainFits(all, end))
        {
            var first = found.Count;
            ReadFeatures.Add(found, Of(measure));
            return Chain(all, end, found, first);
        }

        if (Range(all, i, found) is var afterRange && afterRange > i)
            return afterRange;
        // 92949A118, 1120-0002-0072, 2n3904: what goes on without a space is a number of its own, not a size.
        if (ReadFeatures.CodeEnd(all, i) is var code && code > end)
            return ReadFeatures.Code(all, i, code, found);
        ReadFeatures.Add(found, Of(measure));
        return end;
    }

    /// <summary>M8, M8x40, M8x1.25x40.</summary>
    public static int Metric(List<Lexeme> all, int i, List<Feature> found)
    {
        var diameter = all[i].Value;
        ReadFeatures.Add(found, new(FeatureKind.Thread, "m" + ReadFeatures.Text(diameter)));
        var j = i + 1;
        if (IsX(all, j) && ChainFits(all, j))
        {
            var (second, after) = Value(all, j + 1);
            var third = WithUnit(all, after, second, out var end);
            if (Threads.IsPitch(diameter, second))
            {
                // The coarse pitch needs no mention, so it tells nothing.
                if (Threads.Coarse(diameter) != second)
                    ReadFeatures.Add(found, new(FeatureKind.Code, "p" + ReadFeatures.Text(second)));
                return IsX(all, end) && ChainFits(all, end) ? Chain(all, end, found, found.Count, "length", 1) : end;
            }

            ReadFeatures.Add(found, Of(third.Kind.Length == 0 ? new(second, "length", second) : third));
            return end;
        }

        return j;
    }

    /// <summary>x 40, x 14 x 5: the unit of the last one is the unit of those without, if it is a length in millimetres.</summary>
    private static int Chain(List<Lexeme> all, int i, List<Feature> found, int first, string kind = "", decimal factor = 1)
    {
        var read = new List<Measure>();
        while (IsX(all, i) && ChainFits(all, i) && read.Count < LongestChain)
        {
            var (value, after) = Value(all, i + 1);
            read.Add(WithUnit(all, after, value, out i));
        }

        // "60 x 40 x 2 cm" are all of them centimetres.
        var centimetres = read.Count > 0 && read[^1] is { Kind: "length" } end && end.Canonical == end.Value * 10;
        factor = centimetres ? 10 : factor;
        var millimetres = centimetres || (read.Count > 0 && read[^1] is { Kind: "length" } last && last.Canonical == last.Value);
        foreach (var measure in read)
        {
            ReadFeatures.Add(found, Of(measure.Kind.Length == 0 && (millimetres || kind.Length > 0)
                ? new(measure.Value, "length", measure.Value * factor)
                : measure));
        }

        if (millimetres && first < found.Count && found[first] is { Kind: FeatureKind.Measure, Measure.Kind: "" } head)
            found[first] = Of(new(head.Measure.Value, "length", head.Measure.Value * factor));
        return i;
    }

    private static Feature Of(Measure measure) => new(FeatureKind.Measure, ReadFeatures.Text(measure.Value), measure);

    private static bool IsX(List<Lexeme> all, int i) => i < all.Count && (all[i].Is("x") || all[i].Is("*"));

    private static bool ChainFits(List<Lexeme> all, int x) => x + 1 < all.Count && all[x + 1].Kind == LexemeKind.Number;

    private static (string? Thread, int After) Inch(List<Lexeme> all, int i)
    {
        var j = i + 1;
        var major = all[i].Text;
        if (j + 1 < all.Count && all[j].Is("/") && all[j + 1] is { Kind: LexemeKind.Number, Glued: true })
        {
            major += "/" + all[j + 1].Text;
            j += 2;
        }

        if (j + 1 >= all.Count || !all[j].Is("-") || all[j + 1].Kind != LexemeKind.Number || all[j].Glued != all[j + 1].Glued)
            return (null, i);
        var thread = major + "-" + all[j + 1].Text;
        if (!Threads.IsInch(thread) || (j + 2 < all.Count && all[j + 2].Glued && (all[j + 2].Is("-") || all[j + 2].Is("/"))))
            return (null, i);
        j += 2;
        return (thread, j < all.Count && all[j].Text is "unc" or "unf" or "un" or "unef" ? j + 1 : j);
    }

    private static string? Colon(List<Lexeme> all, int i) =>
        i + 2 < all.Count && all[i + 1].Is(":") && all[i + 2] is { Kind: LexemeKind.Number, Glued: true }
            ? ReadFeatures.Text(all[i].Value) + ":" + ReadFeatures.Text(all[i + 2].Value)
            : null;

    /// <summary>A number, a fraction (3/8), or both (3 3/4, 1-1/4).</summary>
    private static (decimal Value, int After) Value(List<Lexeme> all, int i)
    {
        if (Fraction(all, i) is var (fraction, end) && end > i)
            return (fraction, end);
        var j = i + 1;
        if (j < all.Count && all[j].Is("-") && all[j].Glued)
            j++;
        if (all[i].Value is > 0 and < 100 && j < all.Count && Fraction(all, j) is var (part, after) && after > j && all[i].Text.All(char.IsAsciiDigit))
            return (all[i].Value + part, after);
        return (all[i].Value, i + 1);
    }

    private static (decimal Value, int After) Fraction(List<Lexeme> all, int i) =>
        i + 2 < all.Count && all[i].Kind == LexemeKind.Number && all[i + 1] is { Text: "/", Glued: true } && all[i + 2] is { Kind: LexemeKind.Number, Glued: true }
        && all[i + 2].Value is 2 or 3 or 4 or 5 or 8 or 16 or 32 or 64 && all[i].Value < all[i + 2].Value
            ? (all[i].Value / all[i + 2].Value, i + 3)
            : (0, i);

    private static Measure WithUnit(List<Lexeme> all, int i, decimal value, out int end)
    {
        end = i;
        if (i >= all.Count)
            return Measure.Bare(value);
        var j = all[i].Is("-") && i + 1 < all.Count && all[i + 1].Kind == LexemeKind.Word && all[i].Glued ? i + 1 : i;
        if (all[j].Is("'") && j + 1 < all.Count && all[j + 1].Is("'"))
        {
            end = j + 2;
            return new(value, "length", value * 25.4m);
        }

        // "6 a day" and "10 c clamps": one letter is a unit only where it stands at the number, or nothing follows it.
        var (unit, factor) = ("", 1m);
        var loneLetter = all[j] is { Kind: LexemeKind.Word, Text.Length: 1, Glued: false } && all[j].Text is not ("v" or "a" or "w" or "k" or "m" or "p" or "l");
        if (loneLetter || IsPreposition(all, j) || all[j].Kind == LexemeKind.Number || !Units.TryFind(all[j].Text, out unit, out factor) || GoesOn(all, j))
            return Measure.Bare(value);
        end = j + 1;
        if (unit == "resistance" && end < all.Count && all[end].Text is "ohm" or "ohms")
            end++;
        return new(value, unit, value * factor);
    }

    /// <summary>"4148 in SOD-123": only what ends there or goes on with a dimension is inches.</summary>
    private static bool IsPreposition(List<Lexeme> all, int i) => all[i] is { Text: "in", Glued: false } && i + 1 < all.Count && all[i + 1].Kind != LexemeKind.Mark
        && all[i + 1].Text is not ("x" or "long" or "length" or "dia" or "diameter" or "wide" or "width" or "thick" or "od" or "id" or "high" or "height" or "by" or "lg");

    /// <summary>"8p" in "8pf-3" or "20a" in "20a3": the letters belong to something longer.</summary>
    private static bool GoesOn(List<Lexeme> all, int unit) =>
        all[unit].Kind == LexemeKind.Word && unit + 1 < all.Count && all[unit + 1].Glued
        && (all[unit + 1].Kind == LexemeKind.Number || (all[unit + 1].Text is "-" or "_" && unit + 2 < all.Count && all[unit + 2] is { Glued: true, Kind: LexemeKind.Number }));

    /// <summary>"0-10 bar", "0.5 - 10 bar": from and to, both with the unit; the 0 of a gauge tells nothing.</summary>
    private static int Range(List<Lexeme> all, int i, List<Feature> found)
    {
        if (i + 3 >= all.Count || !all[i + 1].Is("-") || all[i + 2].Kind != LexemeKind.Number || all[i + 1].Glued != all[i + 2].Glued || all[i].Value >= all[i + 2].Value
            || all[i + 3].Kind != LexemeKind.Word || (all[i + 3].Text.Length < 2 && !all[i + 3].Is("v")))
            return i;
        var to = WithUnit(all, i + 3, all[i + 2].Value, out var end);
        if (to.Kind.Length == 0)
            return i;
        if (all[i].Value > 0)
            ReadFeatures.Add(found, Of(to with { Value = all[i].Value, Canonical = all[i].Value * to.Canonical / to.Value }));
        ReadFeatures.Add(found, Of(to));
        return end;
    }

    /// <summary>4k7 is 4.7 kilo-ohms.</summary>
    private static int Resistance(List<Lexeme> all, int i, List<Feature> found)
    {
        if (i + 2 >= all.Count || all[i + 1] is not { Glued: true, Text: "k" or "r" } || all[i + 2] is not { Kind: LexemeKind.Number, Glued: true, Text.Length: <= 2 }
            || (i + 3 < all.Count && all[i + 3] is { Glued: true, Kind: not LexemeKind.Mark }))
            return i;
        var value = decimal.Parse($"{all[i].Text}.{all[i + 2].Text}", System.Globalization.CultureInfo.InvariantCulture);
        ReadFeatures.Add(found, Of(new(value, "resistance", all[i + 1].Text == "k" ? value * 1000 : value)));
        return i + 3;
    }
}
