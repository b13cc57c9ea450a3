using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace FactoryBot.Channels.Teams.Connector;

/// <summary>Which calls to the connector are repeated, how often and after how long.</summary>
internal sealed class ConnectorRetry
{
    private readonly TimeSpan longestWait;

    public ConnectorRetry(IOptions<TeamsOptions> settings, TimeProvider time, ILogger<ConnectorRetry> log)
    {
        var options = settings.Value;
        longestWait = TimeSpan.FromSeconds(options.ConnectorLongestWaitSeconds);
        var pipeline = new ResiliencePipelineBuilder<ConnectorAnswer> { TimeProvider = time };
        if (options.ConnectorRetries > 0)
            pipeline.AddRetry(new RetryStrategyOptions<ConnectorAnswer>
            {
                MaxRetryAttempts = options.ConnectorRetries,
                Delay = TimeSpan.FromMilliseconds(options.ConnectorRetryMilliseconds),
                MaxDelay = longestWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(MayRepeat(args.Outcome, args.AttemptNumber)),
                DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result.Wait),
                OnRetry = args =>
                {
                    log.ConnectorRepeated(args.Outcome.Result.Status, args.RetryDelay.TotalMilliseconds, args.AttemptNumber + 1);
                    return default;
                },
            });
        Pipeline = pipeline.AddTimeout(TimeSpan.FromSeconds(options.ConnectorCallSeconds)).Build();
    }

    public ResiliencePipeline<ConnectorAnswer> Pipeline { get; }

    /// <summary>How long the connector asks to be left alone; null where it does not say.</summary>
    public static TimeSpan? WaitsFor(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > now => date - now,
        _ => null,
    };

    // A connector that wants more patience than a call can have gets the answer later, by the turn's own repetition.
    private bool MayRepeat(Outcome<ConnectorAnswer> outcome, int attempt) => outcome switch
    {
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        { Exception: not null } => false,
        { Result.Wait: { } wait } when wait > longestWait => false,
        // A conflict is worth one more try; the others are about the connector's own state.
        { Result.Status: StatusCodes.Status409Conflict } => attempt == 0,
        _ => outcome.Result.Status is 408 or 412 or 429 or 500 or 502 or 503 or 504,
    };
}
