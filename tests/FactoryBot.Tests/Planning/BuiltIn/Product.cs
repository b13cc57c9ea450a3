using FactoryBot.Channels.Terminal;
using FactoryBot.Hosting;
using FactoryBot.Planning;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace FactoryBot.Tests.Planning.BuiltIn;

/// <summary>The whole product on the demo plant, with two more people in it, asked on a fixed Saturday.</summary>
public sealed class Product : IAsyncLifetime
{
    private readonly PostgresFixture postgres = new();
    private IHost host = null!;

    internal Welcome Welcome => host.Services.GetRequiredService<Welcome>();

    public async Task InitializeAsync()
    {
        await postgres.InitializeAsync();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(
        [
            new("ConnectionStrings:FactoryBot", await postgres.NewConnectionStringAsync()), new("FirstStart:Demo", "true"),
        ]);
        builder.Services.AddSingleton<TimeProvider>(new FakeTime(new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero)));
        builder.Services.AddFactoryBot(builder.Configuration);
        builder.Services.AddTerminal();
        builder.Services.TryAddSingleton<Welcome>();
        host = builder.Build();
        await host.StartAsync();
        foreach (var person in new[] { "Olga Berg", "Ana Lopez", "Ben Okafor" })
        {
            await MemberAsync(person);
        }
    }

    internal async Task<Asker> AskerAsync(Role? role = null)
    {
        var member = await MemberAsync("Olga Berg");
        var asker = member.ToAsker(host.Services.GetRequiredService<TimeProvider>().GetUtcNow(), Guid.NewGuid());
        return role is { } other ? asker with { Role = other, Permissions = Permissions.Of(other) } : asker;
    }

    /// <summary>Answers as a turn does, with what was said before.</summary>
    internal Task<PlannedAnswer> AskAsync(string text, Asker asker, params IReadOnlyList<Exchange> history) =>
        host.Services.GetRequiredService<Planner>().AnswerAsync(new() { Asker = asker, Text = text, History = history }, CancellationToken.None);

    public async Task DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        await postgres.DisposeAsync();
    }

    private ValueTask<Membership> MemberAsync(string name) =>
        host.Services.GetRequiredService<TenantDirectory>().ResolveAsync("terminal", TenantDirectory.DemoKey, name, name, CancellationToken.None);
}
