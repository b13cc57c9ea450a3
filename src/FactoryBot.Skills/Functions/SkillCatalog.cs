using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Functions;

/// <summary>Every function of the product, by name.</summary>
public sealed class SkillCatalog
{
    private readonly Dictionary<string, SkillFunction> byName;

    public SkillCatalog(IEnumerable<ISkill> skills)
    {
        byName = skills.SelectMany(SkillFunction.Of).ToDictionary(f => f.Name, StringComparer.Ordinal);
        Spoken = [.. byName.Values.Where(f => !f.ButtonOnly)];
    }

    public IReadOnlyCollection<SkillFunction> All => byName.Values;

    /// <summary>What can be asked for in words: all but the functions of buttons.</summary>
    public IReadOnlyList<SkillFunction> Spoken { get; }

    public SkillFunction? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>What the asker may ask for in words, in the modules that the tenant has switched on.</summary>
    public IEnumerable<SkillFunction> For(Asker asker) =>
        Spoken.Where(f => asker.May(f.Permission) && (f.Module is null || asker.Modules.Contains(f.Module)));
}
