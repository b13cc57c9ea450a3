namespace FactoryBot.Skills.Metrics.Demo;

/// <summary>A stop inside a shift, in seconds from the shift's begin.</summary>
internal readonly record struct ShiftStop(int Start, int End, int ReasonId)
{
    public int Length => End - Start;
}

/// <summary>The stops of one machine in one shift: none overlap, and they leave exactly the run time over.</summary>
internal static class DemoTimeline
{
    private const int Piece = 900;

    /// <param name="length">Seconds of the shift.</param>
    /// <param name="placed">Stops whose time is given (break, maintenance, the breakdown), in order.</param>
    /// <param name="runSeconds">What must be left; not more than the placed stops leave.</param>
    /// <param name="reasons">Reasons of the further stops.</param>
    public static List<ShiftStop> Fill(int length, IReadOnlyList<ShiftStop> placed, int runSeconds, int[] reasons, DemoRandom random)
    {
        var free = Gaps(length, placed);
        var lost = free.Sum(gap => gap.End - gap.Start) - runSeconds;
        var lengths = random.Split(lost, Math.Clamp(lost / Piece, 1, 6), evenness: 0.4);
        var held = free.Select(_ => new List<int>()).ToArray();
        foreach (var stop in lengths.OrderDescending())
            Hold(stop, free, held, random);

        var stops = new List<ShiftStop>(placed);
        for (var i = 0; i < free.Count; i++)
            Place(free[i], held[i], reasons, random, stops);
        return [.. stops.OrderBy(stop => stop.Start)];
    }

    private static List<(int Start, int End)> Gaps(int length, IReadOnlyList<ShiftStop> placed)
    {
        var gaps = new List<(int, int)>();
        var from = 0;
        foreach (var stop in placed)
        {
            if (stop.Start > from)
                gaps.Add((from, stop.Start));
            from = stop.End;
        }

        if (from < length)
            gaps.Add((from, length));
        return gaps;
    }

    // A stop that fits into no gap is cut, as a real one is by the break.
    private static void Hold(int stop, List<(int Start, int End)> free, List<int>[] held, DemoRandom random)
    {
        while (stop > 0)
        {
            var room = free.Select((gap, i) => gap.End - gap.Start - held[i].Sum()).ToArray();
            var fitting = Enumerable.Range(0, room.Length).Where(i => room[i] >= stop).ToArray();
            var at = fitting.Length > 0 ? fitting[random.Below(fitting.Length)] : Array.IndexOf(room, room.Max());
            var part = Math.Min(stop, room[at]);
            held[at].Add(part);
            stop -= part;
        }
    }

    private static void Place((int Start, int End) gap, List<int> lengths, int[] reasons, DemoRandom random, List<ShiftStop> stops)
    {
        var between = random.Split(gap.End - gap.Start - lengths.Sum(), lengths.Count + 1, evenness: 0.1);
        var at = gap.Start;
        for (var i = 0; i < lengths.Count; i++)
        {
            at += between[i];
            stops.Add(new(at, at + lengths[i], reasons[random.Below(reasons.Length)]));
            at += lengths[i];
        }
    }
}
