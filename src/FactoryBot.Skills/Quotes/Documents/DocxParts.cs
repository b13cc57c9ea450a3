using System.Security;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PdfSharp.Drawing;
using A = DocumentFormat.OpenXml.Drawing;
using Frame = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;

namespace FactoryBot.Skills.Quotes.Documents;

/// <summary>The parts of a Word document that are more than words: the logo, the mark across each page, the number of the page.</summary>
internal static class DocxParts
{
    // English Metric Units in a point.
    private const int Emu = 12700;

    /// <summary>The logo at the right, no larger than on the PDF.</summary>
    public static Paragraph Logo(MainDocumentPart main, byte[] logo)
    {
        var part = main.AddImagePart(logo is [0x89, (byte)'P', ..] ? ImagePartType.Png : ImagePartType.Jpeg);
        using (var stream = new MemoryStream(logo))
            part.FeedData(stream);
        using var bytes = new MemoryStream(logo);
        using var image = XImage.FromStream(bytes);
        var scale = Math.Min(140.0 / image.PixelWidth, 50.0 / image.PixelHeight);
        var (wide, high) = ((long)(image.PixelWidth * scale * Emu), (long)(image.PixelHeight * scale * Emu));
        var picture = new Pic.Picture(
            new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = 1U, Name = "Logo" }, new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = main.GetIdOfPart(part) }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = wide, Cy = high }), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
        var inline = new Frame.Inline(
            new Frame.Extent { Cx = wide, Cy = high },
            new Frame.DocProperties { Id = 1U, Name = "Logo", Description = "Logo" },
            new A.Graphic(new A.GraphicData(picture) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }));
        return new(new ParagraphProperties(new Justification { Val = JustificationValues.Right }), new Run(new Drawing(inline)));
    }

    /// <summary>Words across the page, behind everything else; belongs into a header, which stands on each page.</summary>
    public static Paragraph Across(string words) => new(
        $"""
        <w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:r><w:pict>
        <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
        <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>
        <v:shape id="Mark" o:spid="_x0000_s2049" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:440pt;height:150pt;rotation:310;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#f3c6c6" stroked="f">
        <v:textpath style="font-family:&quot;DejaVu Sans&quot;;font-size:1pt;font-weight:bold" string="{SecurityElement.Escape(words)}"/></v:shape></w:pict></w:r></w:p>
        """);

    /// <summary>What stands under each page, with its number.</summary>
    public static Paragraph PageNumbers(Paragraph words)
    {
        foreach (var (before, field) in new[] { (" · page ", "PAGE"), (" of ", "NUMPAGES") })
        {
            var look = words.Descendants<RunProperties>().First();
            words.Append(
                new Run(look.CloneNode(true), new Text(before) { Space = SpaceProcessingModeValues.Preserve }),
                new SimpleField(new Run(look.CloneNode(true), new Text("1"))) { Instruction = field });
        }

        return words;
    }
}
