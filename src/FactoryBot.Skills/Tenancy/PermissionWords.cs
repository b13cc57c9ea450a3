namespace FactoryBot.Skills.Tenancy;

/// <summary>Permissions as people read them: "You may ..."</summary>
internal static class PermissionWords
{
    private static readonly (string Permission, string Words)[] InOrder =
    [
        (Permissions.MetricsView, "see OEE and production figures"),
        (Permissions.MetricsSubscribe, "have digests sent"),
        (Permissions.AnalysisView, "ask questions of the database"),
        (Permissions.AnalysisQuery, "run SQL of their own"),
        (Permissions.AnalysisManage, "verify answers and connect databases"),
        (Permissions.OperationsView, "see incidents and alerts"),
        (Permissions.ErpQuery, "ask how the ERP system is used"),
        (Permissions.QuotesView, "see quotes"),
        (Permissions.SopsView, "see SOPs"),
        (Permissions.TenancyView, "see members, roles and modules"),
        (Permissions.AccountsLink, "link your accounts"),
        (Permissions.AnswersDownload, "download answers as files"),
        (Permissions.AnswersReport, "report answers to the administrators"),
        (Permissions.QuotesManage, "draft and edit quotes"),
        (Permissions.DocumentsManage, "take in documents and close their gaps"),
        (Permissions.SopsManage, "write and edit SOPs"),
        (Permissions.MetricsImport, "import production data"),
        (Permissions.QuotesApprove, "approve quotes"),
        (Permissions.SopsApprove, "approve SOPs"),
        (Permissions.UsersManage, "set the roles of members"),
        (Permissions.TenantManage, "switch modules and change settings"),
        (Permissions.BillingManage, "manage billing"),
    ];

    public static IReadOnlyList<string> Of(IReadOnlySet<string> permissions) =>
        [.. InOrder.Where(p => permissions.Contains(p.Permission)).Select(p => p.Words)];

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Join(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };
}
