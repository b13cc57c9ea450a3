using FactoryBot.Skills.Database;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FactoryBot.Skills.Jobs;

public static class JobServices
{
    private const string TablePrefix = "jobs.qrtz_";

    /// <summary>Adds the scheduler over the clustered store: any part may schedule, and one of the running hosts does the work.
    /// Needs <c>AddFactoryDatabase</c>. A host that is to do such work adds <see cref="AddRunningJobs"/>.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JobOptions>().Bind(configuration.GetSection(JobOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        var options = configuration.GetSection(JobOptions.Section).Get<JobOptions>() ?? new();
        return services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = options.Concurrent);
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(o =>
                {
                    o.TablePrefix = TablePrefix;
                    o.StoreJobDataAsStrings = true;
                    o.MisfireThreshold = TimeSpan.FromSeconds(options.LateSeconds);
                });
                // The server's address is known only once it runs; by then the data source exists.
                store.UsePostgres(source => source.DataSourceFactory = s => s.GetRequiredService<FactoryDatabase>().Host);
                store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(options.CheckInSeconds));
            });
        });
    }

    /// <summary>Lets this host do the work that is due, until it stops; running jobs are waited for.</summary>
    public static IServiceCollection AddRunningJobs(this IServiceCollection services)
    {
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        return services.AddHostedService<RepeatedJobs>();
    }
}
