namespace FactoryBot.Skills.Analysis.Query;

/// <summary>What is said yes or no to: whether a figure of the query, or the number of rows of a list, is above, below or level with a number
/// or another figure of it.</summary>
/// <param name="Left">A measure's or a computed figure's name; of a list its entity.</param>
/// <param name="Value">What it is set beside where no other figure is named.</param>
public sealed record Verdict(string Left, Comparison Is, decimal Value)
{
    /// <summary>The other figure.</summary>
    public string? Right { get; init; }
}
