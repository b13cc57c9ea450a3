using System.Text;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>Fields and arithmetic, cut into parts that are each known to be harmless; nothing else ever reaches the SQL.</summary>
internal sealed class Formula
{
    private static readonly HashSet<string> Functions = new(["days", "hours", "minutes", "coalesce", "nullif", "abs", "round", "case_flag", "age", "today", "hour"], StringComparer.Ordinal);

    private Formula(IReadOnlyList<FormulaPart> parts) => Parts = parts;

    public IReadOnlyList<FormulaPart> Parts { get; }

    public IEnumerable<FieldRef> Fields => Parts.Where(p => p.Field is not null).Select(p => p.Field!);

    public bool IsField => Parts.Count == 1 && Parts[0].Field is not null;

    public static Formula Read(string text)
    {
        var parts = new List<FormulaPart>();
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (c == ' ')
                at++;
            else if (char.IsLetter(c) || c == '_')
                at = Word(text, at, parts);
            else if (char.IsAsciiDigit(c))
                at = Number(text, at, parts);
            else if ("+-*/(),".Contains(c, StringComparison.Ordinal))
            {
                parts.Add(new(c.ToString(), null));
                at++;
            }
            else
                throw new QueryException($"“{c}” is not allowed in a formula.");
        }

        return parts.Count == 0 ? throw new QueryException("The formula is empty.") : new(parts);
    }

    private static int Word(string text, int at, List<FormulaPart> parts)
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.' or '@'))
            at++;
        var word = text[start..at];
        if (Functions.Contains(word))
            parts.Add(new(word, null));
        else
            parts.Add(new("", FieldRef.Read(word)));
        return at;
    }

    private static int Number(string text, int at, List<FormulaPart> parts)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            at++;
        parts.Add(new(text[start..at], null));
        return at;
    }

    /// <param name="field">How a field is written in SQL.</param>
    /// <param name="local">How a moment is written at the place where it is told; null as the field.</param>
    public string Sql(Func<FieldRef, string> field, Func<FieldRef, string>? local = null)
    {
        var sql = new StringBuilder();
        for (var i = 0; i < Parts.Count; i++)
        {
            var part = Parts[i];
            if (part.Field is { } found)
                sql.Append(field(found));
            else if (part.Text == "age")
                i = Age(i, field, sql);
            else if (part.Text == "hour")
                i = Hour(i, local ?? field, sql);
            else if (part.Text is "days" or "hours" or "minutes")
                i = Span(i, part.Text, field, sql);
            else
                sql.Append(part.Text is "+" or "-" or "*" or "/" or "," ? part.Text == "," ? ", " : $" {part.Text} " : part.Text);
        }

        return sql.ToString();
    }

    // age(a, 20261126): whole years from a to that day; the day is a number, so that nothing but digits reaches the SQL.
    private int Age(int at, Func<FieldRef, string> field, StringBuilder sql)
    {
        if (at + 5 >= Parts.Count || Parts[at + 2].Field is not { } from)
            throw new QueryException("age(…) needs a field and a day.");
        var day = Parts[at + 4].Text;
        sql.Append("extract(year from age(").Append(day.Length == 8 && day.All(char.IsAsciiDigit) ? $"to_date('{day}', 'YYYYMMDD')" : "current_date").Append(", ").Append(field(from)).Append("::timestamp))");
        return at + 5;
    }

    // hour(a): 0 to 23.
    private int Hour(int at, Func<FieldRef, string> local, StringBuilder sql)
    {
        if (at + 3 >= Parts.Count || Parts[at + 2].Field is not { } moment)
            throw new QueryException("hour(…) needs a field.");
        sql.Append("extract(hour from ").Append(local(moment)).Append(")::int");
        return at + 3;
    }

    // days(a, b): from a to b. Days of dates are whole, those of moments have fractions.
    private int Span(int at, string unit, Func<FieldRef, string> field, StringBuilder sql)
    {
        if (at + 5 >= Parts.Count || Parts[at + 2].Field is not { } from || Parts[at + 4].Field is not { } to)
            throw new QueryException($"{unit}(…) needs two fields.");
        var seconds = unit switch { "days" => "86400.0", "hours" => "3600.0", _ => "60.0" };
        sql.Append("extract(epoch from (").Append(field(to)).Append("::timestamp - ").Append(field(from)).Append("::timestamp)) / ").Append(seconds);
        return at + 5;
    }
}

/// <param name="Field">Null where the part is a number, an operator or a function.</param>
internal sealed record FormulaPart(string Text, FieldRef? Field);

/// <summary><c>entity.column</c>, or <c>entity@key.column</c>.</summary>
internal sealed record FieldRef(string Entity, string? Via, string Column)
{
    public static FieldRef Read(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || dot == text.Length - 1)
            throw new QueryException($"“{text}” is not written as entity.column.");
        var entity = text[..dot];
        var at = entity.IndexOf('@', StringComparison.Ordinal);
        return new(at < 0 ? entity : entity[..at], at < 0 ? null : entity[(at + 1)..], text[(dot + 1)..]);
    }

    /// <summary>Of <c>entity</c> or <c>entity@key</c>; the column stands for any of it.</summary>
    public static FieldRef OfEntity(string entity) => Read(entity + ".x");

    public static FieldRef Of(Dimension dimension) => dimension.Entity is { } entity ? OfEntity(entity) : Read(dimension.Field!);

    public override string ToString() => Via is null ? $"{Entity}.{Column}" : $"{Entity}@{Via}.{Column}";
}

/// <summary>A query that the model cannot answer; the message is a sentence for whoever wrote it.</summary>
internal sealed class QueryException(string sentence) : Exception(sentence);
