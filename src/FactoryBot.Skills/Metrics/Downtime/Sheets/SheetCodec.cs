namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>Sheets as the bytes that the database keeps: whole numbers of as few bytes as they need.</summary>
internal static class SheetCodec
{
    /// <summary>Part of the rules by which sheets are known, so that sheets of another version are never read: raised with their bytes and with their grains.</summary>
    public const byte Version = 4;

    public static byte[] Write(SliceSheet slice) => Bytes(writer =>
    {
        writer.Write(Version);
        Write(writer, slice);
    });

    /// <param name="reasonName">The name of a reason's id.</param>
    /// <param name="shortest">Standstills within the days that are shorter are left out, but for the longest one; borders are all read.</param>
    public static SliceSheet Read(byte[] bytes, Func<int, string> reasonName, TimeSpan shortest = default)
    {
        var reader = new SheetReader(bytes, reasonName);
        return reader.Byte() == Version
            ? reader.Slice(shortest.Ticks)
            : throw new InvalidDataException("A stop sheet is of another version than its rules say.");
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static void Write(BinaryWriter writer, SliceSheet slice)
    {
        foreach (var counted in new[] { slice.Rows, slice.Unplanned, slice.Planned, slice.Failures })
        {
            writer.Write7BitEncodedInt(counted.Total);
            writer.Write7BitEncodedInt(counted.Carried);
        }

        writer.Write7BitEncodedInt64(slice.FailureTicks);
        writer.Write7BitEncodedInt64(slice.Micro.Time.Ticks);
        writer.Write7BitEncodedInt(slice.Micro.Stops);
        writer.Write7BitEncodedInt(slice.Reasons.Count);
        foreach (var reason in slice.Reasons)
        {
            writer.Write7BitEncodedInt64(Reason(reason.ReasonId, reason.Planned));
            writer.Write7BitEncodedInt64(reason.Ticks);
            writer.Write7BitEncodedInt(reason.Stops);
        }

        writer.Write7BitEncodedInt(slice.Borders.Count);
        foreach (var border in slice.Borders)
        {
            Write(writer, border.Key);
            writer.Write7BitEncodedInt64(Reason(border.ReasonId, border.Planned));
            writer.Write7BitEncodedInt(border.First.DayNumber);
            writer.Write7BitEncodedInt(border.Last.DayNumber - border.First.DayNumber);
        }

        // The longest first: whoever asks for long ones stops reading at the first that is too short. Planned ones can be stepped over.
        WriteAll(writer, slice.Episodes.Where(episode => episode.IsBorder));
        var planned = Bytes(inner => WriteAll(inner, Inner(planned: true)));
        writer.Write7BitEncodedInt(planned.Length);
        writer.Write(planned);
        WriteAll(writer, Inner(planned: false));

        IEnumerable<SheetEpisode> Inner(bool planned) => slice.Episodes.Where(episode => !episode.IsBorder && episode.Planned == planned)
            .OrderByDescending(episode => episode.Time.Ticks).ThenBy(episode => episode.Time.From);
    }

    private static void WriteAll(BinaryWriter writer, IEnumerable<SheetEpisode> episodes)
    {
        var all = episodes.ToList();
        writer.Write7BitEncodedInt(all.Count);
        foreach (var episode in all)
            Write(writer, episode);
    }

    private static void Write(BinaryWriter writer, SheetEpisode episode)
    {
        writer.Write7BitEncodedInt((episode.Planned ? 1 : 0) | (episode.FromBefore ? 2 : 0) | (episode.Onward ? 4 : 0));
        Write(writer, episode.Time);
        writer.Write7BitEncodedInt(episode.Parts.Count);
        foreach (var part in episode.Parts)
        {
            Write(writer, part.Key);
            writer.Write7BitEncodedInt64(Reason(part.ReasonId, false));
            Write(writer, new TimeSlice(part.Start, part.End));
            writer.Write7BitEncodedInt64(part.Ticks);
        }
    }

    private static void Write(BinaryWriter writer, TimeSlice time)
    {
        writer.Write7BitEncodedInt64(time.From.UtcTicks);
        writer.Write7BitEncodedInt64(time.Ticks);
    }

    private static void Write(BinaryWriter writer, StopKey key)
    {
        writer.Write7BitEncodedInt(key.Day.DayNumber);
        writer.Write7BitEncodedInt64(key.StopId);
    }

    // One number for both, below 2 without a reason.
    private static long Reason(int? id, bool planned) => (id is { } known ? (long)(uint)((known << 1) ^ (known >> 31)) + 1 << 1 : 0) | (planned ? 1L : 0L);
}
