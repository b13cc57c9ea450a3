using FactoryBot.Skills.Metrics.Downtime;

namespace FactoryBot.Skills.Tests.Metrics.Downtime.Sheets;

internal static class SameFigures
{
    public static void Check(DowntimeFigures expected, DowntimeFigures actual)
    {
        Assert.Equal((expected.Unplanned, expected.Planned, expected.Rows), (actual.Unplanned, actual.Planned, actual.Rows));
        Assert.Equal(expected.Reasons, actual.Reasons);
        Assert.Equal(expected.Machines, actual.Machines);
        Assert.Equal((expected.Micro, expected.FailureTime), (actual.Micro, actual.FailureTime));
        Assert.Equal((expected.Failures, expected.Mtbf, expected.Mttr, expected.WithoutReason), (actual.Failures, actual.Mtbf, actual.Mttr, actual.WithoutReason));
        Assert.Equal(expected.Longest, actual.Longest);
        Assert.Equal(expected.Major, actual.Major);
    }
}
