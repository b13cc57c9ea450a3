namespace FactoryBot.Planning.OpenAI;

/// <summary>The configured model as the planner drives it.</summary>
internal static class OpenAIModel
{
    /// <returns>Null where no model is configured.</returns>
    public static PlannerModel? Of(OpenAIOptions options, TimeProvider time, ILogger log) => options.IsConfigured
        ? new(
            new OpenAIChatClient(OpenAIWire.Open(options), OpenAIRetry.Pipeline(options, time, log)),
            options.Model!, options.PriceInPerMillion, options.PriceOutPerMillion, options.Streaming)
        : null;
}
