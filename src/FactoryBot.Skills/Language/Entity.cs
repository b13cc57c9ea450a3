using FactoryBot.Skills.Functions;

namespace FactoryBot.Skills.Language;

/// <summary>A thing that has a name in the tenant's data: a machine, a line, a shift, a member.</summary>
/// <param name="Kind">The slots it can fill.</param>
/// <param name="Name">As the data spells it; this is what goes into a function's argument.</param>
/// <param name="Aliases">Other names that people use for it.</param>
public sealed record Entity(SlotKind Kind, string Name, params IReadOnlyList<string> Aliases);

/// <summary>Where the planner learns a tenant's names; each feature that has names registers one.</summary>
public interface IEntitySource
{
    /// <summary>All names of the tenant; cached by the source and cheap to call for each question. The same list for as long as the
    /// names are the same: what is worked out from them is kept with it.</summary>
    ValueTask<IReadOnlyList<Entity>> EntitiesAsync(Guid tenantId, CancellationToken cancellationToken);
}
