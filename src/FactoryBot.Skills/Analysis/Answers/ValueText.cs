using System.Globalization;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Answers;

/// <summary>A value as people read it.</summary>
internal static class ValueText
{
    public static string Of(object? value, OutColumn column) => value switch
    {
        null => "–",
        _ when Number(value) is { } number && (column.Role == OutRole.Measure || column.Kind == DataKind.Number) => Figure(number, column),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        bool yes => yes ? "yes" : "no",
        Array list => string.Join(", ", list.Cast<object?>()),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static double? Number(object? value) => value switch
    {
        null or bool or string or DateTime or DateOnly or Array => null,
        TimeSpan => null,
        IConvertible number => Convert.ToDouble(number, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Figure(double number, OutColumn column)
    {
        var text = column.Kind == DataKind.Whole || (!column.HasDecimals && number == Math.Floor(number) && Math.Abs(number) < 1e15 && column.Unit != "%")
            ? number.ToString("N0", CultureInfo.InvariantCulture)
            : Math.Abs(number) is > 0 and < 1 && column.Unit != "%" ? number.ToString("0.####", CultureInfo.InvariantCulture)
            : column.Unit == "%" ? number.ToString("N1", CultureInfo.InvariantCulture) : number.ToString("N2", CultureInfo.InvariantCulture);
        return column.Unit is { } unit ? $"{text} {unit}" : text;
    }
}
