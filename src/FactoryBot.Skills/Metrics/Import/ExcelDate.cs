using System.Globalization;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Excel's days since the end of 1899 as text.</summary>
internal static class ExcelDate
{
    private static readonly DateTime Zero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>A time of day alone ("06:15:00"), a day alone, or both.</summary>
    public static string Text(double serial, bool since1904)
    {
        if (serial is < 0 or > 2_958_465)
            return serial.ToString(CultureInfo.InvariantCulture);
        var seconds = Math.Round(serial * 86_400);
        if (seconds < 86_400)
            return TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
        var at = Zero.AddDays(since1904 ? 1_462 : 0).AddSeconds(seconds);
        return at.TimeOfDay == TimeSpan.Zero
            ? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
