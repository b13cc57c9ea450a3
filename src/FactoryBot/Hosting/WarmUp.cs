using System.Text.Json;
using FactoryBot.Planning;
using FactoryBot.Planning.BuiltIn.Learned;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Turns;

namespace FactoryBot.Hosting;

/// <summary>
/// Does during the start what the first question would wait for: learns from people's sentences while the database starts, and asks for the demo
/// plant's OEE while the other services do, so that the code of a question is compiled and its statements are prepared.
/// </summary>
internal sealed class WarmUp(SkillCatalog catalog, Planner planner, TimeProvider time) : IHostedLifecycleService
{
    private static readonly PlannedCall Question = new("metrics_oee", JsonElement.Parse("{}"));

    // Nobody waits for either. Should one fail, the first question fails with the same error, where it is logged and answered.
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(Learn, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Task.Run(() => AskAsync(cancellationToken), CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Learn()
    {
        Intents.For(catalog.Spoken);
        CardJson.Read(CardJson.ToBytes(new AdaptiveCard { Body = [new FactSet { Facts = [new("", "")] }] }));
        // Learning leaves some fifty megabytes behind, and nothing else makes the heap as large again.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        var asker = new Asker
        {
            TenantId = TenantDirectory.DemoTenant,
            MemberId = Guid.Empty,
            Name = "",
            Role = Role.Viewer,
            Permissions = Permissions.Of(Role.Viewer),
            Modules = new HashSet<string> { Modules.Metrics },
            TimeZone = TimeZoneInfo.Utc,
            Now = time.GetUtcNow(),
            TurnId = Guid.Empty,
        };
        if (await planner.CallAsync([Question], asker, cancellationToken) is [{ } result])
            ReplyJson.Write(new() { TurnId = asker.TurnId, Result = result, Calls = [Question] });
    }
}
