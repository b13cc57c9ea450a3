using FactoryBot.Skills.Documents.Terms;

namespace FactoryBot.Skills.Documents.Search;

/// <summary>Where a search may look: what the asker has no right to is left out before anything is ranked.</summary>
internal sealed record SearchScope
{
    public required Guid TenantId { get; init; }

    /// <summary>The asker's role as a number; sets ask for a lowest one.</summary>
    public required int Role { get; init; }

    /// <summary>Only the set of this name; null: all.</summary>
    public string? Set { get; init; }

    /// <summary>Only files of this kind, such as pdf; null: all.</summary>
    public string? Kind { get; init; }

    /// <summary>Only sets of the ERP system of this name; null: all.</summary>
    public string? System { get; init; }

    /// <summary>Only sets of this version of the ERP system; null: all.</summary>
    public string? Version { get; init; }

    /// <summary>Only documents in this language, such as en; null: all.</summary>
    public string? Language { get; init; }

    public bool FiltersDocuments => Kind is not null || Language is not null;
}

/// <param name="Length">Words of a piece on average.</param>
internal sealed record SearchStatistics(int Documents, int Pieces, double Length);

/// <param name="Pieces">In how many pieces the stem stands.</param>
internal sealed record StemFrequency(string Term, int Pieces);

/// <summary>How often a stem of the question stands in a piece.</summary>
internal readonly record struct StemHit(string Term, int DocumentId, short Title, PieceHit In)
{
    public long PieceId => In.PieceId;

    /// <summary>Words of the piece.</summary>
    public short Length => In.Length;

    /// <summary>What stands in headings and title counted as they weigh.</summary>
    public double Often => In.Body + (Ranking.Head * In.Head) + (Ranking.Title * Title);
}

internal sealed record PieceText
{
    public required long PieceId { get; init; }
    public required int DocumentId { get; init; }
    public required int Position { get; init; }
    public required string[] Path { get; init; }
    public required string Text { get; init; }
    public int? Page { get; init; }
    public required string Name { get; init; }
    public required string Title { get; init; }
    public required string Kind { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public DateTimeOffset? DatedAt { get; init; }
    public Guid? FileId { get; init; }

    /// <summary>How near its vector is to the question's, up to 1; null where either has none.</summary>
    public double? Likeness { get; init; }
}
