using FactoryBot.Skills.Metrics.Ingest;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>A line that was not taken.</summary>
internal sealed record RejectedLine(int Line, string Reason, string Text);

/// <summary>Something about a line that was taken, which its reader should know.</summary>
internal sealed record LineNote(int Line, string Note);

internal enum ImportOutcome
{
    /// <summary>What the file brings is in.</summary>
    Imported,

    /// <summary>All of it was there already.</summary>
    NothingNew,

    /// <summary>Only tried; nothing was written.</summary>
    Checked,

    /// <summary>Lines were rejected and nothing was written.</summary>
    Stopped,
}

/// <summary>What an import did, or would do.</summary>
internal sealed record ImportReport
{
    public required string File { get; init; }
    public required ImportOutcome Outcome { get; init; }
    public required ImportKind Kind { get; init; }

    /// <summary>How the file was cut: "CSV, semicolon, windows-1252".</summary>
    public required string Format { get; init; }

    /// <summary>Lines below the header.</summary>
    public required int Lines { get; init; }

    public required IntakeCounts Rows { get; init; }
    public required IReadOnlyList<RejectedLine> Rejected { get; init; }
    public required IReadOnlyList<LineNote> Notes { get; init; }

    /// <summary>The demo plant is there too, and answers about the whole plant have both in them.</summary>
    public bool BesideTheDemo { get; init; }

    /// <summary>Columns whose meaning was guessed from the header.</summary>
    public required IReadOnlyList<(string Field, string Header)> Guessed { get; init; }

    /// <summary>Columns that nothing was read from.</summary>
    public required IReadOnlyList<string> Unread { get; init; }

    /// <summary>Names that were made: "machine M051".</summary>
    public required IReadOnlyList<string> Made { get; init; }

    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>The data version after it; null where nothing was written.</summary>
    public long? Version { get; init; }
}
