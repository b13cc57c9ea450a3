namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>The days and shifts of one site as instants, each worked out once.</summary>
internal sealed class SheetClock(TimeZoneInfo zone, IReadOnlyList<PlantShift> shifts)
{
    private readonly Dictionary<(DateOnly Day, int Shift), TimeSlice> known = [];

    public IReadOnlyList<PlantShift> Shifts => shifts;

    public static SheetClock Of(PlantData plant, PlantSite site) =>
        new(SiteZone.Of(site), [.. plant.Shifts.Where(shift => shift.SiteId == site.Id)]);

    public TimeSlice Day(DateOnly day) => Slice(day, null);

    public TimeSlice Shift(DateOnly day, PlantShift shift) => Slice(day, shift);

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>Everything that a sheet of these days looks at: the shift of the day before, and the night that ends on the day after.</summary>
    public TimeSlice Around(DateOnly first, DateOnly last) => new(Day(first.AddDays(-1)).From, Day(last.AddDays(1)).To);

    private TimeSlice Slice(DateOnly day, PlantShift? shift)
    {
        var key = (day, shift?.Id ?? SliceSheet.WholeDay);
        if (!known.TryGetValue(key, out var slice))
            known[key] = slice = LocalTime.Of(Language.Period.Of(day, day), zone, shift is null ? null : [shift])[0];
        return slice;
    }
}
