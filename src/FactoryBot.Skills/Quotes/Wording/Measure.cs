namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>A number as it was written, with what it measures where that was said.</summary>
/// <param name="Value">In the written unit: 3/8 is 0.375.</param>
/// <param name="Kind">length, voltage, pole...; empty where no unit stands with it.</param>
/// <param name="Canonical">In the kind's base unit; the value itself where there is no unit.</param>
internal readonly record struct Measure(decimal Value, string Kind, decimal Canonical)
{
    // Inches that were rounded to a tenth of a millimetre are still the same inches.
    private const decimal Tolerance = 0.002m;

    public static Measure Bare(decimal value) => new(value, "", value);

    /// <summary>True where both can mean the same: a number without a unit takes the other's.</summary>
    public bool Fits(Measure other) => Kind.Length == 0 || other.Kind.Length == 0
        ? Value == other.Value
        : Kind == other.Kind && Math.Abs(Canonical - other.Canonical) <= Math.Abs(Canonical) * Tolerance;
}
