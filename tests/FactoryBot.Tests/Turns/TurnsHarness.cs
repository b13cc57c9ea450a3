using System.Text.Json;
using FactoryBot.Planning;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Downloads;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Reports;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FactoryBot.Tests.Turns;

/// <summary>One host with the real turns on a real database, a channel that records, and a skill whose functions wait, fail or answer.</summary>
internal sealed class TurnsHarness : IAsyncDisposable
{
    private readonly IHost host;

    private TurnsHarness(IHost host) => this.host = host;

    public Guid HostId => host.Services.GetRequiredService<HostIdentity>().Id;

    /// <summary>How many turns wait on this host.</summary>
    public int Waiting => host.Services.GetRequiredService<TurnDispatcher>().Waiting;

    public RecordingChannel Channel => host.Services.GetRequiredService<RecordingChannel>();

    public ProbeSkill Probe => host.Services.GetRequiredService<ProbeSkill>();

    public ITurnIntake Intake => host.Services.GetRequiredService<ITurnIntake>();

    public GroupPrivacy Privacy => host.Services.GetRequiredService<GroupPrivacy>();

    public Planner Planner => host.Services.GetRequiredService<Planner>();

    public TenantDirectory Tenants => host.Services.GetRequiredService<TenantDirectory>();

    public NoticeBoard Notices => host.Services.GetRequiredService<NoticeBoard>();

    public FileLinks Links => host.Services.GetRequiredService<FileLinks>();

    public FileStore Files => host.Services.GetRequiredService<FileStore>();

    public FactoryDatabase Database => host.Services.GetRequiredService<FactoryDatabase>();

    public static async Task<TurnsHarness> StartAsync(string connection, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(
            [new("ConnectionStrings:FactoryBot", connection), new("Turns:TakeOverEverySeconds", "1"),
                .. settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddFactoryDatabase(builder.Configuration, typeof(TurnsHarness).Assembly, typeof(TurnServices).Assembly);
        builder.Services.AddTenancy(builder.Configuration);
        builder.Services.AddFiles(builder.Configuration);
        builder.Services.AddNotices();
        builder.Services.AddReports();
        builder.Services.AddDownloads();
        builder.Services.AddSingleton<SkillCatalog>();
        builder.Services.AddPlanning(builder.Configuration);
        builder.Services.AddSingleton(new PlannerClients(new SilentChat(), null));
        builder.Services.AddTurns(builder.Configuration);
        builder.Services.AddSingleton<RecordingChannel>();
        builder.Services.AddSingleton<IChannel>(s => s.GetRequiredService<RecordingChannel>());
        builder.Services.AddSingleton<IProactiveChannel>(s => s.GetRequiredService<RecordingChannel>());
        builder.Services.AddSingleton<IFileChannel>(s => s.GetRequiredService<RecordingChannel>());
        builder.Services.AddSingleton<IRosterChannel>(s => s.GetRequiredService<RecordingChannel>());
        builder.Services.AddSingleton<ProbeSkill>();
        builder.Services.AddSingleton<ISkill>(s => s.GetRequiredService<ProbeSkill>());
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public Task<IntakeReceipt> PressAsync(string function, string activity, string conversation = "c", bool awaited = false) =>
        Intake.AcceptAsync(Press(function, activity, conversation) with { Awaited = awaited }, default);

    public static InboundMessage Press(string function, string activity, string conversation = "c") =>
        Message(activity, conversation) with { Press = new(function, JsonSerializer.SerializeToElement(new { label = activity })) };

    public static InboundMessage Message(string activity, string conversation = "c") => new()
    {
        Channel = "test",
        TenantKey = "demo",
        ConversationId = conversation,
        ActivityId = activity,
        From = new("user-1", "Ana"),
        ReceivedAt = TimeProvider.System.GetUtcNow(),
    };

    public Task StopAsync() => host.StopAsync();

    /// <summary>Ends the host as an orderly stop does.</summary>
    public async ValueTask DisposeAsync()
    {
        Probe.Gate.TrySetResult();
        await host.StopAsync();
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }

    public static async Task UntilAsync(Func<bool> condition, int seconds = 15)
    {
        for (var i = 0; i < seconds * 50 && !condition(); i++)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        Assert.True(condition(), "It did not happen in time.");
    }
}
