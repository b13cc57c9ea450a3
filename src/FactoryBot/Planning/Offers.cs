using System.Runtime.CompilerServices;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.AI;

namespace FactoryBot.Planning;

/// <summary>What somebody may ask for in words, and why not the rest: worked out once for all who share the same rights and modules.</summary>
internal sealed class Offers(SkillCatalog catalog)
{
    // Nearly all people share the sets of their role and of all modules; a set of somebody's own goes with them.
    private readonly ConditionalWeakTable<IReadOnlySet<string>, ConditionalWeakTable<IReadOnlySet<string>, Offer>> byRights = [];

    public Offer For(Asker asker) => byRights.GetValue(asker.Permissions, static _ => []).GetValue(asker.Modules, _ => Of(asker));

    private Offer Of(Asker asker) => new(
        [.. catalog.For(asker).Select(f => f.Declaration)],
        [.. catalog.Spoken
            .Select(f => (Function: f, Why: PlanningFailures.WhyNot(f, asker)))
            .Where(f => f.Why is not null)
            .Select(f => new NotOffered(f.Function, f.Why!))]);
}

/// <param name="Tools">The declarations of the functions that may be called.</param>
internal sealed record Offer(AITool[] Tools, IReadOnlyList<NotOffered> NotOffered);
