using FactoryBot.Skills.Database;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Compare;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Metrics.Digest;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Issues;
using FactoryBot.Skills.Metrics.Output;
using FactoryBot.Skills.Metrics.Measures;
using FactoryBot.Skills.Metrics.Plan;
using FactoryBot.Skills.Metrics.Rank;
using FactoryBot.Skills.Metrics.Teep;
using FactoryBot.Skills.Metrics.Terms;
using FactoryBot.Skills.Metrics.Trend;
using FactoryBot.Skills.Metrics.Why;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Tests.Metrics;

/// <summary>The metrics skill on a database, as a host puts it together; each stands for one host.</summary>
internal sealed class MetricsPlant
{
    public static readonly Guid Tenant = Guid.Parse("00000000-0000-0000-0000-0000000000a1");
    public static readonly Guid Other = Guid.Parse("00000000-0000-0000-0000-0000000000a2");

    // A Saturday; the demo data ends the day before.
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public MetricsPlant(FactoryDatabase database, MetricsOptions? options = null)
    {
        Database = database;
        var set = Options.Create(options ?? new());
        Plants = new(new(database), set, TimeProvider.System);
        var answers = new AnswerCache(set);
        var ask = new AskPlant(Plants, answers, new(new(database), set), set);
        var sums = new ReadSums(new(database), new(database), new(database, new(database)), new(database), set);
        var downtime = new ReadDowntime(new(database, new(set)), new(set), new(database), set, TimeProvider.System, NullLogger<ReadDowntime>.Instance);
        var digest = new ReadDigest(sums, downtime, new(database));
        Teep = new(ask, sums);
        var measures = new ReadMeasures(sums, downtime);
        Compare = new(ask, measures);
        Rank = new(ask, measures);
        Trend = new(ask, Plants, sums, downtime);
        Plan = new(ask, new(database), new(database), new(new(database)), set);
        Why = new(ask, sums, downtime);
        Difference = new(ask, sums, downtime);
        Convention = new(Plants, database, new(database, TimeProvider.System), set);
        Explain = new(Plants, set);
        Digest = new(ask, Plants, digest);
        Handover = new(ask, Plants, digest);
        Oee = new(ask, new(new(database)), sums, TimeProvider.System, NullLogger<GetOee>.Instance);
        Output = new(ask, new(new(database)), new(new(database), new(database), new(database), TimeProvider.System, NullLogger<ReadOutput>.Instance));
        Issues = new(ask, new(database), TimeProvider.System, NullLogger<GetIssues>.Instance);
        Downtime = new(ask, downtime);
        Stats = new(Plants, new(database), answers);
        Coverage = new(ask, Plants, new(database));
        Clear = new(database, Plants, new FakeTime(Now));
        Demo = new(database, Plants, new FakeTime(Now), NullLogger<LoadDemo>.Instance);
    }

    public FactoryDatabase Database { get; }
    public PlantCache Plants { get; }
    public GetOee Oee { get; }
    public GetOutput Output { get; }
    public GetIssues Issues { get; }
    public GetDowntime Downtime { get; }
    public GetTeep Teep { get; }
    public CompareTwo Compare { get; }
    public RankParts Rank { get; }
    public ShowTrend Trend { get; }
    public GetPlan Plan { get; }
    public ExplainOee Why { get; }
    public ExplainDifference Difference { get; }
    public SetConvention Convention { get; }
    public ExplainTerm Explain { get; }
    public ComposeDigest Digest { get; }
    public HandOverShift Handover { get; }
    public GetStats Stats { get; }
    public GetCoverage Coverage { get; }
    public ClearDemo Clear { get; }
    public LoadDemo Demo { get; }

    public static async Task<MetricsPlant> LoadedAsync(PostgresFixture postgres)
    {
        var plant = new MetricsPlant(await postgres.NewDatabaseAsync());
        await plant.Demo.RunAsync(Tenant, new(), null, CancellationToken.None);
        return plant;
    }

    public static Asker Asker(Guid? tenant = null) => new()
    {
        TenantId = tenant ?? Tenant,
        MemberId = Guid.Parse("00000000-0000-0000-0000-0000000000b1"),
        Name = "Ana",
        Role = Role.Viewer,
        Permissions = new HashSet<string> { Permissions.MetricsView },
        Modules = new HashSet<string> { "metrics" },
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        Now = Now,
        TurnId = Guid.Parse("00000000-0000-0000-0000-0000000000c1"),
    };
}

/// <summary>One loaded plant for all tests of a class that only ask.</summary>
public sealed class LoadedPlant : IAsyncLifetime
{
    internal MetricsPlant Plant { get; private set; } = null!;

    public PostgresFixture Postgres { get; } = new();

    public async Task InitializeAsync()
    {
        await Postgres.InitializeAsync();
        Plant = await MetricsPlant.LoadedAsync(Postgres);
    }

    public Task DisposeAsync() => Postgres.DisposeAsync();
}
