namespace FactoryBot.Skills.Metrics;

/// <summary>The two forms of OEE as functions declare them.</summary>
internal static class OeeForms
{
    public const string Standard = "standard=standard form|iso form|in the standard form";

    public const string Strict = "strict=strict form|strictly|without deduction|no planned stop deduction|without planned stop deduction|in the strict form|"
        + "including breaks|including planned stops|with breaks counted|hard form";

    public const string Description = "standard: planned stops are taken out of the planned time (ISO 22400-2); strict: they count as losses. Leave out for "
        + "the plant's own setting.";
}
