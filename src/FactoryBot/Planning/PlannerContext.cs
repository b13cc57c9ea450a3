using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.AI;

namespace FactoryBot.Planning;

/// <summary>What the built-in planner knows of a turn beyond the messages; carried in the chat options under
/// <see cref="Key"/>.</summary>
public sealed record PlannerContext
{
    /// <summary>The key among the additional properties of the chat options.</summary>
    public const string Key = "factorybot.turn";

    /// <summary>The key under which the built-in planner returns a <see cref="SkillResult"/> among the additional properties of its response,
    /// where it asks back, did not understand or makes small talk.</summary>
    public const string ResultKey = "factorybot.result";

    public required Asker Asker { get; init; }

    /// <summary>BCP 47; null where the channel does not say.</summary>
    public string? Locale { get; init; }

    /// <summary>The tenant's names: machines, lines, shifts, members...</summary>
    public required IReadOnlyList<Entity> Entities { get; init; }

    /// <summary>The declarations of the functions that the asker may call.</summary>
    public IReadOnlyList<AITool> Tools { get; init; } = [];

    /// <summary>Functions that exist but are not offered to the asker, with the answer that says why.</summary>
    public IReadOnlyList<NotOffered> NotOffered { get; init; } = [];
}

/// <param name="Why">Whether the module is off or the right is missing, in a sentence.</param>
public sealed record NotOffered(SkillFunction Function, SkillResult Why);
