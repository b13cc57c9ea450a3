namespace FactoryBot.Planning.Checks;

internal enum FigureKind
{
    Plain,

    /// <summary>In percent or percentage points; 78.4 means 78.4 %.</summary>
    Percent,

    /// <summary>In seconds.</summary>
    Duration,
}

internal enum Direction
{
    None,
    Up,
    Down,
}

/// <summary>A number as it stands in a text.</summary>
/// <param name="Value">Without its sign, which is in <paramref name="Direction"/>.</param>
/// <param name="Step">What the last written digit is worth; a true value may differ by half of it.</param>
/// <param name="About">Written with "about" or the like, so that trailing zeros count as rounded.</param>
/// <param name="Bound">Up: "over" or "at least"; Down: "under" or "nearly".</param>
/// <param name="Negative">Written with a minus sign.</param>
internal sealed record Figure(
    FigureKind Kind, decimal Value, decimal Step, Direction Direction, bool About, Direction Bound, bool Negative, int Start, int End)
{
    /// <summary>Above this nothing is counted in a factory, and units could not be converted.</summary>
    public const decimal Largest = 1_000_000_000_000_000;
}

/// <summary>A figure that a function returned, and all that ties it to a meaning.</summary>
/// <param name="IsBare">From JSON without a unit: 0.784 may be spoken of as 78.4 %.</param>
/// <param name="Label">The words that name it ("scrap rate"); empty where nothing does.</param>
/// <param name="Owners">The machines, lines, shifts it belongs to; empty where it belongs to no single one.</param>
/// <param name="Day">The one day it belongs to; null where it belongs to a longer period or to none.</param>
internal sealed record Fact(
    FigureKind Kind, decimal Value, Direction Direction, bool IsBare, string Label, IReadOnlySet<string> Owners, DateOnly? Day = null)
{
    /// <summary>Of the period before the one that was asked for.</summary>
    public bool IsEarlier { get; } = Label.StartsWith("before ", StringComparison.Ordinal) || Label.StartsWith("previous ", StringComparison.Ordinal);

    /// <summary>The words before and after it where it was read from a text.</summary>
    public (string Before, string After)? Around { get; init; }

    public bool IsLabelled => Label.Length > 0;

    public bool Fits(Figure figure)
    {
        if (figure.Negative && Direction != Direction.Down)
            return false;
        if (figure.Direction != Direction.None && Direction != Direction.None && figure.Direction != Direction)
            return false;
        return Same(figure.Kind, Value) is { } value && Rounds(figure, value);
    }

    private decimal? Same(FigureKind kind, decimal value)
    {
        if (kind == FigureKind.Percent && IsBare && Kind == FigureKind.Plain)
            return value <= 2 && (value != decimal.Truncate(value) || value is 0 or 1) ? value * 100 : null;
        return kind == Kind ? value : null;
    }

    private static bool Rounds(Figure figure, decimal value)
    {
        // Nothing is called zero or whole by rounding alone.
        if (figure.Value == 0)
            return value == 0;
        if (figure is { Kind: FigureKind.Percent, Value: 100 } && Math.Round(value, 1) != 100)
            return false;
        if (figure.Bound == Direction.Up && value < figure.Value || figure.Bound == Direction.Down && value > figure.Value)
            return false;
        return Math.Abs(value - figure.Value) <= Tolerance(figure);
    }

    private static decimal Tolerance(Figure figure)
    {
        var step = figure.Step;
        // "about 12,300" keeps at least two digits of what is true.
        while (figure.About && step >= 1 && figure.Value % (step * 10) == 0 && figure.Value >= step * 100)
            step *= 10;
        return step / 2;
    }
}
