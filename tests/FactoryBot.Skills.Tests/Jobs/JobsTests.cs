using System.Collections.Concurrent;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Jobs;
using FactoryBot.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace FactoryBot.Skills.Tests.Jobs;

public sealed class JobsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Schedule_OnceOnTwoHosts_RunsOnOneOfThem()
    {
        var database = await postgres.NewDatabaseAsync();
        using var one = await StartAsync(database);
        using var two = await StartAsync(database);
        var name = Guid.NewGuid().ToString();

        var scheduler = await one.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        for (var i = 0; i < 10; i++)
        {
            await scheduler.ScheduleJob(
                JobBuilder.Create<NotedJob>().WithIdentity($"{name} {i}").UsingJobData("name", $"{name} {i}").Build(),
                TriggerBuilder.Create().StartNow().Build());
        }

        for (var tries = 0; tries < 300 && NotedJob.Of(name).Count < 10; tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        await one.StopAsync();
        await two.StopAsync();
        Assert.Equal(10, NotedJob.Of(name).Count);
        Assert.Equal(10, NotedJob.Of(name).Distinct().Count());
    }

    private static async Task<IHost> StartAsync(FactoryDatabase database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("Jobs:CheckInSeconds", "1")]);
        builder.Services.AddSingleton(_ => database);
        builder.Services.AddJobs(builder.Configuration);
        builder.Services.AddRunningJobs();
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    public sealed class NotedJob : IJob
    {
        private static readonly ConcurrentBag<string> Ran = [];

        public static List<string> Of(string name) => [.. Ran.Where(r => r.StartsWith(name, StringComparison.Ordinal))];

        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            Ran.Add(context.MergedJobDataMap.GetString("name")!);
            return ValueTask.CompletedTask;
        }
    }
}
