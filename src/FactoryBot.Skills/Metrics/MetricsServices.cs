using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Metrics.Check;
using FactoryBot.Skills.Metrics.Demo;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Import;
using FactoryBot.Skills.Metrics.Issues;
using FactoryBot.Skills.Metrics.Output;
using FactoryBot.Skills.Metrics.RollUps;
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
        services.AddSingleton<PlantCache>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<AskPlant>();
        services.AddSingleton<GetOee>();
        services.AddSingleton<DowntimeStore>();
        services.AddRollUps();
        services.AddSingleton<GetDowntime>();
        services.AddSingleton<IssueStore>();
        services.AddSingleton<GetIssues>();
        services.AddSingleton<OutputStore>();
        services.AddSingleton<ReadOutput>();
        services.AddSingleton<GetOutput>();
        services.AddSingleton<ListMachines>();
        services.AddSingleton<GetDateRange>();
        services.AddSingleton<GetStats>();
        services.AddSingleton<LoadDemo>();
        services.AddSingleton<PlantNames>();
        services.AddSingleton<IEntitySource>(provider => provider.GetRequiredService<PlantNames>());
        services.AddSingleton<IDataRangeSource>(provider => provider.GetRequiredService<PlantNames>());
        services.AddSingleton<ISkill, MetricsSkill>();
        services.AddSingleton<ISkill, DowntimeSkill>();
        services.AddSingleton<ISkill, OutputSkill>();
        services.AddSingleton<ISkill, IssuesSkill>();
        services.AddImport(configuration);
        services.AddCheck();
        services.AddSubscriptions();
        services.AddCheck();
        return services.AddHostedService<PlantListener>();
    }
}
