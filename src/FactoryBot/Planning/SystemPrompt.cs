using System.Globalization;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Planning;

/// <summary>Fills <c>SystemPrompt.txt</c>. Nothing that a person types in a conversation gets into it.</summary>
internal static class SystemPrompt
{
    private const int MostNames = 150;
    private const int NameLength = 60;
    private static readonly string Template = Read();

    public static string For(Asker asker, IReadOnlyList<Entity> entities, DataRange? range)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["factory"] = Names(entities, SlotKind.Site, "not named"),
            ["today"] = asker.Today.ToString("dddd, yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["range"] = range is null
                ? "unknown"
                : string.Create(CultureInfo.InvariantCulture, $"{range.From:yyyy-MM-dd} to {range.To:yyyy-MM-dd}"),
            ["lines"] = Names(entities, SlotKind.Line, "none known"),
            ["machines"] = Names(entities, SlotKind.Machine, "none known"),
            ["shifts"] = Names(entities, SlotKind.Shift, "none known"),
            ["role"] = asker.Role.ToString(),
        };
        return string.Join('\n', Template.Split('\n').Select(line => Fill(line, values)));
    }

    // One value to a line, put in at its end: a name that looks like a placeholder is never filled a second time.
    private static string Fill(string line, Dictionary<string, string> values)
    {
        var at = line.IndexOf('{', StringComparison.Ordinal);
        return at >= 0 && values.TryGetValue(line[(at + 1)..].TrimEnd('}'), out var value) ? line[..at] + value : line;
    }

    private static string Names(IReadOnlyList<Entity> entities, SlotKind kind, string none)
    {
        var names = entities.Where(e => e.Kind == kind).Select(e => UserText.CleanLine(e.Name, NameLength)).Distinct(StringComparer.Ordinal).ToList();
        var shown = string.Join("; ", names.Take(MostNames));
        return names.Count == 0 ? none : names.Count > MostNames ? shown + "; and more" : shown;
    }

    private static string Read()
    {
        var type = typeof(SystemPrompt);
        using var stream = type.Assembly.GetManifestResourceStream($"{type.Namespace}.SystemPrompt.txt")
            ?? throw new InvalidOperationException("SystemPrompt.txt is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
