using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Identity;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace FactoryBot.Planning.OpenAI;

/// <summary>Opens the package's client for the configured server.</summary>
internal static class OpenAIWire
{
// Constructors with an authentication policy are marked as experimental by the package; Entra and api-key need them.
#pragma warning disable OPENAI001
    public static ChatClient Open(OpenAIOptions options) => new(options.Model, Policy(options), Client(options));

    public static EmbeddingClient Embeddings(OpenAIOptions options, string model) => new(model, Policy(options), Client(options));
#pragma warning restore OPENAI001

    private static OpenAIClientOptions Client(OpenAIOptions options)
    {
        var client = new OpenAIClientOptions
        {
            NetworkTimeout = TimeSpan.FromSeconds(options.NetworkSeconds),
            // Tries are counted in one place, OpenAIRetry.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            UserAgentApplicationId = "FactoryBot",
        };
        if (options.Endpoint is { } endpoint)
            client.Endpoint = new(endpoint);
        return client;
    }

    private static AuthenticationPolicy Policy(OpenAIOptions options) => options.Auth switch
    {
        OpenAIAuth.Entra => new BearerTokenPolicy(new DefaultAzureCredential(), options.EntraScope),
        OpenAIAuth.None => new NoAuthentication(),
        OpenAIAuth.ApiKeyHeader => ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(new ApiKeyCredential(options.ApiKey!), "api-key"),
        _ => ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(options.ApiKey!)),
    };

    private sealed class NoAuthentication : AuthenticationPolicy
    {
        public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
            ProcessNext(message, pipeline, currentIndex);

        public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
            ProcessNextAsync(message, pipeline, currentIndex);
    }
}
