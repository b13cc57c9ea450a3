using System.Globalization;
using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Query;

/// <summary>A column beside values, written for what the column holds.</summary>
internal static class Literals
{
    public static string Compare(string left, Column? column, Condition condition, string timeZone)
    {
        switch (condition.Is)
        {
            case Comparison.Empty:
                return column?.Kind == DataKind.Text ? $"coalesce({left}::text, '') = ''" : $"{left} is null";
            case Comparison.NotEmpty:
                return column?.Kind == DataKind.Text ? $"coalesce({left}::text, '') <> ''" : $"{left} is not null";
            case Comparison.Contains:
                return $"{left}::text ilike '%' || {Sql.Like(One(condition))} || '%'";
            case Comparison.StartsWith:
                return $"{left}::text ilike {Sql.Like(One(condition))} || '%'";
            case Comparison.EndsWith:
                return $"{left}::text ilike '%' || {Sql.Like(One(condition))}";
        }

        if (column is { IsDate: true })
            return Dates(left, column, condition, timeZone);
        var values = condition.Values.Select(v => Value(v, column)).ToList();
        if (values.Count == 0)
            throw new QueryException($"The condition on {condition.Field} has no value.");
        return condition.Is switch
        {
            Comparison.Between when values.Count == 2 => $"{left} between {values[0]} and {values[1]}",
            Comparison.Between => throw new QueryException("“Between” needs two values."),
            Comparison.Equal when values.Count > 1 => $"{left} in ({string.Join(", ", values)})",
            Comparison.NotEqual when values.Count > 1 => $"({left} is null or {left} not in ({string.Join(", ", values)}))",
            Comparison.NotEqual => $"{left} is distinct from {values[0]}",
            _ => $"{left} {Sql.Operator(condition.Is)} {values[0]}",
        };
    }

    private static string One(Condition condition) => condition.Values is [var value, ..] ? value : throw new QueryException($"The condition on {condition.Field} has no value.");

    private static string Value(string value, Column? column) => column?.Kind switch
    {
        DataKind.Text => Sql.Text(value),
        DataKind.Flag => value is "true" or "1" or "yes" ? "true" : "false",
        DataKind.Time => Sql.Text(value) + "::time",
        _ => Sql.Number(value),
    };

    // The last day counts whole, whether the column holds days or moments.
    private static string Dates(string left, Column column, Condition condition, string timeZone)
    {
        var days = condition.Values.Select(Sql.Day).ToList();
        if (days.Count == 0)
            throw new QueryException($"The condition on {condition.Field} has no day.");
        return condition.Is switch
        {
            Comparison.Between when days.Count == 2 => $"{left} >= {At(days[0])} and {left} < {At(days[1].AddDays(1))}",
            Comparison.Equal => $"{left} >= {At(days[0])} and {left} < {At(days[0].AddDays(1))}",
            Comparison.NotEqual => $"not ({left} >= {At(days[0])} and {left} < {At(days[0].AddDays(1))})",
            Comparison.Less => $"{left} < {At(days[0])}",
            Comparison.AtMost => $"{left} < {At(days[0].AddDays(1))}",
            Comparison.More => $"{left} >= {At(days[0].AddDays(1))}",
            Comparison.AtLeast => $"{left} >= {At(days[0])}",
            _ => throw new QueryException($"{condition.Is} does not go with days."),
        };

        string At(DateOnly day)
        {
            var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return column.Kind == DataKind.Date ? $"date '{text}'"
                : column.Zoned ? $"(timestamp '{text}' at time zone {Sql.Text(timeZone)})" : $"timestamp '{text}'";
        }
    }
}
