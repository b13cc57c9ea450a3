using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Functions;

/// <summary>Every function of the product, by name.</summary>
public sealed class SkillCatalog(IEnumerable<ISkill> skills)
{
    private readonly Dictionary<string, SkillFunction> byName =
        skills.SelectMany(SkillFunction.Of).ToDictionary(f => f.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<SkillFunction> All => byName.Values;

    public SkillFunction? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>What the asker may use, in the modules that the tenant has switched on.</summary>
    public IEnumerable<SkillFunction> For(Asker asker) =>
        All.Where(f => asker.May(f.Permission) && (f.Module is null || asker.Modules.Contains(f.Module)));
}
