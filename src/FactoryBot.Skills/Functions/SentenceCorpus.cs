using System.Reflection;
using System.Text;

namespace FactoryBot.Skills.Functions;

/// <summary>Sentences that people wrote, each with the function that answers it; a planner learns from them. One file for each skill's
/// folder, beside the skill.</summary>
public static class SentenceCorpus
{
    /// <summary>Stands where a function would: nothing answers such a sentence.</summary>
    public const string None = "none";

    private const string File = ".sentences.tsv";

    /// <summary>All sentences of an assembly. A name or a time is written as its kind: "oee of {line} {period}".</summary>
    public static IEnumerable<(string Function, string Sentence)> Of(Assembly assembly)
    {
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(File, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            while (reader.ReadLine() is { } line)
            {
                var tab = line.IndexOf('\t', StringComparison.Ordinal);
                if (tab > 0)
                    yield return (line[..tab], line[(tab + 1)..]);
            }
        }
    }
}
