using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Rows of a CSV or XLSX file, each with its number in the file.</summary>
internal static class ReadTable
{
    private const int Sniffed = 4096;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public static bool IsWorkbook(string name) => name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xlsm", StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<(int Row, string[] Cells)> Of(string name, Stream content) => IsWorkbook(name) ? Workbook(content) : Text(content);

    public static IEnumerable<(int Row, string[] Cells)> Text(Stream content)
    {
        var buffered = new BufferedStream(content, 1 << 16);
        using var reader = new StreamReader(buffered, new UTF8Encoding(false, false), detectEncodingFromByteOrderMarks: true, 1 << 16);
        var head = new char[Sniffed];
        var length = reader.ReadBlock(head, 0, head.Length);
        using var whole = new Joined(new string(head, 0, length), reader);
        foreach (var row in new ReadCsv(whole, Delimiter(head.AsSpan(0, length))).Rows())
            yield return row;
    }

    private static IEnumerable<(int Row, string[] Cells)> Workbook(Stream content)
    {
        using var document = SpreadsheetDocument.Open(content, isEditable: false);
        var book = document.WorkbookPart ?? throw new InvalidDataException("The workbook has no sheet.");
        var shared = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(s => s.InnerText).ToArray() ?? [];
        var sheet = book.Workbook.Descendants<Sheet>().First();
        var data = ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet.Elements<SheetData>().FirstOrDefault();
        var number = 0;
        foreach (var row in data?.Elements<Row>() ?? [])
        {
            number = row.RowIndex?.Value is { } index ? (int)index : number + 1;
            var cells = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var column = cell.CellReference?.Value is { } at ? ColumnOf(at) : cells.Count;
                while (cells.Count < column)
                    cells.Add("");
                cells.Add(TextOf(cell, shared));
            }

            if (cells.Exists(c => c.Length > 0))
                yield return (number, [.. cells]);
        }
    }

    private static string TextOf(Cell cell, string[] shared)
    {
        var text = cell.DataType?.Value == CellValues.InlineString ? cell.InnerText : cell.CellValue?.Text ?? cell.InnerText;
        if (cell.DataType?.Value == CellValues.SharedString && int.TryParse(text, CultureInfo.InvariantCulture, out var place) && place < shared.Length)
            return shared[place].Trim();
        // Excel writes 0.1 as 0.10000000000000001.
        return cell.DataType is null && text.Length > 12 && double.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : text.Trim();
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c))
                break;
            column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return column - 1;
    }

    private static char Delimiter(ReadOnlySpan<char> head)
    {
        var line = head[..(head.IndexOf('\n') is var end && end >= 0 ? end : head.Length)];
        var best = ',';
        var most = 0;
        foreach (var delimiter in Delimiters)
        {
            if (line.Count(delimiter) is var count && count > most)
                (best, most) = (delimiter, count);
        }

        return best;
    }

    /// <summary>What was read to find the delimiter, then the rest.</summary>
    private sealed class Joined(string head, TextReader rest) : TextReader
    {
        private int place;

        public override int Peek() => place < head.Length ? head[place] : rest.Peek();

        public override int Read() => place < head.Length ? head[place++] : rest.Read();

        public override int Read(char[] buffer, int index, int count)
        {
            if (place >= head.Length)
                return rest.Read(buffer, index, count);
            var taken = Math.Min(count, head.Length - place);
            head.CopyTo(place, buffer, index, taken);
            place += taken;
            return taken;
        }
    }
}
