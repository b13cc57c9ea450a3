using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FactoryBot.Skills.Tests.Metrics.Import;

/// <summary>Makes small workbooks as Excel saves them: shared texts, dates as numbers with a style, empty cells left out.</summary>
internal static class Workbooks
{
    public static byte[] Of(string sheet, params object?[][] rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets(new Sheet { Name = sheet, SheetId = 1, Id = "r1" }));
            var styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new Stylesheet(new CellFormats(
                new CellFormat { NumberFormatId = 0 }, new CellFormat { NumberFormatId = 14 }, new CellFormat { NumberFormatId = 20 }));
            var shared = book.AddNewPart<SharedStringTablePart>();
            shared.SharedStringTable = new SharedStringTable();
            var data = new SheetData();
            for (var r = 0; r < rows.Length; r++)
            {
                var row = new Row { RowIndex = (uint)(r + 1) };
                for (var c = 0; c < rows[r].Length; c++)
                {
                    if (rows[r][c] is { } value)
                        row.Append(CellOf(value, string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + c)}{r + 1}"), shared.SharedStringTable));
                }

                data.Append(row);
            }

            book.AddNewPart<WorksheetPart>("r1").Worksheet = new Worksheet(data);
        }

        return stream.ToArray();
    }

    private static Cell CellOf(object value, string at, SharedStringTable shared)
    {
        string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
        switch (value)
        {
            case DateTime date:
                return new() { CellReference = at, StyleIndex = 1, CellValue = new(Number(date.ToOADate())) };
            case TimeSpan time:
                return new() { CellReference = at, StyleIndex = 2, CellValue = new(Number(time.TotalDays)) };
            case string text:
                shared.Append(new SharedStringItem(new Text(text)));
                return new() { CellReference = at, DataType = CellValues.SharedString, CellValue = new((shared.ChildElements.Count - 1).ToString(CultureInfo.InvariantCulture)) };
            default:
                return new() { CellReference = at, CellValue = new(Convert.ToString(value, CultureInfo.InvariantCulture)!) };
        }
    }
}
