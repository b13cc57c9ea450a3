using System.Text.RegularExpressions;

namespace FactoryBot.Planning.Checks;

/// <summary>The words around a number that say which way, how exactly and what of.</summary>
internal static partial class Words
{
    public static Direction DirectionOf(string before, string after)
    {
        // "fell to 78.4 %" names a level; only "by" or nothing between makes it a change.
        if (UpBefore().IsMatch(before) || UpAfter().IsMatch(after))
            return Direction.Up;
        return DownBefore().IsMatch(before) || DownAfter().IsMatch(after) ? Direction.Down : Direction.None;
    }

    public static bool IsAbout(string before) => About().IsMatch(before);

    public static Direction BoundOf(string before) =>
        Over().IsMatch(before) ? Direction.Up : Under().IsMatch(before) ? Direction.Down : Direction.None;

    /// <summary>Which way a whole text says things went; none where it says both or neither.</summary>
    public static Direction Trend(string text)
    {
        var (up, down) = (RoseAnywhere().IsMatch(text), FellAnywhere().IsMatch(text));
        return up == down ? Direction.None : up ? Direction.Up : Direction.Down;
    }

    private const string Ups = "rose|risen|up|increased?|increases|increase of|improved?|improvement of|gained?|gain of|grew|climbed|better|higher|more|plus|jumped|gestiegen|stieg";
    private const string Downs = "fell|fallen|down|decreased?|decreases|decrease of|dropped|drop of|declined?|decline of|lost|loss of|worse|lower|less|fewer|minus|shrank|slipped|sank|gesunken|fiel";
    private const string Between = @"\s*(?:by|of|um)?\s*(?:about|around|roughly|some|only|just|another|a further|nearly|almost|rund|etwa)?\s*[+±]?\s*$";

    [GeneratedRegex(@"(?:\b(?:" + Ups + @")|\+)" + Between, RegexOptions.IgnoreCase)]
    private static partial Regex UpBefore();

    [GeneratedRegex(@"\b(?:" + Downs + ")" + Between, RegexOptions.IgnoreCase)]
    private static partial Regex DownBefore();

    [GeneratedRegex(@"^\s*(?:higher|better|up\b|more than|above|increase|improvement|gain|rise|höher|mehr)", RegexOptions.IgnoreCase)]
    private static partial Regex UpAfter();

    [GeneratedRegex(@"^\s*(?:lower|worse|down\b(?! ?time)|less|fewer|below|decrease|drop|decline|fall|niedriger|weniger)", RegexOptions.IgnoreCase)]
    private static partial Regex DownAfter();

    [GeneratedRegex(@"(?:\b(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|over|more than|under|less than|just over|just under|ca\.?|circa|rund|etwa|ungefähr)|[~≈])\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    [GeneratedRegex(@"\b(?:over|more than|above|at least|exceed(?:s|ed|ing)?|upwards of|greater than|über|mindestens)\s*$|[>≥]\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Over();

    [GeneratedRegex(@"\b(?:under|less than|below|at most|up to|nearly|almost|fewer than|not even|unter|höchstens|fast)\s*$|[<≤]\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Under();

    [GeneratedRegex(@"\b(?:rose|risen|rising|up from|increas(?:ed|ing)|improv(?:ed|ing)|grew|climbed|gained|better than|higher than|went up|is up|was up)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RoseAnywhere();

    [GeneratedRegex(@"\b(?:fell|fallen|falling|down from|decreas(?:ed|ing)|dropped|declin(?:ed|ing)|worsened|worse than|lower than|went down|is down|was down|slipped|sank)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FellAnywhere();
}
