using FactoryBot.Planning;
using FactoryBot.Planning.OpenAI;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Tests.Planning.OpenAI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FactoryBot.Tests.Planning;

/// <summary>A planner with the real adapter on a loopback server, and a built-in planner whose reading each test sets.</summary>
internal sealed class PlannerFixture : IAsyncDisposable
{
    public const string Question = "What was the OEE of Assembly-001 last week?";
    public const string Assembly = """{"machine":"Assembly-001","period":"2026-11-09/2026-11-15"}""";
    public const string Cnc = """{"machine":"CNC-001","period":"2026-11-09/2026-11-15"}""";

    private PlannerFixture(ModelServer server) => Server = server;

    public ModelServer Server { get; }
    public TestSkill Skill { get; } = new();
    public ReadingDouble BuiltIn { get; } = new();
    public PlanningOptions Limits { get; } = new();
    public List<IQuestionContext> Contexts { get; } = [];
    public OpenAIOptions OpenAI { get; } = new() { Model = "test", ApiKey = "k", Retries = 0, NetworkSeconds = 5, PriceInPerMillion = 10, PriceOutPerMillion = 100 };

    public static async Task<PlannerFixture> StartAsync() => new(await ModelServer.StartAsync());

    public OpenAIChatClient Client()
    {
        OpenAI.Endpoint = Server.Address;
        return new(OpenAIWire.Open(OpenAI), OpenAIRetry.Pipeline(OpenAI, TimeProvider.System, NullLogger.Instance));
    }

    public Task<PlannedAnswer> AskAsync(string text = Question, Asker? asker = null, IReadOnlyList<Exchange>? history = null, bool withModel = true, Asker? audience = null, Func<CancellationToken, Task>? beforeChange = null)
    {
        OpenAI.Endpoint = Server.Address;
        var catalog = new SkillCatalog([Skill]);
        var planner = new Planner(
            catalog,
            new(BuiltIn, withModel ? OpenAIModel.Of(OpenAI, TimeProvider.System, NullLogger.Instance) : null),
            new(new(catalog), [new Names()], [new Range()]),
            new(catalog, Contexts, Options.Create(Limits), TimeProvider.System, NullLogger<QuestionContexts>.Instance),
            Options.Create(Limits),
            TimeProvider.System,
            NullLogger<Planner>.Instance);
        return planner.AnswerAsync(new() { Asker = asker ?? TestSkill.Asker(), Audience = audience, Text = text, History = history ?? [], BeforeChange = beforeChange }, CancellationToken.None);
    }

    /// <summary>The words of the one tool message with this index in the last request.</summary>
    public IEnumerable<string> ToolMessages() => Server.Requests[^1].GetProperty("messages").EnumerateArray()
        .Where(m => m.GetProperty("role").GetString() == "tool").Select(m => m.GetProperty("content").ToString());

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private sealed class Names : IEntitySource
    {
        public ValueTask<IReadOnlyList<Entity>> EntitiesAsync(Guid tenantId, CancellationToken cancellationToken) => new(TestSkill.Entities);
    }

    private sealed class Range : IDataRangeSource
    {
        public ValueTask<DataRange?> RangeAsync(Guid tenantId, CancellationToken cancellationToken) => new(new DataRange(new(2026, 10, 22), new(2026, 11, 20)));
    }
}

/// <summary>Stands for the built-in planner: reads what the test says.</summary>
internal sealed class ReadingDouble : IChatClient
{
    public (string Name, string Machine)? Call { get; set; }

    public SkillResult Result { get; set; } = SkillResult.No(ResultStatus.NotUnderstood, "I did not understand that.", new Choice("OEE", "OEE of Assembly-001"));

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = Call is { } call
            ? new ChatResponse(new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("b", call.Name, new Dictionary<string, object?> { ["machine"] = call.Machine })]))
            : new(new ChatMessage(ChatRole.Assistant, Result.Text)) { AdditionalProperties = new() { [PlannerContext.ResultKey] = Result } };
        return Task.FromResult(response);
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
