using FactoryBot.Planning.BuiltIn;
using FactoryBot.Planning.Encoder;
using FactoryBot.Planning.OpenAI;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace FactoryBot.Planning;

public static class PlanningServices
{
    /// <summary>Adds the planner: the built-in one always, a language model where section <c>OpenAI</c> names one.</summary>
    public static IServiceCollection AddPlanning(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PlanningOptions>().Bind(configuration.GetSection(PlanningOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<OpenAIOptions>().Bind(configuration.GetSection(OpenAIOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Offers>();
        services.AddSingleton<PlannerContexts>();
        services.AddSingleton<QuestionContexts>();
        services.AddSingleton<BuiltInChatClient>();
        services.AddSingleton(Clients);
        services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(provider => new OpenAIEmbeddings(
            provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Planner>>()));
        services.AddKeyedSingleton<IEmbeddingGenerator<string, Embedding<float>>>(
            EmbeddingOptions.EncoderKey, (provider, _) => SentenceEncoder.Open(provider.GetRequiredService<ILogger<SentenceEncoder>>())!);
        services.AddSingleton<Planner>();
        services.AddSingleton<IModelReader, ModelReader>();
        services.AddSingleton<EarlierQuestions>();
        return services;
    }

    private static PlannerClients Clients(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<OpenAIOptions>>().Value;
        var time = services.GetRequiredService<TimeProvider>();
        var log = services.GetRequiredService<ILogger<Planner>>();
        var model = OpenAIModel.Of(options, time, log);
        if (model is null)
            log.NoModel();
        else
            log.Model(model.Name, options.Endpoint is { } endpoint ? new Uri(endpoint).Host : "api.openai.com");
        return new(services.GetRequiredService<BuiltInChatClient>(), model);
    }
}
