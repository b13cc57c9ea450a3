using System.Globalization;
using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>How names and values are written in PostgreSQL's SQL.</summary>
internal static class Sql
{
    private static readonly HashSet<string> Reserved = new(
        """
        all analyse analyze and any array as asc both case cast check collate column constraint create current_date current_time current_user default desc
        distinct do else end except false fetch for foreign from grant group having in initially intersect into is join lateral leading left like limit
        natural not null offset on only or order outer over placing primary references returning right select session_user some symmetric table then time to
        trailing true union unique user using variadic when where window with
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    public static string Table(Entity entity) => $"{Name(entity.Schema)}.{Name(entity.Table)}";

    public static string Column(Entity entity, string column) =>
        Name((entity.Find(column) ?? throw new QueryException($"{entity.Name} has no column {column}.")).Stored);

    public static string Name(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') && !Reserved.Contains(name) ? name : Quoted(name);

    public static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal) + '"';

    /// <summary>Safe whatever the server's setting of backslashes is.</summary>
    public static string Text(string value)
    {
        var text = value.Replace("\0", "", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
        return text.Contains('\\', StringComparison.Ordinal) ? $" E'{text.Replace("\\", "\\\\", StringComparison.Ordinal)}'" : $"'{text}'";
    }

    public static string Like(string value) => Text(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal));

    public static string Number(string value) => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        ? number.ToString(CultureInfo.InvariantCulture)
        : throw new QueryException($"“{value}” is not a number.");

    public static DateOnly Day(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new QueryException($"“{value}” is not a day written as 2026-11-09.");

    public static string Operator(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "<>",
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        Comparison.More => ">",
        Comparison.AtLeast => ">=",
        _ => throw new QueryException($"{comparison} does not compare two values."),
    };
}
