namespace FactoryBot.Skills.Language;

/// <summary>What stands between a token and the one before it, the strongest first to break a sentence last.</summary>
public enum Joint
{
    /// <summary>Nothing: the 1 of "CNC1".</summary>
    None,
    Space,
    Dot,
    Slash,
    Dash,
    Comma,

    /// <summary>The end of a sentence.</summary>
    Sentence,
}

/// <summary>A run of letters or of digits.</summary>
/// <param name="Word">Lower case without accents, abbreviations and German words replaced by the English word.</param>
/// <param name="Start">Where it begins in the text as typed.</param>
/// <param name="Length">How long it is in the text as typed.</param>
/// <param name="Number">The value of digits and of number words; null for other words.</param>
/// <param name="Digits">True when it was typed in digits.</param>
public readonly record struct Token(string Word, int Start, int Length, Joint Joint, int? Number, bool Digits)
{
    public int End => Start + Length;

    public bool Is(string word) => Word == word;

    public bool IsAny(ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(word))
            {
                return true;
            }
        }

        return false;
    }
}
