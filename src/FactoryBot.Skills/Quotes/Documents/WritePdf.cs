using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace FactoryBot.Skills.Quotes.Documents;

/// <summary>Writes the paper as PDF: A4, the head of the table again on each page.</summary>
internal sealed class WritePdf
{
    private const double Margin = 50;
    private const double Bottom = 70;
    private const double LineHeight = 13;
    private const double CellGap = 5;
    private const double TotalHeight = 3 * LineHeight;
    private const double LogoWidth = 140;
    private const double LogoHeight = 50;

    private readonly PdfDocument document;
    private readonly XFont plain = new(DejaVuFonts.Family, 9);
    private readonly XFont bold = new(DejaVuFonts.Family, 9, XFontStyleEx.Bold);
    private readonly XFont large = new(DejaVuFonts.Family, 16, XFontStyleEx.Bold);
    private readonly XFont small = new(DejaVuFonts.Family, 7);
    private readonly XFont mark = new(DejaVuFonts.Family, 110, XFontStyleEx.Bold);
    private readonly QuotePaper paper;
    private readonly List<XGraphics> pages = [];
    private XGraphics page = null!;
    private double width;
    private double height;
    private double y;

    private WritePdf(QuotePaper paper, PdfDocument document) => (this.paper, this.document) = (paper, document);

