using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using FactoryBot.Hosting;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Testing;
using FactoryBot.Tests.Channels.Teams;
using FactoryBot.Tests.Turns;
using FactoryBot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactoryBot.Tests.Hosting;

/// <summary>The whole product without doors: what a turn leaves in logs, traces and figures.</summary>
public sealed class ObservabilityTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Turn_WordsOfTheMessage_AreLoggedAtTraceOnly()
    {
        var logs = new CapturedLogs();
        using var host = await StartAsync(logs);

        await AskAsync(host, "What was the OEE of zebrafish last week?");
        await host.StopAsync();

        Assert.Contains(logs.Lines, l => l.Level == LogLevel.Trace && l.Line.Contains("zebrafish", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(logs.Lines, l => l.Level > LogLevel.Trace && l.Line.Contains("zebrafish", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Turn_ItsLogLine_NamesTurnAndTenant()
    {
        var logs = new CapturedLogs();
        using var host = await StartAsync(logs);

        var reply = await AskAsync(host, "help");
        await host.StopAsync();

        var line = Assert.Single(logs.Lines, l => l.Line.Contains($"Turn {reply.TurnId} of tenant", StringComparison.Ordinal)).Line;
        var scope = line[line.IndexOf('|', StringComparison.Ordinal)..];
        Assert.Contains(reply.TurnId.ToString(), scope, StringComparison.Ordinal);
        Assert.Contains(TenantDirectory.DemoTenant.ToString(), scope, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turn_WithAFunction_LeavesASpanOfEachStepAndItsTimes()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var tracer = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "FactoryBot" or "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(tracer);
        var figures = new ConcurrentBag<string>();
        using var meter = new MeterListener();
        meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "FactoryBot")
                listener.EnableMeasurementEvents(instrument);
        };
        meter.SetMeasurementEventCallback<double>((instrument, _, _, _) => figures.Add(instrument.Name));
        meter.Start();
        using var host = await StartAsync(new());
        await host.Services.GetRequiredService<LoadDemo>().RunAsync(TenantDirectory.DemoTenant, new(), null, default);

        var reply = await AskAsync(host, "What was the OEE of Assembly-001 last week?");
        await host.StopAsync();

        Assert.Single(reply.Calls);
        // Other tests of this process have turns too: this one is found by its id.
        var turn = Assert.Single(spans, s => Equals(s.GetTagItem("turn.id"), reply.TurnId));
        var own = spans.Where(s => s.TraceId == turn.TraceId).ToList();
        Assert.Contains(own, s => s.OperationName == "planner" && s.ParentSpanId == turn.SpanId);
        var function = Assert.Single(own, s => s.OperationName == "function");
        Assert.Contains(own, s => s.Source.Name == "Npgsql" && s.ParentSpanId == function.SpanId);
        Assert.Contains("factorybot.turn.duration", figures);
        Assert.Contains("factorybot.planner.duration", figures);
        Assert.Contains("factorybot.function.duration", figures);
    }

    [Fact]
    public async Task Turn_WithACollector_ArrivesThereAsTracesFiguresAndLogs()
    {
        await using var collector = await LoopbackServer.StartAsync();
        using (var host = await StartAsync(new(), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        {
            await AskAsync(host, "help");
            await host.StopAsync();
        }

        string Received(string path) => string.Concat(collector.Calls.Where(c => c.Target == path).Select(c => c.Body));
        Assert.Contains("planner", Received("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("factorybot.turn.duration", Received("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("FactoryBot.Turns", Received("/v1/logs"), StringComparison.Ordinal);
    }

    private async Task<IHost> StartAsync(CapturedLogs logs, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        builder.Configuration["ConnectionStrings:FactoryBot"] = await postgres.NewConnectionStringAsync();
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.AddObservability();
        builder.Services.AddFactoryBot(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static async Task<OutboundReply> AskAsync(IHost host, string text)
    {
        var intake = host.Services.GetRequiredService<ITurnIntake>();
        var receipt = await intake.AcceptAsync(TurnsHarness.Message("a1") with { Text = text, Awaited = true }, default);
        return (await intake.WaitAsync(receipt, TimeSpan.FromSeconds(30), default))!;
    }
}
