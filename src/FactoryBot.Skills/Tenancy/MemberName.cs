using System.Globalization;
using System.Text;

namespace FactoryBot.Skills.Tenancy;

/// <summary>A name as a channel gives it is somebody's text: bounded, on one line, without invisible characters.</summary>
internal static class MemberName
{
    /// <summary>Stands for a name where the channel tells none; "Member (2)" is the next one.</summary>
    public const string Unknown = "Member";

    private const int Longest = 80;

    public static string Of(string? given)
    {
        var name = new StringBuilder();
        foreach (var rune in (given ?? "").EnumerateRunes())
        {
            if (name.Length >= Longest)
                break;
            var space = Rune.IsWhiteSpace(rune);
            if (space && name.Length > 0 && name[^1] != ' ')
                name.Append(' ');
            else if (!space && !IsInvisible(rune))
                name.Append(rune.ToString());
        }

        var clean = name.ToString().Trim();
        return clean.Length == 0 ? Unknown : clean;
    }

    /// <summary>The first of "Ana", "Ana (2)", "Ana (3)"... that nobody has.</summary>
    public static string Free(string name, IReadOnlySet<string> taken)
    {
        var free = name;
        for (var n = 2; taken.Contains(free.ToLowerInvariant()); n++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name} ({n})");
        return free;
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;
}
