namespace FactoryBot.Skills.Documents.Intake;

/// <summary>A document that is ready to be written.</summary>
internal sealed record NewDocument
{
    public required int SetId { get; init; }
    public required string Name { get; init; }
    public required string Title { get; init; }
    public required byte[] Hash { get; init; }
    public required long Bytes { get; init; }
    public int? Pages { get; init; }
    public required IReadOnlyList<EmbeddedPiece> Pieces { get; init; }
    /// <summary>The way its vectors were made.</summary>
    public required short EmbeddingId { get; init; }

    public Guid? FileId { get; init; }
    public Guid? OwnerId { get; init; }
    public string OwnerName { get; init; } = "";
    public DateTimeOffset? DatedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Whether a stem stands in the tenant's list of words already; where that is not known it is looked for.</summary>
    public Func<string, bool> KnowsWord { get; init; } = _ => false;

    public string Kind => ReadFile.KindOf(Name);
}

/// <param name="Vector">Empty until it follows in the background.</param>
internal sealed record EmbeddedPiece(Piece Piece, PieceIndex Index, ReadOnlyMemory<float> Vector);
