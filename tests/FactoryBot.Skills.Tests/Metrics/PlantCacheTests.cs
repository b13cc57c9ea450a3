using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Metrics;
using Microsoft.Extensions.Logging.Abstractions;

namespace FactoryBot.Skills.Tests.Metrics;

public sealed class PlantCacheTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Get_WithinTheAge_ReadsOnce()
    {
        var plant = await MetricsPlant.LoadedAsync(postgres);

        Assert.Same(await GetAsync(plant), await GetAsync(plant));
    }

    [Fact]
    public async Task Get_AfterALoadByAnotherHost_IsToldOfIt()
    {
        var one = await MetricsPlant.LoadedAsync(postgres);
        var two = new MetricsPlant(one.Database, new() { PlantMaxAgeSeconds = 3_600 });
        using var listener = new PlantListener(two.Database, two.Plants, TimeProvider.System, NullLogger<PlantListener>.Instance);
        await listener.StartAsync(CancellationToken.None);

        // The listener may still be connecting: a load before it listens is not heard, but then nothing is kept either.
        for (var version = 2; version < 5; version++)
        {
            await GetAsync(two);
            await one.Demo.RunAsync(MetricsPlant.Tenant, new() { Days = 2 }, null, CancellationToken.None);
            await Eventually(async () => (await GetAsync(two)).Version == version);
        }

        await listener.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Get_WithoutAnyNotification_SeesTheNewVersionAfterTheAge()
    {
        var one = await MetricsPlant.LoadedAsync(postgres);
        var two = new MetricsPlant(one.Database, new() { PlantMaxAgeSeconds = 0 });
        var old = await GetAsync(two);
        Assert.Same(old, await GetAsync(two));

        await one.Demo.RunAsync(MetricsPlant.Tenant, new() { Days = 2 }, null, CancellationToken.None);

        Assert.Equal(2, (await GetAsync(two)).Version);
    }

    [Fact]
    public async Task Entities_OfAPlant_AreItsNamesByKind()
    {
        var names = new PlantNames((await MetricsPlant.LoadedAsync(postgres)).Plants);

        var entities = await names.EntitiesAsync(MetricsPlant.Tenant, CancellationToken.None);

        string[] Of(SlotKind kind) => [.. entities.Where(entity => entity.Kind == kind).Select(entity => entity.Name)];
        Assert.Equal(["CNC-001", "Assembly-001", "Packaging-001", "Testing-001"], Of(SlotKind.Machine));
        Assert.Equal(["Line 1", "Line 2"], Of(SlotKind.Line));
        Assert.Equal(["Main Plant"], Of(SlotKind.Site));
        Assert.Equal(["Day", "Night"], Of(SlotKind.Shift));
        Assert.Same(entities, await names.EntitiesAsync(MetricsPlant.Tenant, CancellationToken.None));
        Assert.Equal(new(new(2026, 10, 22), new(2026, 11, 20)), await names.RangeAsync(MetricsPlant.Tenant, CancellationToken.None));
        Assert.Null(await names.RangeAsync(MetricsPlant.Other, CancellationToken.None));
    }

    private static ValueTask<PlantData> GetAsync(MetricsPlant plant) => plant.Plants.GetAsync(MetricsPlant.Tenant, CancellationToken.None);

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await holds())
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
    }
}
