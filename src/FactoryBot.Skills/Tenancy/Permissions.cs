namespace FactoryBot.Skills.Tenancy;

/// <summary>Every permission by name, and the lowest role that has it.</summary>
public static class Permissions
{
    public const string TenantManage = "tenant.manage";
    public const string BillingManage = "billing.manage";
    public const string UsersManage = "users.manage";
    public const string QuotesApprove = "quotes.approve";
    public const string SopsApprove = "sops.approve";
    public const string QuotesManage = "quotes.manage";
    public const string SopsManage = "sops.manage";
    public const string MetricsView = "metrics.view";
    public const string AnalysisView = "analysis.view";
    public const string QuotesView = "quotes.view";
    public const string SopsView = "sops.view";
    public const string OperationsView = "operations.view";
    public const string ErpQuery = "erp.query";
}
