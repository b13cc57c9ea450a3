namespace FactoryBot.Skills.Metrics.Rank;

/// <summary>What is put in order.</summary>
internal enum RankBy
{
    Machine,
    Line,
    Site,
    Shift,
    Product,
    Day,
}
