using System.ClientModel;
using System.Globalization;
using Polly;
using Polly.Retry;

namespace FactoryBot.Planning.OpenAI;

/// <summary>Sends a request again where the protocol allows it, after the time the server asks for, and only before its first token.</summary>
internal static class OpenAIRetry
{
    public static ResiliencePipeline Pipeline(OpenAIOptions options, TimeProvider time, ILogger log)
    {
        if (options.Retries == 0)
            return ResiliencePipeline.Empty;
        var longest = TimeSpan.FromSeconds(options.LongestWaitSeconds);
        return new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(400),
                MaxDelay = longest,
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(IsPassing(args.Outcome.Exception, longest, time)),
                DelayGenerator = args => ValueTask.FromResult(WithJitter(Asked(args.Outcome.Exception, time))),
                OnRetry = args =>
                {
                    log.Retries((args.Outcome.Exception as ClientResultException)?.Status ?? 0, args.RetryDelay.TotalSeconds, args.AttemptNumber + 2);
                    return default;
                },
            })
            .Build();
    }

    private static bool IsPassing(Exception? error, TimeSpan longest, TimeProvider time) =>
        error is ClientResultException { Status: 0 or 408 or 429 or 500 or 502 or 503 or 504 } result
        && OpenAIErrors.Code(result) is not ("insufficient_quota" or "content_filter")
        && (Asked(result, time) ?? TimeSpan.Zero) <= longest;

    // All callers of a busy server were told the same moment; a little later each spreads them.
    private static TimeSpan? WithJitter(TimeSpan? asked) =>
        asked is { } wait ? wait + (wait * 0.1 * Random.Shared.NextDouble()) : null;

    private static TimeSpan? Asked(Exception? error, TimeProvider time)
    {
        if ((error as ClientResultException)?.GetRawResponse() is not { } response)
            return null;
        if (response.Headers.TryGetValue("retry-after-ms", out var text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 0 and < 1e9)
            return TimeSpan.FromMilliseconds(milliseconds);
        if (!response.Headers.TryGetValue("retry-after", out text))
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e6)
            return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at > time.GetUtcNow()
            ? at - time.GetUtcNow()
            : null;
    }
}
