namespace FactoryBot.Skills.Tenancy.Audit;

internal static class AuditActions
{
    public const string MemberJoined = "member.joined";
    public const string MembersJoined = "member.accounts_joined";
    public const string RoleChanged = "member.role_changed";
    public const string ModuleSwitched = "tenant.module_switched";
    public const string SettingChanged = "tenant.setting_changed";
    public const string KeyLinked = "tenant.key_linked";
    public const string KeyUnlinked = "tenant.key_unlinked";
    public const string KeyCreated = "key.created";
    public const string KeyRevoked = "key.revoked";
}
