namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>Takes the endings of plural, "-ing" and "-ed" off, so that "clamping" finds "clamp". Both sides go through it, so it need not be pretty.</summary>
internal static class Stem
{
    private const int ShortestStem = 4;

    public static string Of(string word)
    {
        var stem = word;
        if (stem.Length > 4 && stem.EndsWith("ies", StringComparison.Ordinal))
            stem = stem[..^3] + "y";
        else if (stem.Length > 4 && stem.EndsWith("es", StringComparison.Ordinal) && stem[^3] is 's' or 'x' or 'z' || Hisses(stem))
            stem = stem[..^2];
        else if (stem.Length > 3 && stem[^1] == 's' && stem[^2] is not ('s' or 'u' or 'i'))
            stem = stem[..^1];
        if (stem.Length >= ShortestStem + 3 && stem.EndsWith("ing", StringComparison.Ordinal))
            stem = Undouble(stem[..^3]);
        else if (stem.Length >= ShortestStem + 2 && stem.EndsWith("ed", StringComparison.Ordinal))
            stem = Undouble(stem[..^2]);
        // "flange" and "flanged" meet in "flang".
        return stem.Length > ShortestStem && stem[^1] == 'e' ? stem[..^1] : stem;
    }

    private static bool Hisses(string word) =>
        word.Length > 5 && (word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal));

    private static string Undouble(string stem) =>
        stem.Length > ShortestStem && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l' or 'e') ? stem[..^1] : stem;
}
