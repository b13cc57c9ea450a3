using FactoryBot.Skills.Documents.Search;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>Sentences, steps or rows of one piece, as they stand there.</summary>
/// <param name="Number">Its source's number.</param>
/// <param name="Lead">The part of it that is shown at once.</param>
internal sealed record Quote(int Number, FoundPiece Piece, string Text, string Lead)
{
    /// <summary>Title and heading.</summary>
    public string Heading => Piece.Text.Path is [var title, .., var heading] ? $"{title} › {heading}" : Piece.Text.Path[0];
}

/// <summary>What the documents say to a question.</summary>
/// <param name="Confidence">How sure it is that the quotes answer it, from 0 to 1.</param>
internal sealed record DocumentAnswer(string Question, IReadOnlyList<Quote> Quotes, double Confidence, SearchResult Search)
{
    /// <summary>The quotes are shown whole, not only what says most.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Two documents that say otherwise of the same thing; null where none are seen.</summary>
    public Contradiction? Contradiction { get; init; }

    /// <summary>The fact asked for, which no sentence found has; null where one may have it, or none is asked for.</summary>
    public AskedFact? Missing { get; init; }

    /// <summary>What was asked before, whose subject is meant; null where the question names its own.</summary>
    public string? About { get; init; }

    /// <summary>Sure enough to be given as the answer.</summary>
    public bool Answers(DocumentsOptions options) => SpeaksOf(options) && Missing is null;

    /// <summary>Sure enough to be about what was asked, whether or not the fact is there.</summary>
    public bool SpeaksOf(DocumentsOptions options) => Quotes.Count > 0 && Confidence >= options.LeastConfidence;

    /// <summary>Given as the answer, or beside the gap as what comes nearest.</summary>
    public bool IsShown(DocumentsOptions options) => Answers(options) || (Quotes.Count > 0 && Confidence >= options.LeastToShow);
}
