using System.Globalization;
using FactoryBot.Skills.Metrics.Conventions;

namespace FactoryBot.Skills.Metrics.Teep;

/// <summary>A TEEP answer in plain words that stand without the card.</summary>
internal static class TeepText
{
    public static string Of(TeepReport report)
    {
        var (figures, asked) = (report.Figures, report.Asked);
        var form = asked.Convention.Form == OeeForm.Strict ? "strict" : "standard";
        return figures.Teep is { } teep
            ? $"TEEP of {asked.Scope.Phrase} was {OeeText.Percent(teep)} {asked.When}{Change(report)}. "
                + $"Loading (utilisation) {OeeText.Percent(figures.Loading)}: {Hours(report.Oee.Sums.PlannedSeconds)} planned of {Hours(report.CalendarSeconds)} of calendar time "
                + $"({Machines(report)}). OEE {OeeText.Percent(figures.Oee.Oee)} in the {form} form."
            : $"TEEP of {asked.Scope.Phrase} cannot be computed {asked.When}.";
    }

    public static string Hours(long seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600m:N1} h");

    public static string Machines(TeepReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Machines:N0} machine{(report.Machines == 1 ? "" : "s")}, {report.Days.Days} day{(report.Days.Days == 1 ? "" : "s")}");

    public static string Change(TeepReport report) => report.Change is not { } change
        ? ""
        : OeeText.Direction(change) switch
        {
            > 0 => $", {OeeText.Points(change)} above {report.Oee.BeforePeriod.Words}",
            < 0 => $", {OeeText.Points(change)} below {report.Oee.BeforePeriod.Words}",
            _ => $", the same as {report.Oee.BeforePeriod.Words}",
        };
}
