using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Who may make whom into what.</summary>
internal static class RoleRules
{
    /// <param name="own">The asker's role at this moment.</param>
    /// <param name="owners">How many owners the tenant has at this moment.</param>
    /// <returns>The refusal; null where the change is allowed.</returns>
    public static SkillResult? Refuse(Role own, Member member, Role wanted, int owners)
    {
        if (!Permissions.Of(own).Contains(Permissions.UsersManage))
            return TenancyFailures.NoRight(TenancySkill.SetRoleTitle, Permissions.UsersManage);
        if (member.Role > own)
            return TenancyFailures.MemberAboveOwn(member, own);
        if (wanted > own)
            return TenancyFailures.RoleAboveOwn(wanted, own);
        return member.Role == Role.Owner && wanted != Role.Owner && owners <= 1 ? TenancyFailures.LastOwner(member) : null;
    }
}
