namespace FactoryBot.Planning;

public static class PlanningServices
{
    /// <summary>Adds the planner: the built-in one always, a language model where section <c>OpenAI</c> names one.</summary>
    public static IServiceCollection AddPlanning(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PlanningOptions>().Bind(configuration.GetSection(PlanningOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PlannerContexts>();
        services.AddSingleton<Planner>();
        services.AddSingleton<EarlierQuestions>();
        return services;
    }
}
