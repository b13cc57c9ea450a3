using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Skills.Tenancy;

/// <summary>The tenant's own settings: what new members become, and the plant's time zone.</summary>
internal sealed class ChangeSettings(FactoryDatabase database, TenantChanges changes)
{
    private static readonly Choice ShowSettings = new("Show settings", "Show the settings");

    public async Task<SkillResult> ShowAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var settings = await TenancyStore.SettingsAsync(scope, cancellationToken);
        return new()
        {
            Status = ResultStatus.Answered,
            Text = $"{settings.Name}: the time zone is {settings.TimeZone}. New members become {RoleNames.Stored(settings.DefaultRole)}s.",
            Data = TenancyData.Of(settings),
            Card = TenancyCard.Settings(settings),
            Choices = [new("Show modules", "Which modules are switched on?"), new("Show members", "Show all members and their roles")],
        };
    }

    public async Task<SkillResult> SetDefaultRoleAsync(string written, Asker asker, CancellationToken cancellationToken)
    {
        if (RoleNames.Read(written) is not { } wanted)
            return TenancyFailures.UnknownRole(written, Choices());
        if (wanted > Role.Manager)
            return TenancyFailures.NoDefaultRole(wanted) with { Choices = Choices() };
        return await ChangeAsync(
            asker,
            "Role of new members",
            s => RoleNames.Stored(s.DefaultRole),
            RoleNames.Stored(wanted),
            s => s with { DefaultRole = wanted },
            $"New members become {RoleNames.Stored(wanted)}s from now on.",
            cancellationToken);
    }

    public async Task<SkillResult> SetTimeZoneAsync(string written, Asker asker, CancellationToken cancellationToken)
    {
        var wanted = written.Trim();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(wanted, out var zone))
            return TenancyFailures.UnknownTimeZone(wanted);
        return await ChangeAsync(
            asker,
            "Time zone",
            s => s.TimeZone,
            zone.Id,
            s => s with { TimeZone = zone.Id },
            $"The time zone is now {zone.Id}. “Today” and “yesterday” are read in it.",
            cancellationToken);
    }

    private static IReadOnlyList<Choice> Choices() =>
        [.. new[] { Role.Viewer, Role.Analyst, Role.Manager }.Select(r => new Choice(r.ToString(), $"Set the default role to {RoleNames.Stored(r)}"))];

    private async Task<SkillResult> ChangeAsync(
        Asker asker,
        string setting,
        Func<TenantSettings, string> valueOf,
        string after,
        Func<TenantSettings, TenantSettings> change,
        string sentence,
        CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        await TenancyStore.LockAsync(scope, cancellationToken);
        var settings = await TenancyStore.SettingsAsync(scope, cancellationToken);
        var before = valueOf(settings);
        if (before != after)
        {
            var changed = change(settings);
            await TenancyStore.SetSettingsAsync(scope, changed.TimeZone, changed.DefaultRole, cancellationToken);
            await changes.CommitAsync(scope, asker, AuditActions.SettingChanged, setting, before, after, cancellationToken);
        }

        return new()
        {
            Status = ResultStatus.Answered,
            Text = sentence,
            Data = TenancyData.Change(setting, before, after),
            Card = TenancyCard.Change("Setting", setting, before, after),
            Choices = [ShowSettings],
        };
    }
}
