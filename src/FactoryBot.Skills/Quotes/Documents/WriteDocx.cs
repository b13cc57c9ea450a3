using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FactoryBot.Skills.Quotes.Documents;

/// <summary>Writes the paper as a Word document; the table's head is repeated on each page by Word itself.</summary>
internal static class WriteDocx
{
    private const int TableWidth = 9600;

    public static byte[] Of(QuotePaper paper)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var body = new Body();
            main.Document = new Document(body);
            Paragraph[] company = [.. paper.Company.Length > 0 ? [Paragraph(paper.Company, bold: true)] : Array.Empty<Paragraph>(), .. paper.CompanyLines.Select(l => Paragraph(l))];
            if (paper.Logo is { } logo)
                body.Append(Sides(company, [DocxParts.Logo(main, logo)]));
            else
                body.Append(company);
            body.Append(Paragraph(""));
            body.Append(Sides([.. paper.To.Select(l => Paragraph(l))], [.. paper.Facts.Select(f => Paragraph($"{f.Name}: {f.Value}", right: true))]));
            body.Append(Paragraph(""));
            body.Append(Paragraph(paper.Title, bold: true, halfPoints: 32));
            body.Append(Table(paper));
            body.Append(Paragraph(""));
            body.Append(paper.Closing.Select(l => Paragraph(l)));
            body.Append(Section(main, paper));
        }

        return stream.ToArray();
    }

    private static Table Table(QuotePaper paper)
    {
        var table = new Table(
            new TableProperties(
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 2, Color = "D0D0D0" }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "20", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa })),
            new TableGrid(QuotePaper.Columns.Select(c => new GridColumn { Width = Width(c) })));
        table.Append(Row([.. QuotePaper.Columns.Select(c => c.Title)], head: true));
        foreach (var (index, row) in paper.Rows.Index())
            table.Append(Row(row, head: false, withNext: index == paper.Rows.Count - 1));
        table.Append(Total(paper));
        return table;
    }

    /// <summary>In the table, so that the sum stands under what it sums up.</summary>
    private static TableRow Total(QuotePaper paper)
    {
        // A sum is longer than its parts: it may use the column of the prices too.
        const int span = 2;
        return new(
            new TableRowProperties(new CantSplit()),
            Across([.. QuotePaper.Columns.SkipLast(span)], paper.Total.Name),
            Across([.. QuotePaper.Columns.TakeLast(span)], paper.Total.Value));

        static TableCell Across(IReadOnlyList<PaperColumn> columns, string text) => new(
            new TableCellProperties(
                new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = columns.Sum(c => (int)(c.Share * TableWidth)).ToString(CultureInfo.InvariantCulture) },
                new GridSpan { Val = columns.Count }),
            Paragraph(text, bold: true, right: true));
    }

    /// <summary>Who it is for at the left, the facts at the right; who offers at the left, the logo at the right.</summary>
    private static Table Sides(IReadOnlyList<Paragraph> left, IReadOnlyList<Paragraph> right)
    {
        string[] widths = ["5600", "4000"];
        var row = new TableRow();
        foreach (var (index, side) in new[] { left, right }.Index())
        {
            // A cell without a paragraph is no cell to Word.
            row.Append(new TableCell([new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = widths[index] }), .. side.Count > 0 ? side : [Paragraph("")]]));
        }

        return new(
            new TableProperties(new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(w => new GridColumn { Width = w })),
            row);
    }

    /// <param name="withNext">On the same page as what follows: a total is never alone.</param>
    private static TableRow Row(IReadOnlyList<string> texts, bool head, bool withNext = false)
    {
        var row = new TableRow();
        var properties = new TableRowProperties(new CantSplit());
        if (head)
            properties.Append(new TableHeader());
        row.Append(properties);
        for (var i = 0; i < texts.Count; i++)
        {
            var column = QuotePaper.Columns[i];
            var cell = new TableCell(new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Width(column) }));
            if (head)
                cell.GetFirstChild<TableCellProperties>()!.Append(new Shading { Val = ShadingPatternValues.Clear, Fill = "EBEEF2" });
            cell.Append(Paragraph(texts[i], bold: head, right: column.Right, withNext: withNext || head));
            row.Append(cell);
        }

        return row;
    }

    /// <summary>Page size, and a header with the mark on every page where the version is not approved.</summary>
    private static SectionProperties Section(MainDocumentPart main, QuotePaper paper)
    {
        var section = new SectionProperties();
        if (paper.Mark is { } mark)
        {
            var part = main.AddNewPart<HeaderPart>();
            part.Header = new Header(Paragraph(mark, bold: true, halfPoints: 24, colour: "C81E1E", centre: true), DocxParts.Across(mark));
            section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) });
        }

        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(DocxParts.PageNumbers(Paragraph(paper.Footer, halfPoints: 14, centre: true)));
        section.Append(
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1000, Bottom = 1000, Left = 1100, Right = 1100, Header = 500, Footer = 500 });
        return section;
    }

    private static Paragraph Paragraph(string text, bool bold = false, bool right = false, bool centre = false, int halfPoints = 18, string? colour = null, bool withNext = false)
    {
        var look = new RunProperties(new RunFonts { Ascii = "DejaVu Sans", HighAnsi = "DejaVu Sans" });
        if (bold)
            look.Append(new Bold());
        if (colour is not null)
            look.Append(new Color { Val = colour });
        look.Append(new FontSize { Val = halfPoints.ToString(CultureInfo.InvariantCulture) });
        return new(
            new ParagraphProperties(
                new KeepNext { Val = withNext },
                new SpacingBetweenLines { After = "40" },
                new Justification { Val = right ? JustificationValues.Right : centre ? JustificationValues.Center : JustificationValues.Left }),
            new Run([look, .. text.Split('\n').SelectMany((line, i) => (OpenXmlElement[])(i == 0 ? [Words(line)] : [new Break(), Words(line)]))]));
    }

    private static Text Words(string line) => new(Clean(line)) { Space = SpaceProcessingModeValues.Preserve };

    // XML has no place for control characters, whoever pasted them.
    private static string Clean(string text) => new([.. text.Where(c => !char.IsControl(c))]);

    private static string Width(PaperColumn column) => ((int)(column.Share * TableWidth)).ToString(CultureInfo.InvariantCulture);
}
