using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FactoryBot.Skills.Files;

/// <summary>Writes tables as Excel and CSV files: numbers as numbers, texts never as formulas.</summary>
public static class Spreadsheet
{
    public const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string CsvType = "text/csv";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // Excel's own limits.
    private const int LongestName = 31;
    private const int LongestText = 32_767;

    public static byte[] Excel(params IReadOnlyList<TableSheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var list = new Sheets();
            foreach (var sheet in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                Write(part, sheet);
                list.AppendChild(new Sheet
                {
                    Name = NameOf(sheet, list), SheetId = (uint)list.ChildElements.Count + 1, Id = book.GetIdOfPart(part),
                });
            }

            book.Workbook = new(list);
        }

        return stream.ToArray();
    }

    public static byte[] Csv(TableSheet sheet)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', sheet.Headers.Select(Field)).Append("\r\n");
        foreach (var row in sheet.Rows)
            text.AppendJoin(',', row.Select(value => Field(Plain(value)))).Append("\r\n");
        // The mark tells spreadsheets that it is UTF-8.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // Straight to the part's stream: elements built one by one take ten times as long for ten thousand rows.
    private static void Write(WorksheetPart part, TableSheet sheet)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        WriteRow(xml, sheet.Headers);
        foreach (var row in sheet.Rows)
            WriteRow(xml, row);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, IEnumerable<object?> values)
    {
        xml.WriteStartElement("row", Main);
        foreach (var value in values)
        {
            xml.WriteStartElement("c", Main);
            if (IsNumber(value))
            {
                xml.WriteElementString("v", Main, Plain(value));
            }
            else if (value is not null)
            {
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(Clean(Plain(value)));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static bool IsNumber(object? value) => value switch
    {
        double number => double.IsFinite(number),
        float number => float.IsFinite(number),
        byte or short or int or long or decimal => true,
        _ => false,
    };

    // XML has no room for control characters.
    private static string Clean(string text) => string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t').Take(LongestText));

    // Excel repairs a workbook with a name that is too long, there twice, or has one of these characters.
    private static string NameOf(TableSheet sheet, Sheets others)
    {
        var clean = new string([.. sheet.Name.Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\') && !char.IsControl(c))]).Trim(' ', '\'');
        clean = clean.Length == 0 ? "Sheet" : clean[..Math.Min(clean.Length, LongestName - 3)];
        var name = clean;
        for (var again = 2; others.Elements<Sheet>().Any(o => string.Equals(o.Name?.Value, name, StringComparison.OrdinalIgnoreCase)); again++)
            name = string.Create(CultureInfo.InvariantCulture, $"{clean} {again}");
        return name;
    }

    private static string Plain(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Array list => string.Join("; ", list.Cast<object?>()),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // A text that begins like a formula is one to a spreadsheet; the quote makes it a text.
    private static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '@' or '\t' or '\r' || (text.Length > 1 && text[0] == '-' && !char.IsAsciiDigit(text[1])) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
