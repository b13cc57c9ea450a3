using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;
using FactoryBot.Skills.Tenancy.Keys;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace FactoryBot.Hosting;

/// <summary>Makes a new installation usable at once, and says where it is reached.</summary>
internal sealed class FirstStart(
    IOptions<FirstStartOptions> options,
    IConfiguration configuration,
    LoadDemo demo,
    ApiKeys keys,
    IServer server,
    IHostApplicationLifetime lifetime) : IHostedService
{
    private string? newKey;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Demo ?? string.IsNullOrWhiteSpace(configuration.GetConnectionString("FactoryBot")))
        {
            await demo.IfEmptyAsync(TenantDirectory.DemoTenant, null, cancellationToken);
            if ((await keys.ListAsync(TenantDirectory.DemoTenant, cancellationToken)).Count == 0)
                newKey = (await keys.CreateAsync(
                    TenantDirectory.DemoTenant, "First key", Role.Owner, new AuditActor(null, "first start"), cancellationToken)).Secret;
        }
        lifetime.ApplicationStarted.Register(SayWhere);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void SayWhere()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        var key = newKey is null ? "" : $"\n  API key        {newKey}   (owner of the demo plant; shown this once)";
        Console.Error.WriteLine(
            $"""

            FactoryBot is ready. Ask it: What was the OEE of Assembly-001 last week?

              Bot endpoint   {address}/api/messages
              REST API       {address}/openapi{key}
              Terminal chat  bash eng/run.sh chat
              Playground     npx --yes @microsoft/m365agentsplayground start -e {address}/api/messages -c msteams

            Ctrl-C stops it, its database too.
            """);
    }
}

/// <summary>Registers the first start.</summary>
public static class FirstStartServices
{
    public static IServiceCollection AddFirstStart(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FirstStartOptions>().Bind(configuration.GetSection("FirstStart"));
        return services.AddHostedService<FirstStart>();
    }
}
