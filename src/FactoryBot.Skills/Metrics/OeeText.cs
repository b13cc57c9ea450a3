using System.Globalization;
using FactoryBot.Skills.Metrics.Conventions;

namespace FactoryBot.Skills.Metrics;

/// <summary>An OEE answer in plain words that stand without the card.</summary>
internal static class OeeText
{
    public static string Of(OeeReport report)
    {
        var (figures, sums) = (report.Figures, report.Sums);
        var when = report.PeriodIsDefault
            ? string.Create(CultureInfo.InvariantCulture, $"in the last {report.Period.Days} days with data ({report.Period.Dates})")
            : PeriodText.Phrase(report.Period, report.Today);
        var sentences = new List<string>
        {
            figures.Oee is { } oee
                ? $"{Name(report.Convention)} of {report.Scope.Phrase} was {Percent(oee)} {when}{Change(report)}."
                : $"{Name(report.Convention)} of {report.Scope.Phrase} cannot be computed {when}.",
            $"Availability {Percent(figures.Availability)}, performance {Percent(figures.Performance)}, quality {Percent(figures.Quality)}.",
        };
        if (sums.Total > 0)
            sentences.Add($"{Count(sums.Good)} of {Count(sums.Total)} pieces were good.");
        if (QualityDiffers(figures))
            sentences.Add($"By pieces that is {Percent(figures.QualityByCount)}; quality counts each machine's pieces by their ideal time.");
        return string.Join(' ', sentences);
    }

    /// <summary>"OEE"; where planned stops count otherwise than in the standard form, that is said with the name.</summary>
    public static string Name(OeeConvention convention) =>
        convention == OeeConvention.Iso ? "OEE" : $"OEE ({convention.Words})";

    public static string Percent(decimal? ratio) => ratio is { } value
        ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %"
        : "not computable";

    public static string Count(long pieces) => pieces.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"2.1 points".</summary>
    public static string Points(decimal change) => (Math.Abs(change) * 100).ToString("0.0", CultureInfo.InvariantCulture) + " points";

    /// <summary>The change as it is shown: below a twentieth of a point it counts as none.</summary>
    public static int Direction(decimal change) => Math.Sign(Math.Round(change * 100, 1, MidpointRounding.AwayFromZero));

    /// <summary>True where machines of different speed make the two ways to weigh quality differ as shown.</summary>
    public static bool QualityDiffers(OeeFigures figures) => Percent(figures.Quality) != Percent(figures.QualityByCount);

    private static string Change(OeeReport report) => report.Change is not { } change
        ? ""
        : Direction(change) switch
        {
            > 0 => $", {Points(change)} above {report.BeforePeriod.Words}",
            < 0 => $", {Points(change)} below {report.BeforePeriod.Words}",
            _ => $", the same as {report.BeforePeriod.Words}",
        };
}
