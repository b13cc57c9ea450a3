using System.Collections.Frozen;

namespace FactoryBot.Skills.Tenancy;

/// <summary>The parts of the product that a tenant switches on and off. Each is on until it is switched off.</summary>
public static class Modules
{
    public const string Metrics = "metrics";
    public const string Analysis = "analysis";
    public const string Quotes = "quotes";
    public const string Knowledge = "knowledge";
    public const string Documents = "documents";
    public const string Operations = "operations";

    public static IReadOnlyList<string> All { get; } = [Metrics, Analysis, Quotes, Knowledge, Documents, Operations];

    /// <summary>One set for each combination of switches would be the same anyway: nearly all tenants share this one.</summary>
    internal static FrozenSet<string> AllOn { get; } = All.ToFrozenSet(StringComparer.Ordinal);

    public static string Title(string module) => module.Length == 0 ? module : char.ToUpperInvariant(module[0]) + module[1..];
}
