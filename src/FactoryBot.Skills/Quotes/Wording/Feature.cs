namespace FactoryBot.Skills.Quotes.Wording;

internal enum FeatureKind
{
    /// <summary>A word, reduced to its stem.</summary>
    Word,

    /// <summary>A number with or without a unit.</summary>
    Measure,

    /// <summary>M8, 6-32.</summary>
    Thread,

    /// <summary>DIN 933.</summary>
    Standard,

    /// <summary>Letters with digits: TO-220, 8.8, 1N4148W, 26.9:1.</summary>
    Code,
}

/// <summary>One thing that words say of a part.</summary>
/// <param name="Text">Its one spelling: a stem, <c>m8</c>, <c>iso4017</c>, <c>to220</c>, <c>0.375</c>.</param>
/// <param name="Measure">The number; zero where it is none.</param>
/// <param name="Class">What kind of word it is.</param>
/// <param name="IsAbsent">"Without" stands before it.</param>
internal readonly record struct Feature(FeatureKind Kind, string Text, Measure Measure = default, WordClass Class = WordClass.Plain, bool IsAbsent = false)
{
    /// <summary>Never decides between two parts.</summary>
    public bool IsWeak => Class == WordClass.Weak;

    /// <summary>Numbers and codes: a part without it is another part.</summary>
    public bool IsHard => Kind != FeatureKind.Word;

    /// <summary>Whether words with these features say it, or nearly the same. What must be absent is said by those that do not have it.</summary>
    public bool IsSaidBy(IReadOnlyList<Feature> others) => IsAbsent != Has(others);

    private bool Has(IReadOnlyList<Feature> others)
    {
        var said = this;
        return others.Any(o => !o.IsAbsent && o.Kind == said.Kind && (said.Kind == FeatureKind.Measure ? said.Measure.Fits(o.Measure) : said.Text == o.Text))
            || Lexicon.NearTo(said.Text).Any(near => others.Any(o => !o.IsAbsent && o.Text == near));
    }
}
