using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Switches a module of the tenant on or off.</summary>
internal sealed class SwitchModule(FactoryDatabase database, TenantChanges changes)
{
    public async Task<SkillResult> RunAsync(string written, string state, Asker asker, CancellationToken cancellationToken)
    {
        if (Modules.All.FirstOrDefault(m => m.Equals(written.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } module)
            return TenancyFailures.UnknownModule(written, [.. Modules.All.Select(m => new Choice(Modules.Title(m), $"Switch {m} {state}"))]);
        if (state.Trim().ToLowerInvariant() is not ("on" or "off") and var other)
            return TenancyFailures.UnknownSwitch(other);
        var on = state.Trim().Equals("on", StringComparison.OrdinalIgnoreCase);

        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        await TenancyStore.LockAsync(scope, cancellationToken);
        var was = !(await TenancyStore.SettingsAsync(scope, cancellationToken)).ModulesOff.Contains(module);
        if (was == on)
            return Said($"{Modules.Title(module)} is {Word(on)} already.", module, was, on);

        await TenancyStore.SetModuleAsync(scope, module, on, cancellationToken);
        await changes.CommitAsync(scope, asker, AuditActions.ModuleSwitched, module, Word(was), Word(on), cancellationToken);
        return Said($"{Modules.Title(module)} is now switched {Word(on)}.", module, was, on);
    }

    private static string Word(bool on) => on ? "on" : "off";

    private static SkillResult Said(string sentence, string module, bool before, bool after) => new()
    {
        Status = ResultStatus.Answered,
        Text = sentence,
        Data = TenancyData.Change(module, Word(before), Word(after)),
        Card = TenancyCard.Change("Module", Modules.Title(module), Word(before), Word(after)),
        Choices =
        [
            new($"Switch {module} {Word(!after)}", $"Switch {module} {Word(!after)}"),
            new("Show modules", "Which modules are switched on?"),
        ],
    };
}
