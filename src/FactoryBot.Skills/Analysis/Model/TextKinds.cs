using System.Globalization;
using FactoryBot.Skills.Analysis.Sources;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>What a column of texts holds where all of them are of one kind: days, yes and no, the letters of the sexes.</summary>
internal static class TextKinds
{
    private static readonly string[] Moments = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ssZ"];

    /// <summary>Only where every text is written in the order that the server reads without doubt: the year first.</summary>
    public static DataKind? DatesOf(CatalogColumn column)
    {
        if (column is not { AllValues: true, Values: { Count: > 0 } values } || values.All(v => v.Length == 0))
            return null;
        var written = values.Where(v => v.Length > 0).ToList();
        return written.TrueForAll(v => DateOnly.TryParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) ? DataKind.Date
            : written.TrueForAll(v => DateTime.TryParseExact(v, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) ? DataKind.Moment : null;
    }

    public static DateOnly? Youngest(CatalogColumn column) => column.Values!.Where(v => v.Length >= 10).Max(v => DateOnly.ParseExact(v[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Which text says yes and which no; null where the texts say something else.</summary>
    public static (string Yes, string No)? YesAndNo(IReadOnlyList<string>? values, bool all)
    {
        if (!all || values is not { Count: 2 })
            return null;
        var yes = values.FirstOrDefault(v => v.ToLowerInvariant() is "y" or "yes" or "true" or "t" or "j" or "ja" or "1");
        var no = values.FirstOrDefault(v => v.ToLowerInvariant() is "n" or "no" or "false" or "f" or "nein" or "0");
        return yes is not null && no is not null && (yes.Length == 1) == (no.Length == 1) ? (yes, no) : null;
    }

    /// <summary>"F" and "M" of a column called gender.</summary>
    public static Dictionary<string, string> Sexes(CatalogColumn column, string phrase)
    {
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!column.AllValues || !phrase.Split(' ').Any(w => w is "gender" or "sex"))
            return codes;
        foreach (var value in column.Values ?? [])
        {
            if (value.ToLowerInvariant() switch { "m" => "male", "f" or "w" => "female", _ => null } is { } meaning)
                codes[value] = meaning;
        }

        return codes;
    }
}
