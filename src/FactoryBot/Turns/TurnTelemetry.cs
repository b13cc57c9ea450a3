using System.Diagnostics;
using System.Diagnostics.Metrics;
using FactoryBot.Planning;

namespace FactoryBot.Turns;

/// <summary>What the turns report to OpenTelemetry.</summary>
internal static class TurnTelemetry
{
    private static readonly Meter Meter = new("FactoryBot");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "factorybot.turn.duration", "ms", "From taking a turn up to its stored answer");

    public static ActivitySource Source { get; } = new("FactoryBot");

    public static Counter<long> Failed { get; } = Meter.CreateCounter<long>(
        "factorybot.turn.failed", "{turn}", "Turns that ended in the error boundary");

    public static void Record(PlannedAnswer answer, double milliseconds) =>
        Duration.Record(
            milliseconds,
            new KeyValuePair<string, object?>("status", answer.Result.Status.ToString()),
            new KeyValuePair<string, object?>("planner", answer.ByModel ? "model" : "built-in"));
}
