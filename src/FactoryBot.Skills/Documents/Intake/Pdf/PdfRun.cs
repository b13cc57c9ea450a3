namespace FactoryBot.Skills.Documents.Intake.Pdf;

/// <summary>How letters stand out from those of the text.</summary>
internal enum PdfFace
{
    Text,

    /// <summary>Another face in another colour, as headings have that are not bold; a link has another colour alone, and code another face alone.</summary>
    Other,
    Bold,
}

/// <summary>A string of one font as it is drawn, in the converter's units: half as many again as points.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Size">Of the letters.</param>
internal readonly record struct PdfRun(int Page, int Top, int Left, int Width, int Height, int Size, PdfFace Face, string Text)
{
    public int Right => Left + Width;

    public int Bottom => Top + Height;
}
