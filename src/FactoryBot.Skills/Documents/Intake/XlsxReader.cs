using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Reads a workbook: each sheet is a heading and a table.</summary>
internal static class XlsxReader
{
    public static DocumentText Read(byte[] content)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(content), false);
        var book = file.WorkbookPart ?? throw new InvalidDataException("There is no workbook.");
        var shared = book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(s => s.InnerText).ToList() ?? [];
        var blocks = new List<Block>();
        foreach (var sheet in book.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            if (sheet.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part)
                continue;
            var rows = (part.Worksheet?.Descendants<Row>() ?? []).Select(r => Cells(r, shared)).Where(r => r.Trim(' ', '|').Length > 0).ToList();
            if (rows.Count == 0)
                continue;
            blocks.Add(new(BlockKind.Heading, sheet.Name?.Value ?? "Sheet", 2));
            blocks.Add(new(BlockKind.Table, string.Join('\n', rows)));
        }

        return new(file.PackageProperties.Title is { Length: > 0 } title ? title : null, blocks);
    }

    private static string Cells(Row row, List<string> shared) => string.Join(" | ", row.Elements<Cell>().Select(c => Value(c, shared).ReplaceLineEndings(" ")));

    private static string Value(Cell cell, List<string> shared) =>
        cell.DataType?.Value == CellValues.SharedString && int.TryParse(cell.CellValue?.Text, out var at) && at >= 0 && at < shared.Count ? shared[at]
        : cell.DataType?.Value == CellValues.InlineString ? cell.InlineString?.InnerText ?? ""
        : cell.CellValue?.Text ?? "";
}
