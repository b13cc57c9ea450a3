using FactoryBot.Planning.BuiltIn.Learned;
using FactoryBot.Skills.Functions;

namespace FactoryBot.Planning;

/// <summary>Learns from people's sentences while the host starts, so that the first question does not wait for it.</summary>
internal sealed class LearnAhead(SkillCatalog catalog) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Nobody waits for it. Should it fail, the first question fails with the same error, where it is logged and answered.
        _ = Task.Run(() => Intents.For(catalog.Spoken), CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
