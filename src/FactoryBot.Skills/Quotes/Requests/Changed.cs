using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>What a later mail makes of a thing that was asked for before: "the vessel should be the 50 litre one", "replace the blue wire with red".</summary>
/// <param name="What">The words of the thing.</param>
/// <param name="New">What it is to be instead.</param>
internal sealed partial record Changed(string What, string New)
{
    public static Changed? In(string sentence) =>
        (ShouldBe().Match(sentence) is { Success: true } match ? match : Replaced().Match(sentence)) is { Success: true } said && !HowMany().IsMatch(said.Groups["new"].Value) ? new(said.Groups["what"].Value.Trim(), said.Groups["new"].Value.Trim()) : null;

    /// <summary>"The 60 litre one" says which, not how many: "one" is the 1 that it was read as.</summary>
    public static string WithoutOne(string sentence) => One().Replace(sentence, "");

    /// <summary>The line as it is now: what the new words say takes the place of what they said before.</summary>
    public RequestLine Of(RequestLine line)
    {
        var words = $"{What} {New}";
        var own = ReadFeatures.Of(words);
        // "5 l" is read as a size's name too, which another size takes the place of.
        var before = own.Any(f => f.Kind == FeatureKind.Measure) ? line.Features.Where(f => !IsSizeName(f)) : line.Features;
        return line with
        {
            Wording = words, Features = Ellipsis.Fill(own, [.. before]),
            Notes = [.. line.Notes, $"The newest mail says “{New}” instead of “{line.Wording}”; the newest counts."],
        };
    }

    private static bool IsSizeName(Feature feature) => feature is { Kind: FeatureKind.Code, Text: [.. var digits, 'l' or 's'] } && digits.All(char.IsAsciiDigit);

    [GeneratedRegex(@"\s+1\W*$")]
    private static partial Regex One();

    // How many it should be is read as every quantity is.
    [GeneratedRegex(@"^\d[\d.,]*\s*(?:pcs|pieces|off|ea|units|stk|x|of)?$", RegexOptions.IgnoreCase)]
    private static partial Regex HowMany();

    [GeneratedRegex(@"^\W*(?:(?:and|also|sorry|please|but|hi|hello)[\s,]+)*(?:[^:,]{3,30}:\s*)?(?<what>(?:the\s+)?[a-z][^,;.\d]{2,60}?)\s+(?:should|must|has to|have to|needs? to|need to|shall|will)\s+(?:now\s+|rather\s+)?be\s+(?:the\s+|an?\s+|in\s+)?(?<new>[^,;.]{2,60}?)(?:\s+(?:ones?|1|types?|versions?|instead|please))*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ShouldBe();

    [GeneratedRegex(@"^\W*(?:(?:and|also|sorry|please|but)[\s,]+)*(?:replace|swap|exchange)\s+(?<what>(?:the\s+)?[a-z][^,;.\d]{2,60}?)\s+(?:with|by|for|against)\s+(?:the\s+|an?\s+)?(?<new>[^,;.]{2,60}?)(?:\s+(?:ones?|1|types?|versions?|instead|please))*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Replaced();
}
