using Quartz;

namespace FactoryBot.Skills.Jobs;

/// <summary>Housekeeping that runs for ever at an interval, on one host at a time. Registered as a singleton; the scheduler keeps its pace
/// over restarts.</summary>
/// <param name="Job">The class that does it.</param>
/// <param name="Every">From one start to the next.</param>
public sealed record RepeatedJob(Type Job, TimeSpan Every)
{
    public static RepeatedJob Of<TJob>(TimeSpan every) where TJob : IJob => new(typeof(TJob), every);
}
