using FactoryBot.Planning.BuiltIn.Learned;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;

namespace FactoryBot.Hosting;

/// <summary>
/// Does while the database starts what the first question would wait for: learns from people's sentences, and has the code
/// that writes cards compiled.
/// </summary>
internal sealed class WarmUp(SkillCatalog catalog) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Nobody waits for it. Should it fail, the first question fails with the same error, where it is logged and answered.
        _ = Task.Run(Warm, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Warm()
    {
        Intents.For(catalog.Spoken);
        CardJson.Read(CardJson.ToBytes(new AdaptiveCard { Body = [new FactSet { Facts = [new("", "")] }] }));
        // Learning leaves some fifty megabytes behind, and nothing else makes the heap as large again.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
