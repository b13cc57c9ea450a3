using System.Globalization;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Tests.Language;

public class PeriodTests
{
    [Theory]
    [InlineData("2026-11-09", "2026-11-15", Grain.Week, "2026-11-02/2026-11-08")]
    [InlineData("2026-11-16", "2026-11-20", Grain.Week, "2026-11-09/2026-11-13")]
    [InlineData("2026-02-01", "2026-02-28", Grain.Month, "2026-01-01/2026-01-31")]
    [InlineData("2026-11-01", "2026-11-20", Grain.Month, "2026-10-01/2026-10-20")]
    [InlineData("2026-07-01", "2026-09-30", Grain.Quarter, "2026-04-01/2026-06-30")]
    [InlineData("2024-01-01", "2024-12-31", Grain.Year, "2023-01-01/2023-12-31")]
    [InlineData("2026-11-10", "2026-11-12", Grain.Span, "2026-11-07/2026-11-09")]
    [InlineData("2026-11-10", "2026-11-10", Grain.Day, "2026-11-09")]
    public void Before_OfEachKind_IsTheSameKind(string from, string to, Grain grain, string before)
    {
        var period = Period.Of(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture));

        Assert.Equal(grain, period.Grain);
        Assert.Equal(before, period.Before().Iso);
    }

    [Fact]
    public void Before_DataEndsEarlier_IsAsLongAsTheDaysWithData()
    {
        var period = Period.Of(new(2026, 11, 17), new(2026, 11, 20)) with { DataTo = new(2026, 11, 18) };

        Assert.Equal(("2026-11-15/2026-11-16", "the 2 days before"), (period.Before().Iso, period.Before().Words));
        Assert.Null(period.Before().DataTo);
    }

    [Theory]
    [InlineData("2026-11-09", "2026-11-15", "9–15 Nov 2026")]
    [InlineData("2026-10-28", "2026-11-03", "28 Oct – 3 Nov 2026")]
    [InlineData("2025-12-29", "2026-01-04", "29 Dec 2025 – 4 Jan 2026")]
    [InlineData("2026-11-09", "2026-11-09", "9 Nov 2026")]
    public void Dates_AreWrittenShort(string from, string to, string expected) =>
        Assert.Equal(expected, Period.Of(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)).Dates);
}
