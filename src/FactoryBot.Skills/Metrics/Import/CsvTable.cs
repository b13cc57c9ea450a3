using System.Globalization;
using CsvHelper;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Cuts separated text into lines of cells; which sign separates is found out.</summary>
internal static class CsvTable
{
    private const int Sample = 30;
    private static readonly char[] Separators = [';', '\t', '|', ','];

    public static (TableFile? File, string? Problem) Read(byte[] content, FileFormat format)
    {
        var (text, encoding, problem) = TextDecoding.Decode(content, format.Encoding);
        if (text is null)
            return (null, problem);
        if (text.Contains('\0', StringComparison.Ordinal))
            return (null, "The file is neither text nor a workbook (.xlsx).");

        // Excel's own hint, which is no line of the table.
        var hinted = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 ? text[4] : (char?)null;
        var separator = format.Separator ?? hinted ?? Guess(text);
        var lines = new List<TableLine>();
        CsvMalformedRecord? broken = null;
        try
        {
            using var reader = CsvReader.FromText(text, new CsvReaderOptions
            {
                Separator = separator,
                HasHeader = false,
                TrackLineNumbers = true,
                OnMalformedRecord = record => broken = record,
            });
            while (reader.Read())
            {
                var cells = reader.Current.ToArray();
                var number = (int)reader.LineNumber;
                if ((hinted is null || number > 1) && Array.Exists(cells, cell => !string.IsNullOrWhiteSpace(cell)))
                    lines.Add(new(number, cells, broken is { } record ? Broken(record.Reason) : null));
                broken = null;
                if (lines.Count > format.MostLines)
                    return (null, string.Create(CultureInfo.InvariantCulture, $"The file has more than {format.MostLines:N0} lines; split it."));
            }
        }
        catch (CsvFormatException)
        {
            return (null, "The file cannot be cut into lines; a quotation mark is probably not closed.");
        }

        return (new(lines, $"CSV, {Name(separator)}, {encoding}"), null);
    }

    /// <summary>The sign that cuts the first lines into the same number of cells, the more the better.</summary>
    private static char Guess(string text)
    {
        var lines = text.Split('\n', Sample + 1).Take(Sample).Select(line => line.TrimEnd('\r')).Where(line => line.Trim().Length > 0).ToList();
        return Separators.MaxBy(separator =>
        {
            var counts = lines.Select(line => Count(line, separator)).ToList();
            var usual = counts.Count == 0 ? 0 : counts.GroupBy(n => n).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First().Key;
            return usual == 0 ? 0 : usual * (double)counts.Count(n => n == usual) / counts.Count;
        });
    }

    private static string Broken(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quotation mark is not closed, so the lines behind it belong to it",
        CsvMalformedReason.TextAfterClosingQuote => "text stands behind a closing quotation mark",
        _ => "a quotation mark stands inside a cell that is not quoted",
    };

    private static int Count(string line, char separator)
    {
        var (count, quoted) = (0, false);
        foreach (var c in line)
        {
            quoted ^= c == '"';
            count += c == separator && !quoted ? 1 : 0;
        }

        return count;
    }

    private static string Name(char separator) => separator switch
    {
        ';' => "semicolon",
        '\t' => "tab",
        ',' => "comma",
        '|' => "bar",
        _ => $"“{separator}”",
    };
}
