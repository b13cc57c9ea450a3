namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>Reads what <see cref="SheetCodec"/> wrote, without a stream: thousands of sheets make one answer.</summary>
internal ref struct SheetReader(ReadOnlySpan<byte> bytes, Func<int, string> reasonName)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    public byte Byte() => bytes[at++];

    public int Int() => (int)Long();

    public long Long()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return (long)value;
        }
    }

    public SliceSheet Slice(long shortest)
    {
        var (rows, unplanned, planned, failures) = (Counted(), Counted(), Counted(), Counted());
        var failureTicks = Long();
        var micro = new StopSum(TimeSpan.FromTicks(Long()), Int());
        var reasons = new ReasonSum[Int()];
        for (var i = 0; i < reasons.Length; i++)
        {
            var (id, isPlanned) = Reason();
            reasons[i] = new(id, isPlanned, Long(), Int());
        }

        var borders = new BorderStop[Int()];
        for (var i = 0; i < borders.Length; i++)
        {
            var key = Key();
            var (id, isPlanned) = Reason();
            var first = Int();
            borders[i] = new(key, id, isPlanned, DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(first + Int()));
        }

        var episodes = new List<SheetEpisode>();
        for (var left = Int(); left > 0; left--)
            episodes.Add(Episode());
        var afterPlanned = Int() + at;
        AddLong(episodes, shortest);
        at = afterPlanned;
        AddLong(episodes, shortest);
        return new(rows, unplanned, planned, failures, failureTicks, micro, reasons, borders, episodes);
    }

    private void AddLong(List<SheetEpisode> episodes, long shortest)
    {
        var count = Int();
        for (var i = 0; i < count; i++)
        {
            var episode = Episode();
            if (i > 0 && episode.Time.Ticks < shortest)
                return;
            episodes.Add(episode);
        }
    }

    private SheetEpisode Episode()
    {
        var flags = Int();
        var time = Time();
        var parts = new EpisodePart[Int()];
        for (var i = 0; i < parts.Length; i++)
        {
            var key = Key();
            var (id, _) = Reason();
            var whole = Time();
            parts[i] = new(key, id, id is { } known ? reasonName(known) : null, whole.From, whole.To, Long());
        }

        return new(time, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, parts);
    }

    private Counted Counted() => new(Int(), Int());

    private StopKey Key() => new(DateOnly.FromDayNumber(Int()), Long());

    private TimeSlice Time()
    {
        var from = new DateTimeOffset(Long(), TimeSpan.Zero);
        return new(from, from.AddTicks(Long()));
    }

    private (int? Id, bool Planned) Reason()
    {
        var both = Long();
        if (both < 2)
            return (null, both == 1);
        var zigzag = (uint)((both >> 1) - 1);
        return ((int)(zigzag >> 1) ^ -(int)(zigzag & 1), (both & 1) == 1);
    }
}
