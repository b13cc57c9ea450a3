using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api;

/// <summary>How often one caller may ask: counted for its key, or for its address as long as it has shown no valid key.</summary>
internal sealed class RateLimits(IOptions<ApiOptions> options) : IConfigureOptions<RateLimiterOptions>
{
    public const string Chat = "chat";
    public const string Setup = "setup";
    public const string Reads = "reads";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public void Configure(RateLimiterOptions limiter)
    {
        Add(limiter, Chat, options.Value.ChatPerMinute);
        Add(limiter, Setup, options.Value.SetupPerMinute);
        Add(limiter, Reads, options.Value.ReadsPerMinute);
    }

    private static void Add(RateLimiterOptions limiter, string policy, int perMinute) =>
        limiter.AddPolicy(policy, new PerCaller(perMinute));

    private sealed class PerCaller(int perMinute) : IRateLimiterPolicy<string>
    {
        public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected => RejectAsync;

        public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
            RateLimitPartition.GetFixedWindowLimiter(CallerOf(httpContext), _ => new() { PermitLimit = perMinute, Window = Window });

        private static string CallerOf(HttpContext http) =>
            http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } key
                ? "key " + key
                : "address " + http.Connection.RemoteIpAddress;

        private async ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancellationToken)
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            await ApiFailures.TooManyRequests(perMinute, seconds).WriteAsync(context.HttpContext);
        }
    }
}
