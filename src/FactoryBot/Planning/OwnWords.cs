using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FactoryBot.Planning.Checks;
using FactoryBot.Skills.Functions;

namespace FactoryBot.Planning;

/// <summary>Holds what a language model hands on as a person's words against what the person said. A model may leave out and say in other words;
/// where it brings in a number or a code that was not said, or changes a text that counts word for word, the person's own words are taken.</summary>
internal static partial class OwnWords
{
    private static readonly string[] Places = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <param name="said">What the person said, the newest first; then what was answered. Empty: nothing is held against it.</param>
    public static void Keep(SkillFunction function, Dictionary<string, object?> arguments, IReadOnlyList<string> said)
    {
        if (said.Count == 0)
            return;
        foreach (var slot in function.Slots.Where(s => s.Kind == SlotKind.Message))
        {
            if (arguments.TryGetValue(slot.Name, out var value) && Text(value) is { } given && !(slot.Verbatim ? IsPart(given, said) : HasNothingNew(given, said)))
                arguments[slot.Name] = said[0];
        }
    }

    private static string? Text(object? value) => value switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        _ => null,
    };

    private static bool IsPart(string given, IReadOnlyList<string> said)
    {
        var part = Squeezed(given);
        return part.Length > 0 && said.Any(s => Squeezed(s).Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    private static bool HasNothingNew(string given, IReadOnlyList<string> said)
    {
        var known = said.SelectMany(s => Numbers(s).Concat(Written(s))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Numbers(given).All(known.Contains);
    }

    private static IEnumerable<string> Numbers(string text) => WithDigits().Matches(text).Select(m => m.Value.Trim('.', ',').Replace(",", "", StringComparison.Ordinal));

    // "The second one" may well be line 2.
    private static IEnumerable<string> Written(string text) =>
        NumberWords.Read(text).Select(f => f.Value.ToString("0.##", CultureInfo.InvariantCulture))
            .Concat(Places.Index().Where(p => text.Contains(p.Item, StringComparison.OrdinalIgnoreCase)).Select(p => (p.Index + 1).ToString(CultureInfo.InvariantCulture)));

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"[\w.,-]*\d[\w.,-]*")]
    private static partial Regex WithDigits();
}
