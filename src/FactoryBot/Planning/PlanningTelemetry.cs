using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FactoryBot.Planning;

/// <summary>What the planner reports to OpenTelemetry, under the one name of the product.</summary>
internal static class PlanningTelemetry
{
    public const string Name = "FactoryBot";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>(
        "factorybot.model.tokens", "{token}", "Tokens read and written by the language model");

    private static readonly Counter<double> Cost = Meter.CreateCounter<double>(
        "factorybot.model.cost", "{currency}", "Cost of the language model at the configured prices");

    private static readonly Counter<long> Replaced = Meter.CreateCounter<long>(
        "factorybot.model.words_replaced", "{answer}", "Answers whose words by the model did not pass the check");

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "factorybot.model.failures", "{failure}", "Turns in which the language model failed");

    private static readonly Histogram<double> PlannerTime = Meter.CreateHistogram<double>(
        "factorybot.planner.duration", "ms", "From a question to its answer");

    private static readonly Histogram<double> ModelTime = Meter.CreateHistogram<double>(
        "factorybot.model.duration", "ms", "One round with the language model");

    private static readonly Histogram<double> FunctionTime = Meter.CreateHistogram<double>(
        "factorybot.function.duration", "ms", "One call of a function");

    public static ActivitySource Source { get; } = new(Name);

    public static void Answered(PlannedAnswer answer, TimeSpan took)
    {
        PlannerTime.Record(took.TotalMilliseconds, Tag("planner", answer.ByModel ? "model" : "built-in"), Tag("status", answer.Result.Status.ToString()));
        if (answer.Cost > 0)
            Cost.Add((double)answer.Cost);
    }

    public static void Round(string model, long tokensIn, long tokensOut, TimeSpan took)
    {
        Tokens.Add(tokensIn, Tag("model", model), Tag("direction", "in"));
        Tokens.Add(tokensOut, Tag("model", model), Tag("direction", "out"));
        ModelTime.Record(took.TotalMilliseconds, Tag("model", model));
    }

    public static void Called(string function, string outcome, TimeSpan took) =>
        FunctionTime.Record(took.TotalMilliseconds, Tag("function", function), Tag("outcome", outcome));

    public static void WordsReplaced(string reason) => Replaced.Add(1, Tag("reason", reason));

    public static void Failed(ModelFailure reason) => Failures.Add(1, Tag("reason", reason.ToString()));

    private static KeyValuePair<string, object?> Tag(string key, string value) => new(key, value);
}
