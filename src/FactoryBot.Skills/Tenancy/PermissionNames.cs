namespace FactoryBot.Skills.Tenancy;

/// <summary>What somebody may be asked to be allowed to do, in the words of the question "who may ...".</summary>
internal static class PermissionNames
{
    public const string ApproveQuotes = "approve quotes";
    public const string ChangeQuotes = "change quotes";
    public const string ImportData = "import data";
    public const string ManagePeople = "change roles";
    public const string ChangeSettings = "change settings";
    public const string ManageDocuments = "add documents";
    public const string RunSql = "run sql";

    private static readonly Dictionary<string, string> Permission = new(StringComparer.OrdinalIgnoreCase)
    {
        [ApproveQuotes] = Permissions.QuotesApprove,
        [ChangeQuotes] = Permissions.QuotesManage,
        [ImportData] = Permissions.MetricsImport,
        [ManagePeople] = Permissions.UsersManage,
        [ChangeSettings] = Permissions.TenantManage,
        [ManageDocuments] = Permissions.DocumentsManage,
        [RunSql] = Permissions.AnalysisQuery,
    };

    public static IEnumerable<string> All => Permission.Keys;

    /// <returns>Null where no such thing is known.</returns>
    public static string? Read(string words) => Permission.GetValueOrDefault(words.Trim());
}
