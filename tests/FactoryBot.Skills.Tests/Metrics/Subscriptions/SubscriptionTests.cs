using Dapper;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Jobs;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Subscriptions;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace FactoryBot.Skills.Tests.Metrics.Subscriptions;

public sealed class SubscriptionTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly Guid Tenant = TenantDirectory.DemoTenant;
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public async Task Add_ThenChangeAndStop_TellsWhatComesWhen()
    {
        using var host = await HostAsync(await LoadedAsync(), MetricsPlant.Now);
        var manage = host.Services.GetRequiredService<ManageSubscriptions>();
        var asker = MetricsPlant.Asker(Tenant);

        var added = await manage.AddAsync(asker, new(null, "line 2", null, "every weekday at 6:15"), CancellationToken.None);
        var again = await manage.AddAsync(asker, new(null, "Line 2", null, "weekdays 6:15"), CancellationToken.None);
        var changed = await manage.ChangeAsync(asker, new(null, null, null, "at 7"), CancellationToken.None);
        var listed = await manage.ListAsync(asker, CancellationToken.None);
        var foreign = await manage.ListAsync(asker with { MemberId = Guid.NewGuid() }, CancellationToken.None);
        var stopped = await manage.StopAsync(asker, new(null, "line 2", null, null), CancellationToken.None);
        var none = await manage.StopAsync(asker, new(null, null, null, null), CancellationToken.None);

        Assert.Equal("You will get the digest of Line 2 every weekday at 06:15 (Europe/Berlin). The first one comes on Monday, 23 Nov 2026 at 06:15.", added.Text);
        Assert.StartsWith("You get the digest of Line 2 every weekday at 06:15 already.", again.Text, StringComparison.Ordinal);
        Assert.StartsWith("The digest of Line 2 now comes every weekday at 07:00 instead of every weekday at 06:15.", changed.Text, StringComparison.Ordinal);
        Assert.Equal("You get one digest: Line 2 every weekday at 07:00.", listed.Text);
        Assert.Equal(ResultStatus.NoRows, foreign.Status);
        Assert.Equal("The digest of Line 2 (every weekday at 07:00) no longer comes.", stopped.Text);
        Assert.Equal(ResultStatus.NoRows, none.Status);
        Assert.Equal(0, await CountAsync(host, "jobs.qrtz_triggers where trigger_group = 'digests'"));
    }

    [Theory]
    [InlineData("every weekday", "At what time every weekday?")]
    [InlineData("at 6:15", "On which days at 06:15?")]
    [InlineData(null, "When do you want the digest?")]
    [InlineData("whenever", "I do not understand “whenever”")]
    public async Task Add_WithHalfATime_AsksBack(string? schedule, string expected)
    {
        using var host = await HostAsync(await LoadedAsync(), MetricsPlant.Now);

        var answer = await host.Services.GetRequiredService<ManageSubscriptions>().AddAsync(MetricsPlant.Asker(Tenant), new(null, null, null, schedule), CancellationToken.None);

        Assert.StartsWith(expected, answer.Text, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Choices);
    }

    [Fact]
    public async Task Run_OnTwoHostsAtOnce_SendsOneDigest()
    {
        var database = await LoadedAsync();
        using var one = await HostAsync(database, MetricsPlant.Now);
        using var two = await HostAsync(database, MetricsPlant.Now);
        var id = await SubscribedAsync(one, Schedule.EveryDay, new(6, 15));

        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            (i % 2 == 0 ? one : two).Services.GetRequiredService<SendDigest>().RunAsync(Tenant, id, CancellationToken.None)));

        Assert.Single(sent, DigestSent.Sent);
        Assert.Equal(1, await CountAsync(one, "notices.notice"));
    }

    [Fact]
    public async Task Schedulers_TwoOnOneDatabaseAndARestart_SendOneDigest()
    {
        var database = await LoadedAsync();
        var now = TimeProvider.System.GetUtcNow();
        using var one = await HostAsync(database, null, run: true);
        using var two = await HostAsync(database, null, run: true);

        // A start that was due a moment ago, while no host was there for it.
        var due = TimeZoneInfo.ConvertTime(now.AddMinutes(-1), Berlin);
        var id = await SubscribedAsync(one, Schedule.EveryDay, new(due.Hour, due.Minute));
        for (var i = 0; i < 3; i++)
        {
            var scheduler = await (i == 1 ? two : one).Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
            await scheduler.TriggerJob(new(id.ToString(), "digests"));
        }

        await one.StopAsync();
        using var third = await HostAsync(database, null, run: true);
        for (var tries = 0; tries < 200 && await CountAsync(two, "jobs.qrtz_triggers where trigger_group = 'DEFAULT'") + await CountAsync(two, "jobs.qrtz_fired_triggers") > 0; tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        await two.StopAsync();
        await third.StopAsync();

        Assert.Equal(1, await CountAsync(two, "notices.notice"));
        Assert.Equal(1, await CountAsync(two, "plant.digest_sent"));
    }

    [Theory]
    [InlineData("2027-03-28", 2, 30, "2027-03-28T01:00:00Z")]
    [InlineData("2027-10-31", 2, 30, "2027-10-31T00:30:00Z")]
    [InlineData("2027-11-19", 6, 15, "2027-11-19T05:15:00Z")]
    public void Trigger_OnAnyDay_FiresOnceAndIsDueThen(string day, int hour, int minute, string expected)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var one = new DigestSubscription(Guid.NewGuid(), Guid.NewGuid(), null, null, null, Schedule.Of(Schedule.EveryDay, new(hour, minute)), Berlin.Id);
        var midnight = new DateTimeOffset(on.ToDateTime(TimeOnly.MinValue), Berlin.GetUtcOffset(on.ToDateTime(TimeOnly.MinValue)));

        var trigger = DigestTriggers.TriggerOf(one);
        var first = trigger.GetFireTimeAfter(midnight)!.Value;
        var second = trigger.GetFireTimeAfter(first)!.Value;

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), first);
        Assert.Equal(on.AddDays(1), DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(second, Berlin).DateTime));
        Assert.Equal((on, on.AddDays(-1)), (one.DueOn(first), one.DueOn(first.AddSeconds(-1))));
    }

    private static async Task<Guid> SubscribedAsync(IHost host, IReadOnlyList<DayOfWeek> days, TimeOnly at)
    {
        var database = host.Services.GetRequiredService<FactoryDatabase>();
        await using var scope = await database.OpenAsync(Tenant, CancellationToken.None);
        var one = new DigestSubscription(Guid.CreateVersion7(), MetricsPlant.Asker(Tenant).MemberId, null, null, null, Schedule.Of(days, at), Berlin.Id);
        await SubscriptionStore.SaveAsync(scope, one, CancellationToken.None);
        await scope.CommitAsync(CancellationToken.None);
        await host.Services.GetRequiredService<DigestTriggers>().PutAsync(Tenant, one, CancellationToken.None);
        return one.Id;
    }

    private async Task<FactoryDatabase> LoadedAsync()
    {
        var database = await postgres.NewDatabaseAsync();
        await new MetricsPlant(database).Demo.RunAsync(Tenant, new() { Days = 5 }, null, CancellationToken.None);
        await using var connection = await database.Host.OpenConnectionAsync();
        await using var scope = await database.OpenAsync(Tenant, CancellationToken.None);
        await TenancyStore.AddMemberAsync(scope, new(MetricsPlant.Asker(Tenant).MemberId, "Ana", Role.Viewer), "person", "test", "ana", CancellationToken.None);
        await scope.CommitAsync(CancellationToken.None);
        return database;
    }

    private static async Task<IHost> HostAsync(FactoryDatabase database, DateTimeOffset? now, bool run = false)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("Jobs:CheckInSeconds", "1")]);
        builder.Services.AddSingleton(_ => database);
        builder.Services.AddSingleton<TimeProvider>(now is { } at ? new FakeTime(at) : TimeProvider.System);
        builder.Services.AddJobs(builder.Configuration);
        builder.Services.AddNotices();
        builder.Services.AddFiles(builder.Configuration);
        builder.Services.AddMetrics(builder.Configuration);
        if (run)
            builder.Services.AddRunningJobs();
        var host = builder.Build();
        if (run)
            await host.StartAsync();
        return host;
    }

    private static async Task<long> CountAsync(IHost host, string from)
    {
        await using var scope = await host.Services.GetRequiredService<FactoryDatabase>().OpenAsync(Tenant, CancellationToken.None);
        return await scope.Connection.ExecuteScalarAsync<long>("select count(*) from " + from);
    }
}
