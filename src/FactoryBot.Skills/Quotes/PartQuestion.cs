using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes;

/// <summary>A question for one part of the catalogue: what it costs, whether it is there, how soon it comes.</summary>
/// <param name="Wording">The words for the part, with the quantity where one is said.</param>
internal sealed partial record PartQuestion(PartTopic Topic, string Wording)
{
    /// <returns>Null where the sentence asks for nothing of the kind.</returns>
    public static PartQuestion? Read(string sentence)
    {
        var topic = Stock().IsMatch(sentence) ? PartTopic.Stock
            : Lead().IsMatch(sentence) ? PartTopic.Lead
            : Price().IsMatch(sentence) ? PartTopic.Price
            : Find().IsMatch(sentence) ? PartTopic.Part
            : (PartTopic?)null;
        if (topic is null || sentence.Contains('\n', StringComparison.Ordinal))
            return null;
        var wording = Asking().Replace(sentence, " ").Trim(' ', '?', '.', '!', ',', ':');
        return wording.Any(char.IsAsciiDigit) ? new(topic.Value, wording) : null;
    }

    [GeneratedRegex(@"\b(in|on|from) stock\b|^\s*(the )?stock (of|for)\b|\b(do|have|did) we (still )?(have|stock|got|keep|carry)\b|\bavailab(le|ility)\b|\bon hand\b|\bon the shelf\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stock();

    [GeneratedRegex(@"\b(lead|delivery) ?times?\b|\bhow (soon|fast|quickly)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\bprices?\b|\bcosts?\b|\bhow much (is|are|for)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Price();

    [GeneratedRegex(@"^\s*(please )?(find|look up|search( for)?|show( me)?|which|what) (is |the |a )*part\b|^\s*part(s| number)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Find();

    /// <summary>All that asks and names no part.</summary>
    [GeneratedRegex(
        @"\b(what('s|s| is| are)?|whats|which|how (much|many|soon|fast|quickly)|do|does|did|have|has|is|are|can|could|we|you|us|me|it|there|still|any|some|please|pls|the|a|an|of|for|our|current|list|unit|each|at|"
        + @"(in|on|from) stock|on hand|on the shelf|stock|got|keep|carry|available|availability|(lead|delivery) ?times?|deliver|get|prices?|costs?|cost|find|look up|search|show|part numbers?|parts?|number|now|today)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Asking();
}

/// <summary>What of a part is asked for.</summary>
internal enum PartTopic
{
    /// <summary>The part itself.</summary>
    Part,
    Price,
    Stock,
    Lead,
}
