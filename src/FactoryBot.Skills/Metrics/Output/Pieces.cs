using System.Numerics;

namespace FactoryBot.Skills.Metrics.Output;

/// <summary>Counted pieces. Machines are counted each, so that over a line they are pieces of machines, not of the line.</summary>
internal readonly record struct Pieces(long Total, long Good, long Scrap) : IAdditionOperators<Pieces, Pieces, Pieces>
{
    /// <summary>ISO 22400-2 scrap ratio: scrap quantity over produced quantity. Null when nothing was made.</summary>
    public decimal? ScrapRate => Total == 0 ? null : (decimal)Scrap / Total;

    /// <summary>ISO 22400-2 first pass yield. Rework is not recorded, so every good piece counts as good at the first pass.</summary>
    public decimal? FirstPassYield => Total == 0 ? null : (decimal)Good / Total;

    public static Pieces Of(OeeSums sums) => new(sums.Total, sums.Good, sums.Scrap);

    public static Pieces operator +(Pieces left, Pieces right) =>
        new(left.Total + right.Total, left.Good + right.Good, left.Scrap + right.Scrap);
}

/// <summary>The pieces of one day, machine, line, shift or product.</summary>
internal sealed record OutputPart(string Name, Pieces Pieces);
