using System.Text.Json;
using FactoryBot.Planning.OpenAI;
using FactoryBot.Skills.Vectors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace FactoryBot.Tests.Planning.OpenAI;

public sealed class OpenAIEmbeddingsTests
{
    [Fact]
    public async Task Generate_BusyServer_IsAskedAgainInBatchesWithTheKey()
    {
        await using var server = await ModelServer.StartAsync();
        server.ThenStatus(429, "{}", ("retry-after-ms", "1"));
        server.Then(c => ModelServer.WriteAsync(c, Vectors(1, 0))).Then(c => ModelServer.WriteAsync(c, Vectors(0)));

        var made = await Open(server, new() { ApiKey = "k-1", Batch = 2, Dimensions = 8 }).GenerateAsync(["a", "b", "c"], new() { ModelId = "other" });

        // The server may answer in any order.
        Assert.Equal([0f, 1f, 0f], made.Select(m => m.Vector.Span[0]));
        Assert.Equal([2, 2, 1], server.Requests.Select(r => r.GetProperty("input").GetArrayLength()));
        Assert.Equal(("other", 8), (server.Requests[0].GetProperty("model").GetString(), server.Requests[0].GetProperty("dimensions").GetInt32()));
        Assert.Equal("Bearer k-1", server.Headers[0].Authorization.ToString());
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(401, "{}")]
    [InlineData(200, "no json")]
    [InlineData(200, """{"object":"list","model":"m","data":[],"usage":{"prompt_tokens":1,"total_tokens":1}}""")]
    public async Task Generate_ServerThatFails_IsOneKindOfFailure(int status, string body)
    {
        await using var server = await ModelServer.StartAsync();
        server.ThenStatus(status, body);

        await Assert.ThrowsAsync<HttpRequestException>(() => Open(server, new() { Retries = 0 }).GenerateAsync(["a"]));
    }

    private static OpenAIEmbeddings Open(ModelServer server, EmbeddingOptions options)
    {
        (options.Endpoint, options.Model) = (server.Address, "tiny");
        return new(options, TimeProvider.System, NullLogger.Instance);
    }

    private static string Vectors(params int[] indexes) => JsonSerializer.Serialize(new
    {
        @object = "list",
        model = "m",
        data = indexes.Select(i => new { @object = "embedding", index = i, embedding = new float[] { i, 1 } }),
        usage = new { prompt_tokens = 1, total_tokens = 1 },
    });
}
