using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Documents.Systems;

/// <summary>An ERP system of the plant.</summary>
internal sealed record ErpSystem
{
    public string Name { get; init; } = "";

    /// <summary>Empty where it does not matter.</summary>
    public string Version { get; init; } = "";
    public string[] Modules { get; init; } = [];

    /// <summary>The document sets that speak of it.</summary>
    public string[] Sets { get; init; } = [];

    /// <summary>The one system that a question names; of several versions, the one whose version it names too. Null where it names none or
    /// leaves open which.</summary>
    public static ErpSystem? Named(IReadOnlyList<ErpSystem> systems, string question)
    {
        if (systems.Count == 0)
            return null;
        var words = $" {Plain(question)} ";
        var named = systems.Where(s => Plain(s.Name).Length > 0 && words.Contains($" {Plain(s.Name)} ", StringComparison.Ordinal)).ToList();
        var exact = named.Where(s => s.Version.Length > 0 && words.Contains($" {Plain(s.Version)} ", StringComparison.Ordinal)).ToList();
        return exact.Count == 1 ? exact[0] : named.Count == 1 ? named[0] : null;
    }

    private static string Plain(string text) => string.Join(' ', TermReader.All(text).Select(t => t.Word));
}