    public static byte[] Of(QuotePaper paper)
    {
        DejaVuFonts.Use();
        using var document = new PdfDocument();
        new WritePdf(paper, document).Run();
        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);
        return stream.ToArray();
    }

    private void Run()
    {
        document.Info.Title = paper.Title;
        NewPage();
        Head();
        TableHead();
        foreach (var (index, row) in paper.Rows.Index())
            Row(row, index == paper.Rows.Count - 1 ? TotalHeight : 0);
        Total();
        foreach (var line in paper.Closing)
            Paragraph(line, plain, width);
        for (var i = 0; i < pages.Count; i++)
        {
            var text = $"{paper.Footer} · page {i + 1} of {pages.Count}";
            pages[i].DrawString(text, small, XBrushes.Gray, new XRect(Margin, height - 45, width, 12), XStringFormats.TopCenter);
            pages[i].Dispose();
        }
    }

    private void NewPage()
    {
        var sheet = document.AddPage();
        sheet.Size = PageSize.A4;
        page = XGraphics.FromPdfPage(sheet);
        pages.Add(page);
        (width, height, y) = (sheet.Width.Point - 2 * Margin, sheet.Height.Point, Margin);
        if (paper.Mark is not { } words)
            return;
        // Below everything else, so that it hides nothing.
        var state = page.Save();
        page.RotateAtTransform(-50, new XPoint(sheet.Width.Point / 2, height / 2));
        page.DrawString(words, mark, new XSolidBrush(XColor.FromArgb(40, 200, 30, 30)), new XRect(0, 0, sheet.Width.Point, height), XStringFormats.Center);
        page.Restore(state);
    }

    private void Head()
    {
        if (paper.Logo is { } logo)
        {
            using var stream = new MemoryStream(logo);
            using var image = XImage.FromStream(stream);
            var scale = Math.Min(LogoWidth / image.PixelWidth, LogoHeight / image.PixelHeight);
            page.DrawImage(image, Margin + width - image.PixelWidth * scale, y, image.PixelWidth * scale, image.PixelHeight * scale);
        }

        // Beside the logo, and beside the facts, nothing runs into what stands there.
        var free = paper.Logo is null ? width : width - LogoWidth - 2 * CellGap;
        var begin = y;
        if (paper.Company.Length > 0)
            Paragraph(paper.Company, bold, free);
        foreach (var line in paper.CompanyLines)
            Paragraph(line, plain, free);
        y = Math.Max(y, paper.Logo is null ? 0 : begin + LogoHeight) + 26;
        var top = y;
        foreach (var line in paper.To)
            Paragraph(line, plain, width * 0.55);
        var left = y;
        y = top;
        foreach (var (name, value) in paper.Facts)
        {
            page.DrawString(name, plain, XBrushes.Gray, new XRect(Margin + width * 0.58, y, width * 0.42, LineHeight), XStringFormats.TopLeft);
            foreach (var line in Wrap(value, plain, width * 0.42 - page.MeasureString(name, plain).Width - 2 * CellGap))
            {
                page.DrawString(line, plain, XBrushes.Black, new XRect(Margin + width * 0.58, y, width * 0.42, LineHeight), XStringFormats.TopRight);
                y += LineHeight;
            }
        }

        y = Math.Max(left, y) + 20;
        Text(paper.Title, large, 26);
    }

    private void TableHead()
    {
        page.DrawRectangle(new XSolidBrush(XColor.FromArgb(235, 238, 242)), Margin, y - 3, width, LineHeight + 5);
        Cells([.. QuotePaper.Columns.Select(c => c.Title)], bold);
        y += LineHeight + 6;
    }

    /// <param name="behind">Room that must be left on the page behind it: a total never stands alone.</param>
    private void Row(IReadOnlyList<string> row, double behind)
    {
        var wrapped = row.Select((text, i) => Wrap(text, plain, QuotePaper.Columns[i].Share * width - CellGap)).ToArray();
        var lines = wrapped.Max(w => w.Count);
        if (y + lines * LineHeight + behind > height - Bottom)
        {
            NewPage();
            TableHead();
        }

        for (var i = 0; i < lines; i++)
        {
            // One row alone may be longer than a page.
            if (y + LineHeight > height - Bottom)
            {
                NewPage();
                TableHead();
            }

            Cells([.. wrapped.Select(w => i < w.Count ? w[i] : "")], plain);
            y += LineHeight;
        }

        page.DrawLine(new XPen(XColor.FromArgb(215, 215, 215), 0.5), Margin, y, Margin + width, y);
        y += 3;
    }

    private void Cells(IReadOnlyList<string> texts, XFont font)
    {
        var x = Margin;
        for (var i = 0; i < texts.Count; i++)
        {
            var column = QuotePaper.Columns[i];
            var rect = new XRect(x + (column.Right ? 0 : 2), y, column.Share * width - CellGap, LineHeight);
            if (texts[i].Length > 0)
                page.DrawString(texts[i], font, XBrushes.Black, rect, column.Right ? XStringFormats.TopRight : XStringFormats.TopLeft);
            x += column.Share * width;
        }
    }

    private void Total()
    {
        y += 4;
        page.DrawString(paper.Total.Name, bold, XBrushes.Black, new XRect(Margin, y, width * 0.8, LineHeight), XStringFormats.TopRight);
        page.DrawString(paper.Total.Value, bold, XBrushes.Black, new XRect(Margin, y, width - CellGap, LineHeight), XStringFormats.TopRight);
        y += 2.5 * LineHeight;
    }

    private void Paragraph(string text, XFont font, double room)
    {
        foreach (var line in Wrap(text, font, room))
            Text(line, font);
    }

    private void Text(string text, XFont font, double advance = LineHeight)
    {
        if (y + advance > height - Bottom)
            NewPage();
        page.DrawString(text, font, XBrushes.Black, new XRect(Margin, y, width, advance), XStringFormats.TopLeft);
        y += advance;
    }

    private List<string> Wrap(string text, XFont font, double room) => [.. text.Split('\n').SelectMany(l => WrapLine(l, font, room))];

    private List<string> WrapLine(string text, XFont font, double room)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(w => Pieces(w, font, room)))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && page.MeasureString(longer, font).Width > room)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }

    // A part number without a space can be wider than its column.
    private IEnumerable<string> Pieces(string word, XFont font, double room)
    {
        while (word.Length > 1 && page.MeasureString(word, font).Width > room)
        {
            var length = word.Length - 1;
            while (length > 1 && page.MeasureString(word[..length], font).Width > room)
                length--;
            // Behind a hyphen or a stroke, where there is one that is not at the very beginning.
            if (word.AsSpan(0, length).LastIndexOfAny('-', '/', '_') is > 3 and var stroke)
                length = stroke + 1;
            yield return word[..length];
            word = word[length..];
        }

        yield return word;
    }
}
