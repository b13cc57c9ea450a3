using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;
using FactoryBot.Skills.Tenancy.Keys;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FactoryBot.Hosting;

/// <summary>Says where a started server is reached, and at the very first start the key to it.</summary>
internal sealed class Greeting(DemoPlant demo, ApiKeys keys, IServer server, IHostApplicationLifetime lifetime, IConfiguration configuration) : IHostedService
{
    private string? newKey;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (demo.IsWanted && (await keys.ListAsync(TenantDirectory.DemoTenant, cancellationToken)).Count == 0)
            newKey = (await keys.CreateAsync(
                TenantDirectory.DemoTenant, "First key", Role.Owner, new AuditActor(null, "first start"), cancellationToken)).Secret;
        lifetime.ApplicationStarted.Register(SayWhere);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void SayWhere()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        var key = newKey is null ? "" : $"\n  API key        {newKey}   (owner of the demo plant; shown this once)";
        var isPrivate = string.IsNullOrWhiteSpace(configuration.GetConnectionString("FactoryBot"));
        Console.Error.WriteLine(
            $"""

            FactoryBot is ready. Ask it: What was the OEE of Assembly-001 last week?

              Chat page      {address}/chat
              Bot endpoint   {address}/api/messages
              REST API       {address}/openapi{key}
              Terminal chat  bash eng/run.sh chat
              Playground     npx --yes @microsoft/m365agentsplayground start -e {address}/api/messages -c msteams

            Ctrl-C stops it{(isPrivate ? ", its database too" : "")}.
            """);
    }
}
