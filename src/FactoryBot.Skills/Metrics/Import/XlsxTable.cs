using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Reads one sheet of a workbook. Cells become the text that a CSV file would hold; dates as ISO 8601.</summary>
internal static class XlsxTable
{
    // What a cell at the right edge of a sheet is counted to; a stray one must not make each line that wide.
    private const int MostColumns = 2_000;

    public static (TableFile? File, string? Problem) Read(byte[] content, FileFormat format)
    {
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = 500_000_000 });
            if (document.WorkbookPart is not { } book)
                return (null, "The file is a ZIP archive but no workbook.");
            var sheets = book.Workbook.Descendants<Sheet>().Where(s => s.State is null || s.State == SheetStateValues.Visible).ToList();
            var sheet = format.Sheet is { } wanted
                ? sheets.Find(s => string.Equals(s.Name?.Value, wanted, StringComparison.OrdinalIgnoreCase))
                : sheets.FirstOrDefault();
            if (sheet?.Id?.Value is not { } id)
                return (null, $"The workbook has no sheet “{format.Sheet}”; it has {string.Join(", ", sheets.Select(s => s.Name?.Value))}.");
            var lines = Lines((WorksheetPart)book.GetPartById(id), new XlsxCells(book), format.MostLines);
            return lines is null
                ? (null, string.Create(CultureInfo.InvariantCulture, $"The sheet has more than {format.MostLines:N0} lines; split it."))
                : (new(lines, $"XLSX, sheet {sheet.Name?.Value}"), null);
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or FormatException)
        {
            return (null, "The workbook cannot be read; it is damaged or not a workbook.");
        }
    }

    private static List<TableLine>? Lines(WorksheetPart part, XlsxCells cells, int most)
    {
        var lines = new List<TableLine>();
        var number = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
                continue;
            var row = (Row)reader.LoadCurrentElement()!;
            number = row.RowIndex is { } index ? (int)index.Value : number + 1;
            var line = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var at = cell.CellReference?.Value is { } reference ? Column(reference) : line.Count;
                while (line.Count < at && at < MostColumns)
                    line.Add("");
                if (line.Count == at)
                    line.Add(cells.Text(cell));
            }

            if (line.Exists(text => !string.IsNullOrWhiteSpace(text)))
                lines.Add(new(number, [.. line]));
            if (lines.Count > most)
                return null;
        }

        return lines;
    }

    private static int Column(string reference)
    {
        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetter))
            column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
        return column - 1;
    }
}
