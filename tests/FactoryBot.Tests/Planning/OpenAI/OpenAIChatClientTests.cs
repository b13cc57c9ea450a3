using System.Diagnostics;
using System.Text.Json;
using FactoryBot.Planning;
using FactoryBot.Planning.OpenAI;
using FactoryBot.Skills.Functions;
using Microsoft.Extensions.AI;

namespace FactoryBot.Tests.Planning.OpenAI;

public sealed class OpenAIChatClientTests : IAsyncLifetime
{
    private PlannerFixture plant = null!;

    public async Task InitializeAsync() => plant = await PlannerFixture.StartAsync();

    public async Task DisposeAsync() => await plant.DisposeAsync();

    [Fact]
    public async Task Stream_InterleavedFragments_BecomeWholeCalls()
    {
        plant.Server.ThenStreams(
            Wire.FilterOnly,
            Wire.Chunk(""),
            Wire.Chunk(calls: """[{"index":0,"id":"a","type":"function","function":{"name":"one","arguments":""}},{"index":1,"id":"b","type":"function","function":{"name":"two","arguments":"{\"x"}}]"""),
            Wire.Chunk(calls: """[{"index":1,"function":{"arguments":"\":2}"}},{"index":0,"function":{"arguments":"{\"y\":"}}]"""),
            Wire.Chunk(calls: """[{"index":0,"function":{"arguments":"1}"}}]"""),
            Wire.Chunk(finish: "tool_calls"),
            Wire.Usage(70, 14),
            Wire.Done);
        var response = await StreamAsync();
        var calls = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ToList();
        Assert.Equal(["a:one:{\"y\":1}", "b:two:{\"x\":2}"], calls.Select(c => $"{c.CallId}:{c.Name}:{JsonSerializer.Serialize(c.Arguments)}"));
        Assert.Equal((70L, 14L), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
    }

    [Fact]
    public async Task Stream_WordsWithoutDone_AreWhole()
    {
        plant.Server.ThenStreams(Wire.Chunk("Hel"), Wire.Chunk("lo"), Wire.Chunk(finish: "stop"));
        Assert.Equal("Hello", (await StreamAsync()).Text);
    }

    [Fact]
    public async Task Stream_UnknownFinishReason_KeepsTheWords()
    {
        plant.Server.ThenStreams(Wire.Chunk("Hello"), Wire.Chunk(finish: "because"), Wire.Done);
        Assert.Equal("Hello", (await StreamAsync()).Text);
    }

    [Fact]
    public async Task Stream_EndsWithoutReason_IsCutOff() =>
        Assert.Equal(ModelFailure.CutOff, await StreamFailureAsync(Wire.Chunk("Hel")));

    [Fact]
    public async Task Stream_ConnectionCut_IsCutOff() =>
        Assert.Equal(ModelFailure.CutOff, await StreamFailureAsync(Wire.Chunk("Hel"), "CUT"));

    [Fact]
    public async Task Stream_ErrorInTheMiddle_IsServerError() =>
        Assert.Equal(ModelFailure.ServerError, await StreamFailureAsync(Wire.Chunk("Hel"), Wire.Error("server_error"), Wire.Done));

    [Fact]
    public async Task Stream_Stall_TimesOut()
    {
        plant.OpenAI.NetworkSeconds = 1;
        Assert.Equal(ModelFailure.TimedOut, await StreamFailureAsync(Wire.Chunk("Hel"), "STALL"));
    }

    [Fact]
    public async Task Stream_Filtered_SaysSo()
    {
        plant.Server.ThenStreams(Wire.Chunk("Hel"), Wire.Chunk(finish: "content_filter"), Wire.Done);
        Assert.Equal(ChatFinishReason.ContentFilter, (await StreamAsync()).FinishReason);
    }

    [Fact]
    public async Task Stream_BusyBeforeTheFirstChunk_IsAskedAgain()
    {
        plant.OpenAI.Retries = 1;
        plant.Server.ThenStatus(429, Wire.Error("rate"), ("Retry-After", "0")).ThenStreams(Wire.Chunk("Hello", "stop"), Wire.Done);
        Assert.Equal("Hello", (await StreamAsync()).Text);
    }

    [Fact]
    public async Task Get_Refusal_IsAnErrorContent()
    {
        plant.Server.Then(c => ModelServer.WriteAsync(c, Wire.Refusal("I will not.")));
        Assert.Equal("Refusal", (await GetAsync()).Messages[0].Contents.OfType<ErrorContent>().Single().ErrorCode);
    }

    [Theory]
    [InlineData("Retry-After", "1", 0.95)]
    [InlineData("retry-after-ms", "300", 0.28)]
    public async Task Get_BusyWithWait_WaitsThatLong(string header, string value, double atLeast)
    {
        plant.OpenAI.Retries = 2;
        plant.Server.ThenStatus(429, Wire.Error("rate"), (header, value)).ThenSays("Hello");
        var watch = Stopwatch.StartNew();
        Assert.Equal("Hello", (await GetAsync()).Text);
        Assert.InRange(watch.Elapsed.TotalSeconds, atLeast, 5);
    }

    [Fact]
    public async Task Get_ServerErrors_AreTriedAsOftenAsConfiguredAndNoMore()
    {
        plant.OpenAI.Retries = 1;
        plant.Server.Always = c =>
        {
            c.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        Assert.Equal(ModelFailure.ServerError, (await Assert.ThrowsAsync<ModelFailedException>(() => GetAsync())).Reason);
        Assert.Equal(2, plant.Server.Requests.Count);
    }

    [Theory]
    [InlineData(429, "insufficient_quota", "0", ModelFailure.QuotaUsedUp)]
    [InlineData(429, "rate", "3600", ModelFailure.Busy)]
    [InlineData(401, "invalid_api_key", "0", ModelFailure.NotAuthorised)]
    [InlineData(400, "content_filter", "0", ModelFailure.Filtered)]
    public async Task Get_HopelessFailure_IsNotTriedAgain(int status, string code, string wait, object reason)
    {
        plant.OpenAI.Retries = 3;
        plant.Server.ThenStatus(status, Wire.Error(code), ("Retry-After", wait));
        Assert.Equal(reason, (await Assert.ThrowsAsync<ModelFailedException>(() => GetAsync())).Reason);
        Assert.Single(plant.Server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("{\"choices\":[]}")]
    public async Task Get_UnreadableAnswer_IsAModelFailure(string body)
    {
        plant.Server.ThenStatus(200, body);
        await Assert.ThrowsAsync<ModelFailedException>(() => GetAsync());
    }

    [Fact]
    public async Task Get_NobodyListens_IsAModelFailure()
    {
        plant.OpenAI.Endpoint = "http://127.0.0.1:9/v1";
        var client = OpenAIModel.Of(plant.OpenAI, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance)!.Client;
        await Assert.ThrowsAsync<ModelFailedException>(() => client.GetResponseAsync([new(ChatRole.User, "Hi")]));
    }

    [Fact]
    public async Task Get_CallerCancels_IsNoModelFailure()
    {
        using var cancel = new CancellationTokenSource(200);
        plant.Server.Then(c => Task.Delay(Timeout.Infinite, c.RequestAborted));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => plant.Client().GetResponseAsync([new(ChatRole.User, "Hi")], null, cancel.Token));
    }

    [Theory]
    [InlineData(OpenAIAuth.Key, "Authorization", "Bearer k")]
    [InlineData(OpenAIAuth.ApiKeyHeader, "api-key", "k")]
    [InlineData(OpenAIAuth.None, "Authorization", "")]
    public async Task Get_Auth_SendsWhatIsConfigured(OpenAIAuth auth, string header, string value)
    {
        plant.OpenAI.Auth = auth;
        plant.Server.ThenSays("Hello");
        await GetAsync();
        Assert.Equal(value, plant.Server.Headers[0][header].ToString());
    }

    [Fact]
    public async Task Get_Tools_AreSentStrict()
    {
        plant.Server.ThenSays("Hello");
        var tool = new SkillCatalog([plant.Skill]).Find("test_oee")!.Declaration;
        await plant.Client().GetResponseAsync([new(ChatRole.User, "Hi")], new() { Tools = [tool], MaxOutputTokens = 77 });
        var request = plant.Server.Requests[0];
        var function = request.GetProperty("tools")[0].GetProperty("function");
        Assert.True(function.GetProperty("strict").GetBoolean());
        var schema = function.GetProperty("parameters");
        Assert.Equal("""["machine","period"]""", schema.GetProperty("required").GetRawText());
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal("""["string","null"]""", schema.GetProperty("properties").GetProperty("period").GetProperty("type").GetRawText());
        Assert.DoesNotContain("default", schema.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(77, request.GetProperty("max_completion_tokens").GetInt32());
    }

    private Task<ChatResponse> GetAsync() => plant.Client().GetResponseAsync([new(ChatRole.User, "Hi")]);

    private Task<ChatResponse> StreamAsync() => plant.Client().GetStreamingResponseAsync([new(ChatRole.User, "Hi")]).ToChatResponseAsync();

    private async Task<ModelFailure> StreamFailureAsync(params string[] chunks)
    {
        plant.Server.ThenStreams(chunks);
        return (await Assert.ThrowsAsync<ModelFailedException>(StreamAsync)).Reason;
    }
}
