using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Skills.Analysis;

/// <summary>Settings of the analysis skill, section <c>Analysis</c>.</summary>
public sealed class AnalysisOptions
{
    public const string Section = "Analysis";

    /// <summary>Rows that an answer holds at most; more are told of. Default 10,000, 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int MostRows { get; set; } = 10_000;

    /// <summary>Seconds that a query may run. Default 15, 1 to 300.</summary>
    [Range(1, 300)]
    public int QuerySeconds { get; set; } = 15;

    /// <summary>Seconds after which a source's tables and values are read again, to find new names. Default 300, 0 (at each question) to 86,400.</summary>
    [Range(0, 86_400)]
    public int ModelMaxAgeSeconds { get; set; } = 300;

    /// <summary>Answers kept in memory over all tenants; 0 asks the database each time. Default 500, 0 to 100,000.</summary>
    [Range(0, 100_000)]
    public int CachedAnswers { get; set; } = 500;

    /// <summary>Rows of an answer that are stored with it, to be read again by its id. Default 500, 0 to 10,000.</summary>
    [Range(0, 10_000)]
    public int StoredRows { get; set; } = 500;

    /// <summary>Characters of the semantic models that a question to a language model brings along: the part that it is about. Default 6,000,
    /// 0 (none) to 60,000; below 500 little fits.</summary>
    [Range(0, 60_000)]
    public int PromptLength { get; set; } = 6_000;

    /// <summary>Tables told of in that part, besides those that join them. Default 8, 1 to 50.</summary>
    [Range(1, 50)]
    public int PromptEntities { get; set; } = 8;
}
