using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Documents.Intake.Pdf;

/// <summary>Marks of a list's items as they are drawn: bullets are letters of many fonts.</summary>
internal static partial class ListMarks
{
    /// <summary>It is a mark and nothing else.</summary>
    public static bool Is(string text) => Alone().IsMatch(text);

    public static bool Begins(string line) => MayBegin(line) && (Bullet().IsMatch(line) || Number().IsMatch(line));

    public static bool IsBullet(string line) => Bullet().IsMatch(line);

    // Most lines begin with a word.
    private static bool MayBegin(string line) => line.Length > 2 && (!char.IsLetter(line[0]) || line[1] is '.' or ')' or ' ');

    /// <summary>With one and the same bullet, as the other kinds of file give it.</summary>
    public static string Plain(string line) => Bullet().Match(line) is { Success: true } bullet ? "• " + line[bullet.Length..] : line;

    [GeneratedRegex(@"^([•‣▪▫●○◦■□◆◇►➢➤✓✔∙·\uf000-\uf0ff*o–—-]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])$")]
    private static partial Regex Alone();

    // A letter o with a space after it is a bullet of Word's second level; a line of a text hardly begins so.
    [GeneratedRegex(@"^([•‣▪▫●○◦■□◆◇►➢➤✓✔∙·\uf000-\uf0ff*–—-]|o(?= [A-Z]))\s+(?=\S)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)")]
    private static partial Regex Number();
}
