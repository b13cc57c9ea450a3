using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Who is here and what they may do: members, the asker's own role, modules.</summary>
internal sealed class ShowTenant(People people)
{
    private const int MostNames = 50;

    public Task<SkillResult> MembersAsync(string? role, string? permission, Asker asker, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(permission) ? MembersAsync(role, asker, cancellationToken)
        : PermissionNames.Read(permission) is { } known ? WhoMayAsync(permission.Trim().ToLowerInvariant(), known, asker, cancellationToken)
        : Task.FromResult(TenancyFailures.UnknownPermission(permission));

    // Rights come with the role, so the roles are named beside the people.
    private async Task<SkillResult> WhoMayAsync(string what, string permission, Asker asker, CancellationToken cancellationToken)
    {
        var may = (await people.OfAsync(asker.TenantId, cancellationToken)).Where(m => Permissions.Of(m.Role).Contains(permission)).ToList();
        var lowest = Permissions.LowestRole(permission)!.Value;
        var roles = lowest == Role.Owner ? "the owner may" : $"every {RoleNames.Stored(lowest)} and the roles above may";
        var shown = may.Take(MostNames).ToList();
        return new()
        {
            Status = may.Count == 0 ? ResultStatus.NoRows : ResultStatus.Answered,
            Text = may.Count == 0 ? $"Nobody here may {what} yet: {roles}." : $"{PermissionWords.Join([.. shown.Select(m => $"{m.Name} ({RoleNames.Stored(m.Role)})")])} may {what}: {roles}.",
            Data = TenancyData.Of(may),
            Card = may.Count == 0 ? null : TenancyCard.Members(shown, null),
            Warnings = may.Count > shown.Count ? [$"Only the first {shown.Count} of {may.Count} members are listed."] : [],
            Choices = permission == Permissions.QuotesApprove && asker.May(Permissions.QuotesView)
                ? [new("Approval rules", "show the approval rules"), new("All members", "Show all members and their roles")]
                : [new("All members", "Show all members and their roles")],
        };
    }

    public async Task<SkillResult> MembersAsync(string? role, Asker asker, CancellationToken cancellationToken)
    {
        Role? wanted = null;
        if (!string.IsNullOrWhiteSpace(role) && (wanted = RoleNames.Read(role)) is null)
            return TenancyFailures.UnknownRole(role, [.. Enum.GetValues<Role>().Select(r => new Choice($"{r}s", $"Show all {RoleNames.Stored(r)}s"))]);
        var all = await people.OfAsync(asker.TenantId, cancellationToken);
        var members = wanted is { } only ? all.Where(m => m.Role == only).ToList() : all;
        if (members.Count == 0)
        {
            return wanted is { } none
                ? SkillResult.No(ResultStatus.NoRows, $"Nobody here is {RoleNames.Spoken(none)}.", new Choice("Show members", "Show all members and their roles"))
                : SkillResult.No(ResultStatus.NoRows, "Nobody has written to me yet.");
        }

        var shown = members.Take(MostNames).ToList();
        return new()
        {
            Status = ResultStatus.Answered,
            Text = PermissionWords.Join([.. shown.Select(m => $"{m.Name} ({RoleNames.Stored(m.Role)})")]) + ".",
            Data = TenancyData.Of(members),
            Card = TenancyCard.Members(shown, wanted),
            Warnings = members.Count > shown.Count ? [$"Only the first {shown.Count} of {members.Count} members are listed."] : [],
            Choices = [new("My role", "What is my role?")],
        };
    }

    public static SkillResult MyRole(Asker asker) => new()
    {
        Status = ResultStatus.Answered,
        Text = $"You are {RoleNames.Spoken(asker.Role)}. You may {PermissionWords.Join(PermissionWords.Of(asker.Permissions))}.",
        Data = TenancyData.Of(asker),
        Card = TenancyCard.MyRole(asker),
        Choices = [new("Show members", "Show all members and their roles"), new("Show modules", "Which modules are switched on?")],
    };

    public static SkillResult ModulesOf(Asker asker)
    {
        var on = Modules.All.Where(asker.Modules.Contains).ToList();
        var off = Modules.All.Except(on).ToList();
        return new()
        {
            Status = ResultStatus.Answered,
            Text = off.Count == 0 ? $"All modules are on: {PermissionWords.Join(on)}."
                : on.Count == 0 ? $"All modules are off: {PermissionWords.Join(off)}."
                : $"On: {PermissionWords.Join(on)}. Off: {PermissionWords.Join(off)}.",
            Data = TenancyData.Of(asker.Modules),
            Card = TenancyCard.ModulesOf(asker.Modules),
            Choices = asker.May(Permissions.TenantManage)
                ? [.. off.Select(m => new Choice($"Switch {m} on", $"Switch {m} on")).Take(3)]
                : [new("My role", "What is my role?")],
        };
    }
}
