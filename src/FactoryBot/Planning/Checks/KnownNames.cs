using System.Text.RegularExpressions;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.Checks;

/// <summary>Names that hold digits (Assembly-001, line 2, WO-4711) and are therefore no figures.</summary>
internal sealed partial class KnownNames
{
    // The limit goes by the clock: on a busy machine a thread may stand still for longer than a tight one.
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(5);

    private readonly HashSet<string> tokens = new(StringComparer.Ordinal);
    private readonly List<(string Name, Regex Pattern)> entities;
    private readonly ILookup<string, string> exact;

    public KnownNames(IReadOnlyList<Entity> all)
    {
        // With one site, its name means the whole plant, which is no owner of a part of the figures.
        var manySites = all.Count(e => e.Kind == SlotKind.Site) > 1;
        entities = [.. all
            .Where(e => e.Kind is SlotKind.Machine or SlotKind.Line or SlotKind.Shift or SlotKind.Product || (e.Kind == SlotKind.Site && manySites))
            .SelectMany(e => e.Aliases.Append(e.Name).Where(n => n.Length > 1).Select(n => (e.Name, Pattern: Of(e.Kind, n))))
            .OrderByDescending(e => e.Pattern.ToString().Length)];
        exact = all.ToLookup(e => e.Name, e => e.Name, StringComparer.OrdinalIgnoreCase);
    }

    public void AddFrom(string text)
    {
        foreach (Match match in Token().Matches(text))
            tokens.Add(Key(match.Value));
        foreach (Match match in Counted().Matches(text))
            tokens.Add(Key(match.Value));
    }

    /// <summary>The machines, lines, shifts... that a text names.</summary>
    public HashSet<string> In(string text)
    {
        var found = new HashSet<string>(exact[text.Trim()], StringComparer.OrdinalIgnoreCase);
        foreach (var (name, pattern) in entities)
        {
            if (pattern.IsMatch(text))
                found.Add(name);
        }
        return found;
    }

    public string Blank(string text)
    {
        foreach (var (_, pattern) in entities)
            text = TextMask.Blank(text, pattern, _ => true);
        text = TextMask.Blank(text, Token(), m => tokens.Contains(Key(m.Value)));
        return TextMask.Blank(text, Counted(), m => tokens.Contains(Key(m.Value)));
    }

    public static string BlankListMarks(string text) => TextMask.Blank(text, ListMark(), _ => true);

    /// <summary>A token that looks like a name with a number but that nothing here is called.</summary>
    public static bool HasUnknown(string blanked) => Token().IsMatch(blanked);

    // "day" and "night" are everyday words; only with "shift" beside them do they name one.
    private static Regex Of(SlotKind kind, string name)
    {
        var words = Regex.Escape(name).Replace(@"\ ", @"[\s-]?", StringComparison.Ordinal);
        var pattern = kind == SlotKind.Shift && !name.Any(char.IsAsciiDigit) && !name.Contains("shift", StringComparison.OrdinalIgnoreCase)
            ? $@"{words}[\s-]shift|shift\s{words}"
            : words;
        return new(
            $@"(?<![\p{{L}}\d])(?:{pattern})(?![\p{{L}}\d]|[.,]\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            LongestMatch);
    }

    private static string Key(string name) =>
        string.Concat(name.ToLowerInvariant().Where(char.IsLetterOrDigit)).TrimEnd('s');

    [GeneratedRegex(@"(?<![\p{L}\d])(?=[\p{L}_/-]*\d)\p{L}[\p{L}\d]*(?:[-_/][\p{L}\d]+)*")]
    private static partial Regex Token();

    // Only such words make a number a name or a count that the asker chose; "95 percent" in a question proves nothing.
    [GeneratedRegex(@"\b(?:line|machine|week|order|job|shift|part|product|batch|lot|zone|station|cell|site|plant|iso|version|formula|linie|maschine|woche|auftrag|last|past|previous|top|letzten?)\s(?:no\.?\s|#)?\d+(?:-\d+)*(?![\d%]|[.,]\d|\s?(?:%|percent|points?))|(?<![\d.,])\d+(?:\s|-)(?:days?|weeks?|months?|quarters?|years?|shifts?|machines?|lines?|tagen?|wochen?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?<=^|\n)\s{0,3}(?:[1-9]|1\d|20)[.)](?=\s)")]
    private static partial Regex ListMark();
}
