using System.Text;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Reads separated values as one table; the first row is its heading. The separator is the one that the first row has most of.</summary>
internal static class CsvTableReader
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    public static DocumentText Read(string text)
    {
        var first = text.Split('\n', 2)[0];
        var rows = Rows(text, Separators.MaxBy(s => first.Count(c => c == s))).Where(r => r.Exists(c => c.Length > 0)).Select(r => string.Join(" | ", r)).ToList();
        return new(null, rows.Count == 0 ? [] : [new(BlockKind.Table, string.Join('\n', rows))]);
    }

    private static IEnumerable<List<string>> Rows(string text, char separator)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[i++]);
            }
            else if (c == '"' && (quoted || cell.Length == 0))
            {
                quoted = !quoted;
            }
            else if (!quoted && (c == separator || c == '\n'))
            {
                End();
                if (c == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else
            {
                cell.Append(c is '\r' or '\n' ? ' ' : c);
            }
        }

        End();
        yield return row;

        void End()
        {
            row.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
