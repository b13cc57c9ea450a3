namespace FactoryBot.Skills.Functions;

/// <summary>One feature's functions: public methods marked with <see cref="SkillFunctionAttribute"/> that take an
/// <see cref="Tenancy.Asker"/>, described parameters and a cancellation token, and return a <see cref="Results.SkillResult"/>.</summary>
public interface ISkill
{
    /// <summary>The module that a tenant switches on or off: metrics, analysis, quotes, knowledge, documents or operations;
    /// null for what every tenant always has.</summary>
    string? Module { get; }
}
