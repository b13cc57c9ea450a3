using System.Collections.Concurrent;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis.Memory;

/// <summary>Queries that nobody waits for: begun, asked after by their ticket, cancelled. They live with this host; what they answered is stored.</summary>
internal sealed class RunningQueries(TimeProvider time) : IDisposable
{
    private const int MostForAMember = 5;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<Guid, Running> running = new();

    /// <returns>The ticket; null where the member has too many running.</returns>
    public Guid? Start(Asker asker, Func<CancellationToken, Task<SkillResult>> run)
    {
        foreach (var (id, old) in running.Where(r => r.Value.Task.IsCompleted && time.GetUtcNow() - r.Value.At > Kept))
        {
            running.TryRemove(id, out _);
            old.Stop.Dispose();
        }

        if (running.Values.Count(r => r.TenantId == asker.TenantId && r.MemberId == asker.MemberId && !r.Task.IsCompleted) >= MostForAMember)
            return null;
        var stop = new CancellationTokenSource();
        var ticket = Guid.CreateVersion7(time.GetUtcNow());
        running[ticket] = new(asker.TenantId, asker.MemberId, Task.Run(() => run(stop.Token), stop.Token), stop, time.GetUtcNow());
        return ticket;
    }

    /// <summary>The asker's own; null where there is none of this ticket.</summary>
    public Task<SkillResult>? Find(Asker asker, Guid ticket) =>
        running.TryGetValue(ticket, out var found) && found.TenantId == asker.TenantId && found.MemberId == asker.MemberId ? found.Task : null;

    public async Task<bool> CancelAsync(Asker asker, Guid ticket)
    {
        if (Find(asker, ticket) is null || !running.TryRemove(ticket, out var found))
            return false;
        await found.Stop.CancelAsync();
        return true;
    }

    public void Dispose()
    {
        foreach (var query in running.Values)
            query.Stop.Dispose();
    }

    private sealed record Running(Guid TenantId, Guid MemberId, Task<SkillResult> Task, CancellationTokenSource Stop, DateTimeOffset At);
}
