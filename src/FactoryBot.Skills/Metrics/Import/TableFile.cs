namespace FactoryBot.Skills.Metrics.Import;

/// <summary>A file cut into lines of cells, whatever format it came in.</summary>
/// <param name="Lines">With the header, without lines that are empty.</param>
/// <param name="Format">How it was read, for the report: "CSV, semicolon, windows-1252".</param>
internal sealed record TableFile(IReadOnlyList<TableLine> Lines, string Format)
{
    public static (TableFile? File, string? Problem) Read(string name, byte[] content, FileFormat format)
    {
        if (content.Length == 0)
            return (null, "The file is empty.");
        var zip = content is [(byte)'P', (byte)'K', 3, 4, ..];
        if (content is [0xD0, 0xCF, 0x11, 0xE0, ..])
            return (null, "The file is an old Excel workbook (.xls) or has a password; save it as .xlsx or CSV without one.");
        if (content.AsSpan().StartsWith("%PDF"u8))
            return (null, "The file is a PDF; tables are read from CSV and XLSX only.");
        var (file, problem) = zip ? XlsxTable.Read(content, format) : CsvTable.Read(content, format);
        return file is { Lines.Count: 0 } ? (null, $"{name} holds no lines.") : (file, problem);
    }
}

/// <summary>One line.</summary>
/// <param name="Number">As an editor or Excel counts it, from 1.</param>
/// <param name="Broken">What is wrong with it as a line; null where it could be cut.</param>
internal sealed record TableLine(int Number, string[] Cells, string? Broken = null)
{
    public string Cell(int at) => at < Cells.Length ? Cells[at].Trim() : "";

    /// <summary>The line in a few words, for the report of a rejected one.</summary>
    public string Short
    {
        get
        {
            var text = string.Join(" | ", Cells.Select(cell => cell.Trim())).Trim(' ', '|');
            return text.Length <= 80 ? text : text[..80] + "…";
        }
    }
}
