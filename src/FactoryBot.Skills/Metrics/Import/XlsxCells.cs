using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>The text of a workbook's cells.</summary>
internal sealed class XlsxCells
{
    private readonly string[] shared;
    private readonly bool[] isDate;
    private readonly bool since1904;

    public XlsxCells(WorkbookPart book)
    {
        shared = [.. book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText) ?? []];
        since1904 = book.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        var styles = book.WorkbookStylesPart?.Stylesheet;
        var own = styles?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(f => f.NumberFormatId is not null).ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode?.Value ?? "") ?? [];
        isDate = [.. styles?.CellFormats?.Elements<CellFormat>().Select(f => IsDate(f.NumberFormatId?.Value ?? 0, own)) ?? []];
    }

    public string Text(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
            return int.TryParse(value, CultureInfo.InvariantCulture, out var at) && at < shared.Length ? shared[at] : "";
        if (type == CellValues.InlineString)
            return cell.InlineString?.InnerText ?? "";
        if (type == CellValues.Boolean)
            return value == "1" ? "true" : "false";
        if (type == CellValues.Error)
            return "";
        if (type is not null && type != CellValues.Number)
            return value;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        return cell.StyleIndex?.Value is { } style && style < isDate.Length && isDate[style]
            ? ExcelDate.Text(number, since1904)
            : ((decimal)number).ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsDate(uint id, Dictionary<uint, string> own)
    {
        if (id is (>= 14 and <= 22) or (>= 45 and <= 47))
            return true;
        if (!own.TryGetValue(id, out var code))
            return false;
        var quoted = false;
        foreach (var c in code)
        {
            quoted ^= c == '"';
            if (!quoted && c is 'y' or 'd' or 'h' or 's' or 'Y' or 'D' or 'H' or 'S')
                return !code.Contains("0.00", StringComparison.Ordinal);
        }

        return false;
    }
}
