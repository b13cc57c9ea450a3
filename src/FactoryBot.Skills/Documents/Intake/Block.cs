namespace FactoryBot.Skills.Documents.Intake;

internal enum BlockKind
{
    Heading,
    Paragraph,

    /// <summary>One item of a list, its mark or number in front.</summary>
    Item,

    /// <summary>Rows under each other, cells with a bar between them; the first row is the heading.</summary>
    Table,
}

/// <summary>A part of a document as a reader found it.</summary>
/// <param name="Level">Of a heading: 1 is the title. Of an item: how deep it stands, from 0.</param>
/// <param name="Page">From 1; null where the kind of document has no pages.</param>
internal sealed record Block(BlockKind Kind, string Text, int Level = 0, int? Page = null);

/// <summary>What a reader made of a file.</summary>
/// <param name="Title">The document's own title; null: the first heading or the file's name is taken.</param>
internal sealed record DocumentText(string? Title, IReadOnlyList<Block> Blocks, int? Pages = null);
