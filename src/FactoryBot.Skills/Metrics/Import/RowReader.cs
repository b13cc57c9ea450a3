using System.Globalization;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>What the whole table says of how it is written.</summary>
internal sealed record TableStyle(ColumnHeaders Columns, ImportMap Map, bool? DecimalComma, bool? DayFirst);

/// <summary>One line by its fields. The first thing that cannot be read is kept as the reason to reject the line.</summary>
internal sealed class RowReader(TableStyle style, TableLine line)
{
    private static readonly string[] Empty = ["n/a", "na", "-", "--", "null", "none", "#n/a", "?"];

    public TableLine Line => line;

    /// <summary>Null: nothing wrong so far.</summary>
    public string? Problem { get; private set; } = line.Broken;

    /// <summary>What was read in a way that the report must say.</summary>
    public List<string> Notes { get; } = [];

    public void Reject(string problem) => Problem ??= problem;

    /// <summary>Whether the file has a column for it, be the cell empty or not.</summary>
    public bool HasColumn(string field) => style.Columns.Has(field);

    public string? Text(string field)
    {
        var places = style.Columns.Of(field);
        var text = places.Count == 0
            ? style.Map.Fixed.GetValueOrDefault(field)
            : string.Join(' ', places.Select(line.Cell).Where(cell => cell.Length > 0 && !Empty.Contains(cell, StringComparer.OrdinalIgnoreCase)));
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return style.Map.Values.GetValueOrDefault(field)?.GetValueOrDefault(text) ?? text;
    }

    public string? Needed(string field)
    {
        var text = Text(field);
        if (text is null)
            Reject($"{Named(field)} is empty");
        return text;
    }

    public decimal? Number(string field)
    {
        if (Text(field) is not { } text)
            return null;
        var number = NumberCell.Read(text, style.DecimalComma);
        if (number is null)
            Reject($"{Named(field)} “{text}” is not a number");
        return number;
    }

    /// <summary>Whole pieces; "12.0" is 12 pieces, "12.5" is none.</summary>
    public int? Count(string field)
    {
        var number = Number(field);
        if (number is { } value && (value < 0 || value > int.MaxValue || value != Math.Truncate(value)))
        {
            Reject($"{Named(field)} “{Text(field)}” is not a number of pieces");
            return null;
        }

        return (int?)number;
    }

    /// <summary>Seconds.</summary>
    public decimal? Duration(string field, string usual = "seconds")
    {
        if (Text(field) is not { } text)
            return null;
        var unit = style.Map.Units.GetValueOrDefault(field) ?? DurationCell.UnitOf(style.Columns.HeaderOf(field)) ?? usual;
        var seconds = DurationCell.Read(text, unit, style.DecimalComma);
        if (seconds is null or < 0 or > 366 * 86_400)
        {
            Reject($"{Named(field)} “{text}” is not a time span");
            return null;
        }

        return seconds;
    }

    public bool? Flag(string field)
    {
        switch (Text(field)?.ToLowerInvariant())
        {
            case null:
                return null;
            case "yes" or "y" or "true" or "1" or "ja" or "j" or "x" or "wahr" or "planned":
                return true;
            case "no" or "n" or "false" or "0" or "nein" or "falsch" or "unplanned":
                return false;
            case var text:
                Reject($"{Named(field)} “{text}” is neither yes nor no");
                return null;
        }
    }

    public MomentCell? Moment(string field)
    {
        if (Text(field) is not { } text)
            return null;
        var moment = MomentCell.Read(text, style.DayFirst);
        if (moment is null)
            Reject($"{Named(field)} “{text}” is not a date or time");
        else if (moment is { Odd: true, Time: { } time })
            Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{Named(field)} “{text}” has the date on which Excel begins to count, so only its time of day was taken: {time:HH:mm}"));
        return moment;
    }

    public DateOnly? Day(string field)
    {
        var moment = Moment(field);
        if (moment is { Day: null })
            Reject($"{Named(field)} “{Text(field)}” is not a date");
        return moment?.Day;
    }

    /// <summary>An instant: the field's own date or the day of the line, by the clock of the site.</summary>
    /// <param name="after">An end that has no date of its own lies behind it, on the next day if it must.</param>
    public DateTimeOffset? Instant(string field, TimeZoneInfo zone, DateTimeOffset? after = null)
    {
        if (Moment(field) is not { } moment)
            return null;
        var own = moment.Day ?? (moment.Odd || field != "day" ? DayOfLine() : null);
        if (moment is { Day: null } && after is { } start)
        {
            var begun = TimeZoneInfo.ConvertTime(start, zone);
            own = DateOnly.FromDateTime(begun.DateTime);
            own = moment.Time < TimeOnly.FromDateTime(begun.DateTime) ? own.Value.AddDays(1) : own;
        }

        if (own is not { } day)
        {
            Reject($"{Named(field)} “{Text(field)}” has no date, and no column gives the day");
            return null;
        }

        var local = day.ToDateTime(moment.Time ?? TimeOnly.MinValue);
        if (moment.Offset is { } offset)
            return new DateTimeOffset(local, offset).ToUniversalTime();
        if (zone.IsInvalidTime(local))
        {
            Reject(string.Create(CultureInfo.InvariantCulture, $"{local:HH:mm} on {local:d MMM yyyy} does not exist: the clocks of {zone.Id} were put forward"));
            return null;
        }

        if (zone.IsAmbiguousTime(local))
            Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{local:HH:mm} on {local:d MMM yyyy} was there twice (clocks put back); taken as the first time"));

        // Of the two offsets of a repeated hour the larger one is summer time, which came first.
        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public string Named(string field) => style.Columns.HeaderOf(field) is { Length: > 0 } header ? header : field;

    private DateOnly? DayOfLine() => Text("day") is { } text ? MomentCell.Read(text, style.DayFirst)?.Day : null;
}
