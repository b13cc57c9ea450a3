using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using FactoryBot.Planning;
using FactoryBot.Planning.BuiltIn;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.AI;

namespace FactoryBot.Benchmarks;

/// <summary>The built-in planner alone: a question in, calls or a question back out.</summary>
[MemoryDiagnoser]
public class BuiltInPlannerBenchmark : IDisposable
{
    private readonly BuiltInChatClient client = new();
    private ChatOptions options = new();
    private List<ChatMessage> messages = [];

    [Params(
        "What was the OEE of Assembly-001 last week?",
        "oee asembly-001 lst wk",
        "compare line 1 and line 2 oee for october",
        "scrap rate of CNC-001 since Monday",
        "how did line 2 do yesterday and what were the stops",
        "which machne dragged us donw last wek")]
    public string Question { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        messages = [new(ChatRole.User, Question)];
        Entity[] names =
        [
            .. Enumerable.Range(1, 200).Select(i => new Entity(SlotKind.Machine, $"CNC-{i:000}")),
            new(SlotKind.Machine, "Assembly-001"), new(SlotKind.Line, "Line 1"), new(SlotKind.Line, "Line 2"),
            new(SlotKind.Shift, "Day"), new(SlotKind.Shift, "Night"),
        ];
        options = new()
        {
            Tools = [.. All().Select(f => f.Declaration)],
            AdditionalProperties = new()
            {
                [PlannerContext.Key] = new PlannerContext
                {
                    Asker = new()
                    {
                        TenantId = Guid.Empty,
                        MemberId = Guid.Empty,
                        Name = "Ana",
                        Role = Role.Analyst,
                        Permissions = Permissions.Of(Role.Analyst),
                        Modules = new HashSet<string>(Modules.All),
                        TimeZone = TimeZoneInfo.Utc,
                        Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero),
                        TurnId = Guid.Empty,
                    },
                    Entities = names,
                },
            },
        };
    }

    // Every function of the product as it declares itself; none is called, so no skill is built.
    private static IEnumerable<SkillFunction> All() => typeof(ISkill).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ISkill)))
        .SelectMany(t => SkillFunction.Of((ISkill)RuntimeHelpers.GetUninitializedObject(t)))
        .Where(f => !f.ButtonOnly);

    [Benchmark]
    public Task<ChatResponse> Read() => client.GetResponseAsync(messages, options);

    public void Dispose()
    {
        client.Dispose();
        GC.SuppressFinalize(this);
    }
}
