namespace FactoryBot.Skills.Language;

/// <summary>How words are written where they begin something.</summary>
public static class Letters
{
    /// <summary>With a capital letter in front, as a sentence or a title begins.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));
}
