using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Quotes.Demo;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Hosting;

/// <summary>Loads the demo plant at the first start, so that the first question has an answer.</summary>
internal sealed class DemoPlant(IOptions<FirstStartOptions> options, IConfiguration configuration, LoadDemo load, LoadDemoQuotes quotes) : IHostedService
{
    public bool IsWanted => options.Value.Demo ?? string.IsNullOrWhiteSpace(configuration.GetConnectionString("FactoryBot"));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IsWanted)
            return;
        await load.IfEmptyAsync(TenantDirectory.DemoTenant, null, cancellationToken);
        await quotes.IfEmptyAsync(TenantDirectory.DemoTenant, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
