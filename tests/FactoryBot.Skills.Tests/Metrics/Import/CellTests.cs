using System.Globalization;
using FactoryBot.Skills.Metrics.Import;

namespace FactoryBot.Skills.Tests.Metrics.Import;

public sealed class CellTests
{
    [Theory]
    [InlineData("1234", null, "1234")]
    [InlineData("12,5", null, "12.5")]
    [InlineData("12.5", null, "12.5")]
    [InlineData("1.234,5", null, "1234.5")]
    [InlineData("1,234.5", null, "1234.5")]
    [InlineData("1.234", true, "1234")]
    [InlineData("1.234", false, "1.234")]
    [InlineData("1,234", true, "1.234")]
    [InlineData("1,234", false, "1234")]
    [InlineData("1 234,50", null, "1234.50")]
    [InlineData("1'234'567", null, "1234567")]
    [InlineData("-3,2", null, "-3.2")]
    [InlineData("1.23.4", null, null)]
    [InlineData("1,5", false, null)]
    [InlineData("twelve", null, null)]
    [InlineData("12 pcs", null, null)]
    public void Number_AsPlantsWriteIt_IsReadOrRefused(string text, bool? comma, string? expected) =>
        Assert.Equal(expected, NumberCell.Read(text, comma)?.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("12,5;13,0;1.000,2", true)]
    [InlineData("12.5;1,000.2", false)]
    [InlineData("1,000;2,000", null)]
    [InlineData("12;13", null)]
    public void NumberGuess_OfAColumn_SaysWhichSignIsTheDecimalOne(string cells, bool? comma) =>
        Assert.Equal(comma, NumberCell.Guess(cells.Split(';')));

    [Theory]
    [InlineData("90", "minutes", "5400")]
    [InlineData("1,5", "hours", "5400")]
    [InlineData("1:30:00", "seconds", "5400")]
    [InlineData("1:30", "minutes", "5400")]
    [InlineData("1:30", "seconds", "90")]
    [InlineData("1 h 30 min", "seconds", "5400")]
    [InlineData("45min", "hours", "2700")]
    [InlineData("120", "per hour", "30")]
    [InlineData("0", "per hour", null)]
    [InlineData("soon", "minutes", null)]
    [InlineData("1:75", "minutes", null)]
    public void Duration_InAnyUnit_IsReadAsSeconds(string text, string unit, string? expected) =>
        Assert.Equal(expected is null ? null : decimal.Parse(expected, CultureInfo.InvariantCulture), DurationCell.Read(text, unit, null));

    [Theory]
    [InlineData("2025-09-05 08:00:35", null, "2025-09-05 08:00:35")]
    [InlineData("2025-09-05T08:00:35.123", null, "2025-09-05 08:00:35")]
    [InlineData("05.09.2025 08:00", null, "2025-09-05 08:00:00")]
    [InlineData("5.9.25 8:00", null, "2025-09-05 08:00:00")]
    [InlineData("9/25/2025 2:05 PM", null, "2025-09-25 14:05:00")]
    [InlineData("03/04/2025", true, "2025-04-03")]
    [InlineData("03/04/2025", false, "2025-03-04")]
    [InlineData("03/04/2025", null, null)]
    [InlineData("4/4/2025", null, "2025-04-04")]
    [InlineData("05-Sep-2025", null, "2025-09-05")]
    [InlineData("5. Okt 2025 06:00", null, "2025-10-05 06:00:00")]
    [InlineData("20250905", null, "2025-09-05")]
    [InlineData("45905.25", null, "2025-09-05 06:00:00")]
    [InlineData("12:30", null, "12:30:00")]
    [InlineData("12:30:15", null, "12:30:15")]
    [InlineData("12:30 am", null, "00:30:00")]
    [InlineData("2025-09-05 24:00", null, "2025-09-06 00:00:00")]
    [InlineData("1900-01-01 01:05:00", null, "01:05:00")]
    [InlineData("2025-13-05", null, null)]
    [InlineData("31.02.2025", null, null)]
    [InlineData("25:00", null, null)]
    [InlineData("yesterday", null, null)]
    public void Moment_AsPlantsWriteIt_IsReadOrRefused(string text, bool? dayFirst, string? expected)
    {
        var moment = MomentCell.Read(text, dayFirst);

        string?[] parts = [moment?.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), moment?.Time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture)];
        Assert.Equal(expected, moment is null ? null : string.Join(' ', parts.OfType<string>()));
    }

    [Fact]
    public void Moment_WithAnOffset_KeepsIt() =>
        Assert.Equal(TimeSpan.FromHours(2), MomentCell.Read("2025-09-05T08:00:00+02:00", null)!.Value.Offset);

    [Theory]
    [InlineData("Mon-Fri", "12345")]
    [InlineData("Mo, Di, Do", "124")]
    [InlineData("1-5", "12345")]
    [InlineData("Sa-Mo", "016")]
    [InlineData("daily", "0123456")]
    [InlineData("werktags", "12345")]
    [InlineData("never", null)]
    public void Weekdays_AsCalendarsWriteThem_AreReadOrRefused(string text, string? expected) =>
        Assert.Equal(expected, Weekdays.Read(text) is { } days ? string.Concat(days.Select(d => (int)d).Order()) : null);
}
