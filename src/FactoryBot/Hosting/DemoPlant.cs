using FactoryBot.Channels.WebChat;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Quotes.Demo;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Hosting;

/// <summary>Loads the demo plant at the first start, so that the first question has an answer, and brings it up to yesterday at each later one.</summary>
internal sealed class DemoPlant(IOptions<FirstStartOptions> options, IConfiguration configuration, LoadDemo load, GrowDemo grow, LoadDemoQuotes quotes, DemoCast cast) : IHostedService
{
    public bool IsWanted => options.Value.Demo ?? string.IsNullOrWhiteSpace(configuration.GetConnectionString("FactoryBot"));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IsWanted)
            return;
        if (await load.IfEmptyAsync(TenantDirectory.DemoTenant, null, cancellationToken) is null)
            await grow.RunAsync(TenantDirectory.DemoTenant, cancellationToken);
        if (await quotes.IfEmptyAsync(TenantDirectory.DemoTenant, cancellationToken) is null)
            return;
        // The demo's rules ask for managers and an owner: a quote that is submitted waits for somebody.
        foreach (var part in DemoCast.Parts.Where(p => p.Role >= Role.Manager))
            await cast.EnsureAsync(WebChatChannel.ChannelName, part, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
