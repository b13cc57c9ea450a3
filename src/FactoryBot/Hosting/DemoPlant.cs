using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Quotes.Demo;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Hosting;

/// <summary>Loads the demo plant at the first start, so that the first question has an answer, and brings it up to yesterday at each later one.</summary>
internal sealed class DemoPlant(IOptions<FirstStartOptions> options, IConfiguration configuration, LoadDemo load, GrowDemo grow, LoadDemoQuotes quotes) : IHostedService
{
    public bool IsWanted => options.Value.Demo ?? string.IsNullOrWhiteSpace(configuration.GetConnectionString("FactoryBot"));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IsWanted)
            return;
        if (await load.IfEmptyAsync(TenantDirectory.DemoTenant, null, cancellationToken) is null)
            await grow.RunAsync(TenantDirectory.DemoTenant, cancellationToken);
        await quotes.IfEmptyAsync(TenantDirectory.DemoTenant, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
