using FactoryBot.Skills.Metrics.Cells;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Measures;

namespace FactoryBot.Skills.Metrics.Rank;

/// <summary>Parts of a place in the order of a figure.</summary>
internal sealed record RankReport
{
    private const int MostNamed = 5;

    public required PlantAsked Asked { get; init; }
    public required Measure Measure { get; init; }
    public required RankBy By { get; init; }

    /// <summary>"worst", as it was asked for; null: the highest first.</summary>
    public required string? Order { get; init; }

    /// <summary>How many the sentence names.</summary>
    public required int Named { get; init; }

    /// <summary>Only what is on one side of it is named; null: all.</summary>
    public required RankLimit? Limit { get; init; }

    /// <summary>How many have the figure, on either side of the limit.</summary>
    public required int All { get; init; }

    /// <summary>The one nearest to the limit where none is on the side that was asked for; null otherwise.</summary>
    public RankedPart? Nearest { get; init; }

    /// <summary>Those that have the figure and are on the side of the limit, in the order asked for.</summary>
    public required IReadOnlyList<RankedPart> Ranked { get; init; }

    /// <summary>Those whose figure is not computable.</summary>
    public required IReadOnlyList<string> Without { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>What the first one lost most of its time to; null where no time lost is ranked.</summary>
    public ReasonDowntime? TopReason { get; init; }

    public string Noun => By.ToString().ToLowerInvariant();

    public static RankReport Of(PlantAsked asked, Measure measure, RankBy by, string? order, int? count, RankLimit? limit, IReadOnlyList<MeasuredPart> parts)
    {
        var known = parts.Select(part => new RankedPart(part, measure.Of(part.Input))).Where(part => part.Value is not null);
        var descending = order switch
        {
            "highest" => true,
            "lowest" => false,
            "worst" => !measure.HigherIsBetter,
            "best" => measure.HigherIsBetter,
            // What is far below or above a limit is what was asked for; "machines by downtime" begins with the most of it.
            _ => limit is null || !limit.Asked.Below,
        };
        List<RankedPart> ranked = descending
            ? [.. known.OrderByDescending(part => part.Value).ThenBy(part => part.Name, StringComparer.Ordinal)]
            : [.. known.OrderBy(part => part.Value).ThenBy(part => part.Name, StringComparer.Ordinal)];
        var passing = limit is null ? ranked : ranked.FindAll(part => limit.Holds(part.Value!.Value));
        return new()
        {
            Asked = asked,
            Measure = measure,
            By = by,
            Order = order,
            Named = Math.Clamp(count ?? (order is null || limit is not null ? MostNamed : 1), 1, 20),
            Limit = limit,
            All = ranked.Count,
            Nearest = passing.Count == 0 && limit is not null && ranked.Count > 0 ? ranked.MinBy(part => Math.Abs(part.Value!.Value - limit.Value)) : null,
            Ranked = passing,
            Without = [.. parts.Where(part => measure.Of(part.Input) is null).Select(part => part.Name)],
            Warnings = [.. parts.SelectMany(part => part.Input.Figures.Warnings.Select(warning => $"{part.Name}: {OeeWarnings.Sentence(warning)}"))],
        };
    }
}

internal sealed record RankedPart(MeasuredPart Part, decimal? Value)
{
    public string Name => Part.Name;
    public MeasureInput Input => Part.Input;
}
