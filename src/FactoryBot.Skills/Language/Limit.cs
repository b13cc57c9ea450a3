using System.Globalization;

namespace FactoryBot.Skills.Language;

/// <summary>The unit that a limit is given in.</summary>
public enum LimitUnit
{
    /// <summary>None was said: the unit of the figure itself.</summary>
    Unsaid,
    Percent,
    Hours,
    Minutes,
    Pieces,
}

/// <summary>A bound that figures are held against: "below 70 %", "at least 2 h", "above average".</summary>
/// <param name="Below">What lies under the bound is meant; otherwise what lies over it.</param>
/// <param name="Included">The bound itself counts as well ("at least", "at most").</param>
/// <param name="Value">In <paramref name="Unit"/>; null: the average.</param>
public sealed record Limit(bool Below, bool Included, decimal? Value, LimitUnit Unit)
{
    /// <summary>"below 70 %", "at least 2 h", "above average": words that <see cref="LimitReader"/> reads back.</summary>
    public override string ToString()
    {
        var bound = (Below, Included) switch { (true, false) => "below", (true, true) => "at most", (false, true) => "at least", _ => "above" };
        if (Value is not { } value)
            return $"{(Below ? "below" : "above")} average";
        var unit = Unit switch { LimitUnit.Percent => " %", LimitUnit.Hours => " h", LimitUnit.Minutes => " min", LimitUnit.Pieces => " pieces", _ => "" };
        return string.Create(CultureInfo.InvariantCulture, $"{bound} {value:0.####}{unit}");
    }

    /// <summary>Whether a value is on the side that is meant.</summary>
    public bool Holds(decimal value, decimal bound) => value == bound ? Included && Value is not null : Below ? value < bound : value > bound;
}

/// <summary>Words for a limit in a sentence: the tokens from Start up to, not with, End.</summary>
public sealed record LimitMention(int Start, int End, Limit Limit);
