using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Database;

/// <summary>One dated SQL file of a feature's <c>Migrations</c> folder.</summary>
internal sealed partial record Migration(string FileName, string Sql)
{
    /// <summary>Of the text with plain line ends: a checkout on another system changes those and nothing else.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>All migrations of the assemblies in the order in which they run, whatever folder they lie in.</summary>
    public static IReadOnlyList<Migration> In(IEnumerable<Assembly> assemblies) =>
        InOrder(assemblies.Distinct().SelectMany(a => a.GetManifestResourceNames().Select(n => (Assembly: a, Match: Pattern().Match(n))))
            .Where(r => r.Match.Success)
            .Select(r => new Migration(r.Match.Groups["file"].Value, Read(r.Assembly, r.Match.Value))));

    public static IReadOnlyList<Migration> InOrder(IEnumerable<Migration> migrations)
    {
        var ordered = migrations.OrderBy(m => m.FileName, StringComparer.Ordinal).ToList();
        var twice = ordered.GroupBy(m => m.FileName).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? ordered : throw new DatabaseSetupException($"Two migrations are named {twice.Key}; give one of them another time.");
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^.*\.Migrations\.(?<file>\d{8}_\d{4}_\w+\.sql)$")]
    private static partial Regex Pattern();
}
