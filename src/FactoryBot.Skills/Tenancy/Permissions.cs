using System.Collections.Frozen;

namespace FactoryBot.Skills.Tenancy;

/// <summary>Every permission by name, and the lowest role that has it.</summary>
public static class Permissions
{
    public const string TenantManage = "tenant.manage";
    public const string BillingManage = "billing.manage";
    public const string UsersManage = "users.manage";
    public const string QuotesApprove = "quotes.approve";
    public const string SopsApprove = "sops.approve";
    public const string MetricsImport = "metrics.import";
    public const string QuotesManage = "quotes.manage";
    public const string SopsManage = "sops.manage";
    public const string TenancyView = "tenancy.view";
    /// <summary>Not a .view: it changes who somebody is, and nothing that was read may ask for it.</summary>
    public const string AccountsLink = "accounts.link";
    public const string AnswersReport = "answers.report";
    public const string AnswersDownload = "answers.download";
    public const string MetricsSubscribe = "metrics.subscribe";
    public const string MetricsView = "metrics.view";
    public const string AnalysisView = "analysis.view";
    public const string AnalysisQuery = "analysis.query";
    public const string AnalysisManage = "analysis.manage";
    public const string QuotesView = "quotes.view";
    public const string SopsView = "sops.view";
    public const string OperationsView = "operations.view";
    public const string ErpQuery = "erp.query";
    public const string DocumentsManage = "documents.manage";

    private static readonly FrozenDictionary<string, Role> LowestRoles = new Dictionary<string, Role>
    {
        [TenantManage] = Role.Owner,
        [BillingManage] = Role.Owner,
        [UsersManage] = Role.Admin,
        [QuotesApprove] = Role.Manager,
        [SopsApprove] = Role.Manager,
        [MetricsImport] = Role.Manager,
        [QuotesManage] = Role.Analyst,
        [SopsManage] = Role.Analyst,
        [TenancyView] = Role.Viewer,
        [AccountsLink] = Role.Viewer,
        [AnswersReport] = Role.Viewer,
        [AnswersDownload] = Role.Viewer,
        [MetricsSubscribe] = Role.Viewer,
        [MetricsView] = Role.Viewer,
        [AnalysisView] = Role.Viewer,
        [AnalysisQuery] = Role.Analyst,
        [AnalysisManage] = Role.Analyst,
        [QuotesView] = Role.Viewer,
        [SopsView] = Role.Viewer,
        [OperationsView] = Role.Viewer,
        [ErpQuery] = Role.Viewer,
        [DocumentsManage] = Role.Analyst,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Role, FrozenSet<string>> ByRole = Enum.GetValues<Role>().ToFrozenDictionary(
        role => role,
        role => LowestRoles.Where(p => p.Value <= role).Select(p => p.Key).ToFrozenSet(StringComparer.Ordinal));

    public static IReadOnlyCollection<string> All => LowestRoles.Keys;

    public static IReadOnlySet<string> Of(Role role) => ByRole[role];

    /// <summary>The role that a member must have at least; null for a permission that does not exist.</summary>
    public static Role? LowestRole(string permission) => LowestRoles.TryGetValue(permission, out var role) ? role : null;
}
