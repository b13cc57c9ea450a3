using FactoryBot.Planning;
using FactoryBot.Skills.Analysis;
using FactoryBot.Skills.Approvals;
using FactoryBot.Skills.Charts;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Jobs;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Quotes;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Reports;
using FactoryBot.Skills.Downloads;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FactoryBot.Hosting;

/// <summary>The product's parts, one line each. What answers questions is here; the doors to it are added by who opens them.</summary>
public static class FactoryBotServices
{
    public static IServiceCollection AddFactoryBot(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        // Before the database, which keeps another core busy while it starts.
        services.AddHostedService<WarmUp>();
        services.AddFactoryDatabase(configuration, typeof(FactoryBotServices).Assembly);
        services.AddJobs(configuration);
        services.AddFiles(configuration);
        services.AddNotices();
        // In this order their functions are offered to somebody who asks for help.
        services.AddMetrics(configuration);
        services.AddAnalysis(configuration);
        services.AddDocuments(configuration);
        services.AddApprovals();
        services.AddQuotes(configuration);
        services.AddDownloads();
        services.AddReports();
        services.AddTenancy(configuration);
        services.AddCharts(configuration);
        services.AddSingleton<SkillCatalog>();
        services.AddPlanning(configuration);
        services.AddTurns(configuration);
        services.AddOptions<FirstStartOptions>().Bind(configuration.GetSection("FirstStart"));
        services.AddSingleton<DemoPlant>();
        services.AddHostedService(s => s.GetRequiredService<DemoPlant>());
        return services;
    }
}
