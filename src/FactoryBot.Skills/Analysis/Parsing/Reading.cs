using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>What a question was read as: a query, a question back, or why not.</summary>
internal sealed record Reading
{
    public AnalysisQuery? Query { get; init; }

    /// <summary>How the words were taken, in order, for the answer's "how it was found".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Words that nothing accounts for.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Words that can mean several things, with each meaning's words.</summary>
    public Ambiguity? Ambiguous { get; init; }

    /// <summary>Why a question that was understood has no answer here.</summary>
    public string? Declined { get; init; }

    /// <summary>The question wants something changed.</summary>
    public bool Writes { get; init; }

    /// <summary>The period that the answer is about; null where none was said.</summary>
    public Period? Period { get; init; }

    /// <summary>Typing errors that were mended.</summary>
    public IReadOnlyList<string> Corrected { get; init; } = [];

    /// <summary>How many words the source's own names and values account for.</summary>
    public int Known { get; init; }

    /// <summary>The chart that was asked for; null: the one that fits.</summary>
    public string? Chart { get; init; }
}

/// <param name="Words">As typed.</param>
/// <param name="Start">Where they begin in the question.</param>
internal sealed record Ambiguity(string Words, int Start, int End, IReadOnlyList<AmbiguousChoice> Choices)
{
    /// <summary>How it is asked back; null: by what the words can mean.</summary>
    public string? Question { get; init; }
}

/// <param name="Phrase">Said instead of the words, it means only this.</param>
internal sealed record AmbiguousChoice(string Title, string Phrase);
