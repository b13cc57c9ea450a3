using FactoryBot.Skills.Functions;
using Microsoft.Extensions.AI;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>The vocabularies over one tenant's names, one for each set of functions that its people may use. It lives as long as that list
/// of names, so no tenant can push another one's out of memory.</summary>
internal sealed class VocabularySet
{
    // Roles times modules that are switched while the names stay the same.
    private const int Most = 32;

    private readonly Lock building = new();
    private volatile Vocabulary[] known = [];

    public Vocabulary For(IList<AITool> tools, PlannerContext context)
    {
        foreach (var vocabulary in known)
        {
            if (vocabulary.IsFor(tools, context))
            {
                return vocabulary;
            }
        }

        var built = new Vocabulary([.. tools.Select(SkillFunction.Of).OfType<SkillFunction>()], context.NotOffered, context.Entities);
        lock (building)
        {
            known = [built, .. known.Take(Most - 1)];
        }

        return built;
    }
}
