using System.Data.Common;
using FactoryBot.Skills.Database;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FactoryBot.Api;

/// <summary>Ready means: the database answers. Live means only that the process does.</summary>
internal sealed class DatabaseHealth(FactoryDatabase database) : IHealthCheck
{
    public const string ReadyTag = "ready";

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AtMost);
        try
        {
            await using var connection = await database.Host.OpenConnectionAsync(limit.Token);
            return HealthCheckResult.Healthy();
        }
        // InvalidOperationException: the database has not been started yet.
        catch (Exception error) when (error is DbException or OperationCanceledException or TimeoutException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
