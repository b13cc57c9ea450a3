namespace FactoryBot.Skills.Tenancy;

/// <summary>How roles are written: in the database, in sentences, and by people.</summary>
internal static class RoleNames
{
    private static readonly Dictionary<Role, string[]> Aliases = new()
    {
        [Role.Viewer] = ["viewers", "reader", "read only", "read-only", "guest"],
        [Role.Analyst] = ["analysts"],
        [Role.Manager] = ["managers"],
        [Role.Admin] = ["administrator", "administrators", "admins"],
        [Role.Owner] = ["owners"],
    };

    public static IReadOnlyList<string> AliasesOf(Role role) => Aliases[role];

    public static string Stored(Role role) => role.ToString().ToLowerInvariant();

    public static Role Parse(string stored) => Enum.Parse<Role>(stored, ignoreCase: true);

    /// <summary>With its article: "a viewer", "an owner".</summary>
    public static string Spoken(Role role) => role is Role.Analyst or Role.Admin or Role.Owner ? $"an {Stored(role)}" : $"a {Stored(role)}";

    /// <summary>Reads what a person or a model wrote.</summary>
    public static Role? Read(string written)
    {
        var word = written.Trim();
        foreach (var role in Enum.GetValues<Role>())
        {
            if (word.Equals(role.ToString(), StringComparison.OrdinalIgnoreCase) || Aliases[role].Contains(word, StringComparer.OrdinalIgnoreCase))
                return role;
        }

        return null;
    }
}
