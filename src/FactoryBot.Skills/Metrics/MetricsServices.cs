using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Jobs;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Cells;
using FactoryBot.Skills.Metrics.Compare;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Metrics.Check;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Metrics.Digest;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Import;
using FactoryBot.Skills.Metrics.Issues;
using FactoryBot.Skills.Metrics.Measures;
using FactoryBot.Skills.Metrics.Output;
using FactoryBot.Skills.Metrics.Plan;
using FactoryBot.Skills.Metrics.Rank;
using FactoryBot.Skills.Metrics.RollUps;
using FactoryBot.Skills.Metrics.Teep;
using FactoryBot.Skills.Metrics.Terms;
using FactoryBot.Skills.Metrics.Trend;
using FactoryBot.Skills.Metrics.Why;
using FactoryBot.Skills.Metrics.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FactoryBot.Skills.Metrics;

public static class MetricsServices
{
    /// <summary>Adds the metrics skill, the names of the plant for the planner, and the demo plant's loader. Needs the
    /// <see cref="Database.FactoryDatabase"/>.</summary>
    public static IServiceCollection AddMetrics(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MetricsOptions>().Bind(configuration.GetSection(MetricsOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PlantStore>();
        services.AddSingleton<OeeStore>();
        services.AddSingleton<CellStore>();
        services.AddSingleton<MarginStore>();
        services.AddSingleton<ConventionStore>();
        services.AddSingleton<ReadSums>();
        services.AddSingleton<SetConvention>();
        services.AddSingleton<PlantCache>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<AskPlant>();
        services.AddSingleton<GetOee>();
        services.AddSingleton<GetTeep>();
        services.AddSingleton<ReadDowntime>();
        services.AddRollUps();
        services.AddSingleton<GetDowntime>();
        services.AddSingleton<IssueStore>();
        services.AddSingleton<GetIssues>();
        services.AddSingleton<OutputStore>();
        services.AddSingleton<ReadOutput>();
        services.AddSingleton<GetOutput>();
        services.AddSingleton<ExplainOee>();
        services.AddSingleton<ExplainDifference>();
        services.AddSingleton<ReadMeasures>();
        services.AddSingleton<CompareTwo>();
        services.AddSingleton<RankParts>();
        services.AddSingleton<ExplainTerm>();
        services.AddSingleton<ShowTrend>();
        services.AddSingleton<OrderStore>();
        services.AddSingleton<FindOrder>();
        services.AddSingleton<GetPlan>();
        services.AddSingleton<ReadDigest>();
        services.AddSingleton<ComposeDigest>();
        services.AddSingleton<HandOverShift>();
        services.AddSingleton<ListMachines>();
        services.AddSingleton<GetDateRange>();
        services.AddSingleton<GetStats>();
        services.AddSingleton<LoadDemo>();
        services.AddSingleton<ClearDemo>();
        services.AddSingleton<GrowDemo>();
        services.AddSingleton(RepeatedJob.Of<GrowDemo>(GrowDemo.Every));
        services.AddSingleton<GetCoverage>();
        services.AddSingleton<PlantNames>();
        services.AddSingleton<IEntitySource>(provider => provider.GetRequiredService<PlantNames>());
        services.AddSingleton<IDataRangeSource>(provider => provider.GetRequiredService<PlantNames>());
        services.AddSingleton<ISkill, MetricsSkill>();
        services.AddSingleton<ISkill, DowntimeSkill>();
        services.AddSingleton<ISkill, OutputSkill>();
        services.AddSingleton<ISkill, IssuesSkill>();
        services.AddSingleton<ISkill, DigestSkill>();
        services.AddSingleton<ISkill, WhySkill>();
        services.AddSingleton<ISkill, DifferenceSkill>();
        services.AddSingleton<ISkill, CompareSkill>();
        services.AddSingleton<ISkill, RankSkill>();
        services.AddSingleton<ISkill, TrendSkill>();
        services.AddSingleton<ISkill, PlanSkill>();
        services.AddSingleton<ISkill, TeepSkill>();
        services.AddSingleton<ISkill, ConventionSkill>();
        services.AddSingleton<ISkill, TermSkill>();
        services.AddSingleton<ISkill, DemoSkill>();
        services.AddImport(configuration);
        services.AddCheck();
        services.AddSubscriptions();
        return services.AddHostedService<PlantListener>();
    }
}
