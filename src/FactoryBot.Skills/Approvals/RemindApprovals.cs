using FactoryBot.Skills.Database;
using FactoryBot.Skills.Tenancy;
using Quartz;

namespace FactoryBot.Skills.Approvals;

/// <summary>Reminds those who may decide of requests that are past their due time, and tells those who may decide as well once a request has
/// waited too long. What waits when an absence begins goes to the delegate. Each once, whichever host does it.</summary>
[DisallowConcurrentExecution]
internal sealed class RemindApprovals(FactoryDatabase database, ApprovalNotices notices, IEnumerable<IApprovalSubject> subjects, TimeProvider time) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await RunAsync(cancellationToken);

    /// <returns>How many requests people were told of.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        var now = time.GetUtcNow();
        foreach (var (tenantId, requestId, what) in await ApprovalReminderStore.OverdueAsync(database, now, cancellationToken))
        {
            await using var scope = await database.OpenAsync(tenantId, cancellationToken);
            if (!await ApprovalStore.RemindAsync(scope, requestId, what, now, cancellationToken)
                || await ApprovalStore.FindAsync(scope, requestId, cancellationToken) is not { State: ApprovalState.Open } request)
                continue;
            var subject = subjects.First(s => s.Kind == request.Kind);
            if (DelegateOf(what) is { } other)
                await notices.HandOverAsync(scope, subject, request, Housekeeper(tenantId, now), other, cancellationToken);
            else
                await notices.RemindAsync(scope, subject, request, Housekeeper(tenantId, now), what, cancellationToken);
            await scope.CommitAsync(cancellationToken);
            told++;
        }

        return told;
    }

    /// <summary>Who decides for somebody whose absence has begun; null where it is another reminder.</summary>
    private static Guid? DelegateOf(string what) => what.Split(':') is ["away", var id, ..] && Guid.TryParse(id, out var other) ? other : null;

    private static Asker Housekeeper(Guid tenantId, DateTimeOffset now) => new()
    {
        TenantId = tenantId, MemberId = Guid.Empty, Name = "FactoryBot", Role = Role.Viewer, Permissions = new HashSet<string>(), Modules = Modules.AllOn,
        TimeZone = TimeZoneInfo.Utc, Now = now, TurnId = Guid.NewGuid(),
    };
}
