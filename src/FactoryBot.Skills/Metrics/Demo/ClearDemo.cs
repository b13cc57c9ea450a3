using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics.Ingest;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Metrics.Demo;

/// <param name="Machines">How many machines of the demo went; 0: there was no demo.</param>
/// <param name="Kept">Machines that stay because rows of an import are on them.</param>
internal sealed record DemoCleared(int Machines, IReadOnlyList<string> Kept);

/// <summary>Takes the demo plant out of a tenant's data, so that answers about the whole plant speak of the plant's own alone. In one transaction.</summary>
internal sealed class ClearDemo(FactoryDatabase database, PlantCache cache, TimeProvider clock)
{
    public async Task<DemoCleared> RunAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(tenantId, cancellationToken);
        await MasterStore.LockAsync(scope, cancellationToken);
        if (!await HasDemoAsync(scope, cancellationToken))
            return new(0, []);
        var (machines, kept) = await new DemoStore(scope).ClearDemoAsync(cancellationToken);
        await DemoMadeStore.ForgetAsync(scope, cancellationToken);
        await LoadStore.BookAsync(scope, "Demo removed", 0, clock.GetUtcNow(), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        cache.Forget(tenantId);
        return new(machines, kept);
    }

    /// <summary>Asks first: it cannot be taken back.</summary>
    public async Task<SkillResult> OfferAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        return await HasDemoAsync(scope, cancellationToken) ? DemoAnswers.Offer() : DemoAnswers.NoDemo();
    }

    public async Task<SkillResult> AnswerAsync(Asker asker, CancellationToken cancellationToken) =>
        await RunAsync(asker.TenantId, cancellationToken) is { } cleared && cleared.Machines + cleared.Kept.Count > 0 ? DemoAnswers.Cleared(cleared) : DemoAnswers.NoDemo();

    /// <summary>Whether machines of the demo plant are there.</summary>
    public static Task<bool> HasDemoAsync(TenantScope scope, CancellationToken cancellationToken) =>
        LoadStore.HasDemoAsync(scope, DemoPlant.LoadName, [.. DemoPlant.Machines.Select(m => m.Name)], cancellationToken);
}
