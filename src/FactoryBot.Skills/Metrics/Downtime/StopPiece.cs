namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>The part of a booked stop that lies inside the time asked for.</summary>
internal readonly record struct StopPiece(BookedStop Stop, TimeSlice Time)
{
    public static IEnumerable<StopPiece> Cut(BookedStop stop, IReadOnlyList<TimeSlice> asked)
    {
        var whole = new TimeSlice(stop.Start, stop.End);
        foreach (var slice in asked)
        {
            var part = whole.Within(slice);
            if (part.Ticks > 0)
                yield return new(stop, part);
        }
    }

    /// <summary>Pieces of one machine in groups that overlap; those that only touch are apart.</summary>
    public static IEnumerable<List<StopPiece>> Groups(IEnumerable<StopPiece> pieces)
    {
        var group = new List<StopPiece>();
        var end = DateTimeOffset.MinValue;
        foreach (var piece in pieces.OrderBy(p => p.Time.From).ThenBy(p => p.Time.To))
        {
            if (group.Count > 0 && piece.Time.From >= end)
            {
                yield return group;
                group = [];
            }

            group.Add(piece);
            end = piece.Time.To > end ? piece.Time.To : end;
        }

        if (group.Count > 0)
            yield return group;
    }

    /// <summary>Gives each instant of a group to one stop, so that the parts add up to the time that the machine stood. A planned stop
    /// goes before others: what was not meant to run cannot be lost. Then the one that began first has it.</summary>
    public static IEnumerable<(BookedStop Stop, long Ticks)> Share(List<StopPiece> group)
    {
        if (group.Count == 1)
            return [(group[0].Stop, group[0].Time.Ticks)];
        var ranked = group.OrderByDescending(p => p.Stop.Planned).ThenBy(p => p.Stop.Start).ThenByDescending(p => p.Stop.End)
            .ThenBy(p => p.Stop.Reason, StringComparer.Ordinal).ToArray();
        var ticks = new long[ranked.Length];
        var borders = group.SelectMany(p => new[] { p.Time.From, p.Time.To }).Distinct().Order().ToArray();
        for (var i = 0; i + 1 < borders.Length; i++)
        {
            var at = Array.FindIndex(ranked, p => p.Time.From <= borders[i] && p.Time.To >= borders[i + 1]);
            ticks[at] += (borders[i + 1] - borders[i]).Ticks;
        }

        return ranked.Zip(ticks, (piece, share) => (piece.Stop, share));
    }
}
