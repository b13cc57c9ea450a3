namespace FactoryBot.Skills.Documents.Intake;

/// <summary>A part of a document that is found and quoted as one.</summary>
/// <param name="Path">The title and the headings above it, the outermost first.</param>
/// <param name="Text">Paragraphs, items and rows, one a line.</param>
internal sealed record Piece(int Position, IReadOnlyList<string> Path, string Text, int? Page)
{
    public string Heading => Path[^1];
}
