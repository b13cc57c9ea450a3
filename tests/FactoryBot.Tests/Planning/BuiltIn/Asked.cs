using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FactoryBot.Planning;
using FactoryBot.Planning.BuiltIn;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.AI;

namespace FactoryBot.Tests.Planning.BuiltIn;

/// <summary>The built-in planner with the product's functions and the names of a small plant, asked on a fixed Saturday.</summary>
internal sealed class Asked(string role = "Owner", string? off = null, string? locale = null, params IReadOnlyList<string> people)
{
    /// <summary>Every function of the product as it declares itself; none is called, so no skill is built.</summary>
    internal static readonly SkillFunction[] All = [.. typeof(ISkill).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ISkill)))
        .OrderBy(t => t.Namespace == typeof(TenancySkill).Namespace).ThenBy(t => t.Namespace!.Count(c => c == '.')).ThenBy(t => t.FullName, StringComparer.Ordinal)
        .SelectMany(t => SkillFunction.Of((ISkill)RuntimeHelpers.GetUninitializedObject(t)))
        .Where(f => !f.ButtonOnly)];

    private static readonly string[] Reasons =
        ["Break", "Planned maintenance", "Mechanical breakdown", "Sensor fault", "Material shortage", "Tool change", "Changeover", "No operator", "Conveyor jam", "Cleaning"];

    private static readonly string[] Kinds = ["Break", "Maintenance", "Breakdown", "Logistics", "Set-up", "Organisation", "Minor stop"];

    private static readonly string[] Defects = ["Dimension out of tolerance", "Surface scratch", "Misaligned part", "Missing part", "Wrong label", "Burr"];

    private static readonly Entity[] Names =
    [
        new(SlotKind.Machine, "CNC-001", "CNC", "milling machine"), new(SlotKind.Machine, "Assembly-001", "Assembly"),
        new(SlotKind.Machine, "Packaging-001", "Packaging", "packer"), new(SlotKind.Machine, "Testing-001", "Testing", "test bench"),
        new(SlotKind.Line, "Line 1", "Manufacturing line", "L1"), new(SlotKind.Line, "Line 2", "Packing line", "L2"),
        new(SlotKind.Site, "Main Plant"),
        new(SlotKind.Shift, "Day", "day shift", "dayshift", "early", "early shift", "morning shift"),
        new(SlotKind.Shift, "Night", "night shift", "nightshift", "late", "late shift", "evening shift"),
        new(SlotKind.WorkOrder, "WO-"),
        new(SlotKind.Product, "Pump housing", "housing"), new(SlotKind.Product, "Valve block", "valve"),
        .. Reasons.Select(r => new Entity(SlotKind.StopReason, r)), .. Kinds.Select(k => new Entity(SlotKind.StopCategory, k)), .. Defects.Select(d => new Entity(SlotKind.DefectType, d)),
        .. Enum.GetValues<Role>().Select(r => new Entity(SlotKind.Role, RoleNames.Stored(r), RoleNames.AliasesOf(r))),
        .. Modules.All.Select(m => new Entity(SlotKind.Module, m)),
        new(SlotKind.Member, "Ana Lopez", "Ana"), new(SlotKind.Member, "Ben Okafor", "Ben"),
    ];

    private static readonly BuiltInChatClient Client = new();

    /// <summary>A tenant's vocabulary is built once, as in the product.</summary>
    private static readonly ConcurrentDictionary<(string Role, string? Off, string? Locale), ChatOptions> SameOptions = [];

    private readonly List<ChatMessage> messages = [];

    /// <summary>The words with which every call is answered.</summary>
    public string Answer { get; init; } = "67.1 %";

    /// <summary>What the last question was answered with when it made no calls.</summary>
    public SkillResult? Result { get; private set; }

    /// <summary>The calls of the last question, as "function; argument=value".</summary>
    public IReadOnlyList<string> Calls { get; private set; } = [];

    public ChatOptions Options { get; } = people.Count > 0
        ? OptionsFor(Enum.Parse<Role>(role), off, locale, people)
        : SameOptions.GetOrAdd((role, off, locale), key => OptionsFor(Enum.Parse<Role>(key.Role), key.Off, key.Locale, []));

    public async Task<Asked> SayAsync(params IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
        {
            messages.Add(new(ChatRole.User, sentence));
            var response = await Client.GetResponseAsync(messages, Options);
            messages.AddMessages(response);
            var calls = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ToList();
            if (calls.Count > 0)
            {
                messages.Add(new(ChatRole.Tool, [.. calls.Select(c => new FunctionResultContent(c.CallId, "{}"))]));
                messages.Add(new(ChatRole.Assistant, Answer));
            }

            Calls = [.. calls.Select(Write)];
            Result = response.AdditionalProperties?.GetValueOrDefault(PlannerContext.ResultKey) as SkillResult;
        }

        return this;
    }

    private static string Write(FunctionCallContent call)
    {
        var function = All.Single(f => f.Name == call.Name);
        var arguments = function.Slots.Where(s => call.Arguments!.ContainsKey(s.Name)).Select(s => $"; {s.Name}={call.Arguments![s.Name]}");
        Assert.All(call.Arguments!.Keys, name => Assert.Contains(function.Slots, s => s.Name == name));
        return call.Name + string.Concat(arguments);
    }

    private static ChatOptions OptionsFor(Role role, string? off, string? locale, IReadOnlyList<string> people)
    {
        var asker = new Asker
        {
            TenantId = Guid.NewGuid(),
            MemberId = Guid.NewGuid(),
            Name = "Ana Lopez",
            Role = role,
            Permissions = Permissions.Of(role),
            Modules = Modules.All.Where(m => m != off).ToHashSet(),
            TimeZone = TimeZoneInfo.Utc,
            Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero),
            TurnId = Guid.NewGuid(),
        };
        bool May(SkillFunction f) => asker.May(f.Permission) && (f.Module is null || asker.Modules.Contains(f.Module));
        return new()
        {
            Tools = [.. All.Where(May).Select(f => f.Declaration)],
            AdditionalProperties = new()
            {
                [PlannerContext.Key] = new PlannerContext
                {
                    Asker = asker,
                    Locale = locale,
                    Entities = [.. Names, .. people.Select(p => new Entity(SlotKind.Member, p))],
                    NotOffered = [.. All.Where(f => !May(f)).Select(f => new NotOffered(f, SkillResult.No(ResultStatus.NoRight, "Not for you.")))],
                },
            },
        };
    }
}
