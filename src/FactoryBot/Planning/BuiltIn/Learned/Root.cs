namespace FactoryBot.Planning.BuiltIn.Learned;

/// <summary>What a word is made from, roughly: "perform" of "performing" and "performed". Good for telling that two words are akin.</summary>
internal static class Root
{
    private const int Shortest = 4;

    private static readonly string[] Endings = ["ation", "ing", "ion", "est", "ed", "er", "ly", "e", "y"];

    public static string Of(string word)
    {
        if (Shape.IsKind(word))
            return word;
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= Shortest && word.EndsWith(ending, StringComparison.Ordinal))
            {
                word = word[..^ending.Length];
                // "Stopping" is made from "stop".
                return word.Length > Shortest && word[^1] == word[^2] && word[^1] is not ('s' or 'l') ? word[..^1] : word;
            }
        }

        return word;
    }
}
