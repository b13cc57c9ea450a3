using System.Globalization;
using System.Text;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Which columns fill which field: as the map says, else where a header is obvious.</summary>
internal sealed class ColumnHeaders
{
    private readonly Dictionary<string, int[]> columns = new(StringComparer.Ordinal);

    private ColumnHeaders(string[] headers) => Headers = headers;

    public string[] Headers { get; }

    /// <summary>Fields that were found by their header, for the report.</summary>
    public List<(string Field, string Header)> Guessed { get; } = [];

    /// <summary>Headers that no field reads; said, so that nothing is left out unseen.</summary>
    public IReadOnlyList<string> Unread(IReadOnlySet<int> wide) =>
        [.. Headers.Index().Where(h => h.Item.Length > 0 && !wide.Contains(h.Index) && !columns.Values.Any(c => c.Contains(h.Index))).Select(h => h.Item)];

    public bool Has(string field) => columns.ContainsKey(field);

    public IReadOnlyList<int> Of(string field) => columns.GetValueOrDefault(field) ?? [];

    public string HeaderOf(string field) => string.Join(" + ", Of(field).Select(at => Headers[at]));

    public static (ColumnHeaders? Columns, string? Problem) Of(string[] headers, ImportMap map, ImportKind kind)
    {
        var found = new ColumnHeaders([.. headers.Select(h => h.Trim())]);
        foreach (var (field, names) in map.Columns)
        {
            var places = names.Select(found.Find).ToArray();
            if (Array.IndexOf(places, -1) is >= 0 and var missing)
                return (null, $"The file has no column “{names[missing]}”, which the map names for {field}. Its columns: {string.Join(", ", found.Headers.Where(h => h.Length > 0))}.");
            found.columns[field] = places;
        }

        foreach (var field in ImportFields.Of(kind).Where(f => !found.Has(f.Name) && !map.Fixed.ContainsKey(f.Name)))
        {
            if (found.Guess(field) is { } at)
            {
                found.columns[field.Name] = [at];
                found.Guessed.Add((field.Name, found.Headers[at]));
            }
        }

        return (found, null);
    }

    /// <summary>Lower case, without accents, units and signs: "Cycle_Time [s]" is "cycle time s".</summary>
    public static string Fold(string header)
    {
        var folded = new StringBuilder(header.Length);
        var lower = false;
        foreach (var c in header.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            // "StartTime" has a word border too.
            if (char.IsUpper(c) && lower)
                folded.Append(' ');
            lower = char.IsLower(c);
            folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private int? Guess(ImportField field)
    {
        foreach (var guess in field.Guesses)
        {
            for (var i = 0; i < Headers.Length; i++)
            {
                if (!columns.Values.Any(c => c.Contains(i)) && IsObvious(Fold(Headers[i]), guess, field.Type))
                    return i;
            }
        }

        return null;
    }

    // "Run time (min)" is the run time; the unit is read apart.
    private static bool IsObvious(string header, string guess, FieldType type) =>
        header == guess || (type == FieldType.Duration && header.StartsWith(guess + " ", StringComparison.Ordinal) && DurationCell.UnitOf(header[guess.Length..]) is not null);

    private int Find(string name)
    {
        var exact = Array.FindIndex(Headers, h => h.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        return exact >= 0 ? exact : Array.FindIndex(Headers, h => h.Length > 0 && Fold(h) == Fold(name));
    }

    /// <summary>The headers that come nearest to a name, for a sentence that says one is missing.</summary>
    public string Nearest(string name) => NearestNames.To(name, Headers.Where(h => h.Length > 0)).FirstOrDefault() ?? "";
}
