using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Planning;

/// <summary>Limits of the planner, section <c>Planning</c>. They bound what one question may cost.</summary>
public sealed class PlanningOptions
{
    public const string Section = "Planning";

    /// <summary>Rounds with a language model in one turn; the last one offers no functions, so that it ends in words.
    /// Default 5, 1 to 20.</summary>
    [Range(1, 20)]
    public int Rounds { get; set; } = 5;

    /// <summary>Function calls of one round that are run; further ones are refused. Default 8, 1 to 32.</summary>
    [Range(1, 32)]
    public int CallsPerRound { get; set; } = 8;

    /// <summary>Tokens, read and written, after which no further round with a model is begun in a turn.
    /// Default 40,000, 500 to 2,000,000.</summary>
    [Range(500, 2_000_000)]
    public int Tokens { get; set; } = 40_000;

    /// <summary>Tokens a model may write in one round. Default 1,000, 16 to 32,000.</summary>
    [Range(16, 32_000)]
    public int TokensPerRound { get; set; } = 1_000;

    /// <summary>Seconds a model and the functions it calls may take in one turn, before the built-in planner takes over.
    /// Default 30, 1 to 600.</summary>
    [Range(1, 600)]
    public int Seconds { get; set; } = 30;

    /// <summary>Earlier exchanges of the conversation that are shown to a planner. Default 8, 0 to 50.</summary>
    [Range(0, 50)]
    public int History { get; set; } = 8;

    /// <summary>Characters of an earlier answer that are shown to a model; the rest is cut off. Default 600, 50 to 10,000.</summary>
    [Range(50, 10_000)]
    public int HistoryAnswerLength { get; set; } = 600;

    /// <summary>Characters of a question; a longer one is refused with a sentence. Default 2,000, 50 to 50,000.</summary>
    [Range(50, 50_000)]
    public int MessageLength { get; set; } = 2_000;

    /// <summary>Characters of a function's result that are shown to a model; the rest is cut off and said to be.
    /// Default 12,000, 500 to 200,000.</summary>
    [Range(500, 200_000)]
    public int ResultLength { get; set; } = 12_000;

    /// <summary>Characters that a model is told of what skills know of a question, all skills together. Default 12,000, 0 to 200,000.</summary>
    [Range(0, 200_000)]
    public int ContextLength { get; set; } = 12_000;

    /// <summary>Seconds that skills may look for it; what has not been found by then is left out. Default 5, 1 to 60.</summary>
    [Range(1, 60)]
    public int ContextSeconds { get; set; } = 5;

    /// <summary>Seconds a model may take to read a structure out of a text, such as the lines of a request; then it is done without.
    /// Default 12, 1 to 300.</summary>
    [Range(1, 300)]
    public int ReadingSeconds { get; set; } = 12;

    /// <summary>Tokens a model may write for such a structure. Default 6,000, 100 to 64,000.</summary>
    [Range(100, 64_000)]
    public int ReadingTokens { get; set; } = 6_000;
}
