using System.Globalization;

namespace FactoryBot.Skills.Metrics.Output;

/// <summary>The pieces over the number of days, shifts or other parts that have any.</summary>
/// <param name="Per">"shift".</param>
internal sealed record OutputAverage(string Per, int Count, decimal Total, decimal Good, decimal Scrap)
{
    /// <summary>The split that an average is of where none is named.</summary>
    public const string Usual = "day";

    /// <returns>Null where there are no parts.</returns>
    public static OutputAverage? Of(string per, int count, Pieces all) =>
        count == 0 ? null : new(per, count, (decimal)all.Total / count, (decimal)all.Good / count, (decimal)all.Scrap / count);

    /// <summary>"1,234.5".</summary>
    public static string Say(decimal pieces) => pieces.ToString(pieces < 100 ? "N1" : "N0", CultureInfo.InvariantCulture);

    /// <summary>"per shift (14 shifts with production)".</summary>
    public string Parts => string.Create(CultureInfo.InvariantCulture, $"per {Per} ({Count:N0} {Per}{(Count == 1 ? "" : "s")} with production)");
}
