using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Answers;

/// <summary>The table as an Excel file: one sheet, numbers as numbers, texts never as formulas.</summary>
internal static class Workbook
{
    private const string Types = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""";
    private const string Relations = """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""";
    private const string Book = """<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Answer" sheetId="1" r:id="rId1"/></sheets></workbook>""";
    private const string BookRelations = """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""";

    public static byte[] Of(QueryAnswer answer)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", Types);
            Add(zip, "_rels/.rels", Relations);
            Add(zip, "xl/workbook.xml", Book);
            Add(zip, "xl/_rels/workbook.xml.rels", BookRelations);
            Add(zip, "xl/worksheets/sheet1.xml", Sheet(answer));
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Sheet(QueryAnswer answer)
    {
        var columns = answer.Shown.ToList();
        var xml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        xml.Append("<row>").AppendJoin("", columns.Select(c => Text(c.Column.Title))).Append("</row>");
        foreach (var row in answer.Rows)
            xml.Append("<row>").AppendJoin("", columns.Select(c => Cell(row[c.At]))).Append("</row>");
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string Cell(object? value) => value is null ? "<c/>"
        : ValueText.Number(value) is { } number && double.IsFinite(number) ? $"<c><v>{AnswerFiles.Plain(value)}</v></c>"
        : Text(AnswerFiles.Plain(value));

    private static string Text(string text) => $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(Clean(text))}</t></is></c>";

    // XML has no room for control characters.
    private static string Clean(string text) => string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t'));
}
