using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Requests;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Lifecycle;

/// <summary>Reads what is to be changed in a quote: "make line 2 250 pieces", "give 5 % on all fasteners", "leave out line 3", "valid for 60 days".</summary>
internal static partial class ReadEdits
{
    private const string LastPlace = "0";
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    /// <returns>The changes; empty where none was understood.</returns>
    public static IReadOnlyList<QuoteEdit> Of(string text, DateOnly today)
    {
        var edits = new List<QuoteEdit>();
        // "Actually, make line 2 10": before the comma stands nothing to do.
        foreach (var part in Separator().Split(NumberWords.ToDigits(PlainText.Of(text))).Select(p => Placed(QuoteNumber().Replace(p, " ").Trim().TrimEnd('.', '!'))).Where(p => p.Length > 0))
        {
            if (One(part, today) is { } edit)
                edits.Add(Written(edit, text));
            else
                return Noted(text) is { } note ? [note] : [];
        }

        return edits is [SetNotes] && Noted(text) is { } only ? [only] : edits;
    }

    // Names and notes go onto paper, so they stay as they were written; a note may have semicolons.
    private static QuoteEdit Written(QuoteEdit edit, string text) => edit switch
    {
        SetCustomer customer => new SetCustomer(PlainText.Written(text, customer.Name)),
        SetNotes notes => notes with { Text = PlainText.Written(text, notes.Text) },
        _ => edit,
    };

    private static SetNotes? Noted(string text) =>
        Notes().Match(Polite().Replace(QuoteNumber().Replace(text, " ").Trim(), "").Trim()) is { Success: true } notes ? new(notes.Groups["text"].Value.Trim(), notes.Groups["add"].Success) : null;

    // The second line is line 2, and the last one is the last line: a lone nought, which a person's own is therefore not.
    private static string Placed(string text) => Polite().Replace(
        LastLine().Replace(OrdinalLine().Replace(Spelt(text), m => "line " + (1 + Array.IndexOf(Ordinals, m.Groups["ord"].Value.ToLowerInvariant())).ToString(CultureInfo.InvariantCulture)), "line " + LastPlace), "").Trim();

    // "2nd" is second.
    private static string Spelt(string text) => ShortOrdinal().Replace(LoneZero().Replace(text, "00"), m => Ordinals[m.Value[0] - '1']);

    private static int Place(string digits) =>
        digits == LastPlace ? LineSelector.Last : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : int.MaxValue;

    private static QuoteEdit? One(string text, DateOnly today)
    {
        if (Validity().Match(text) is { Success: true } valid)
            return ValidityOf(valid, today);
        if (Choice().Match(text) is { Success: true } choice)
            return new TakeChoice(choice.Groups["line"] is { Success: true } place ? Place(place.Value) : null, Ordinal(choice));
        if (Customer().Match(text) is { Success: true } customer)
            return new SetCustomer(customer.Groups["name"].Value.Trim());
        if (Notes().Match(text) is { Success: true } notes)
            return new SetNotes(notes.Groups["text"].Value.Trim(), notes.Groups["add"].Success);
        if (Discount().Match(text) is { Success: true } discount && Amounts.TryRead(discount.Groups["n"].Value, out var percent) && percent <= 100)
            return Selector(discount.Groups["what"].Value is { Length: > 0 } what ? what : discount.Groups["before"].Value) is { } lines ? new SetDiscount(lines, percent) : null;
        if (Remove().Match(text) is { Success: true } remove)
            return Selector(remove.Groups["what"].Value) is { } lines ? new RemoveLines(lines) : null;
        if (Kind().Match(text) is { Success: true } kind)
            return new TakeKind(kind.Groups["line"] is { Success: true } of ? Place(of.Value) : null, kind.Groups["words"].Value.Trim());
        if (Part().Match(text) is { Success: true } part)
            return new ChoosePart(Place(part.Groups["line"].Value), part.Groups["number"].Value);
        if (Price().Match(text) is { Success: true } price && Amounts.TryRead(price.Groups["n"].Value, out var money))
            return Selector(price.Groups["what"].Value) is { } lines ? new SetPrice(lines, money) : null;
        if (MakeIt().Match(text) is { Success: true } many && Amounts.TryRead(many.Groups["n"].Value, out var wanted) && wanted > 0)
            return Selector(many.Groups["what"].Value) is { } meant ? new SetQuantity(meant, wanted, Quantities.UnitOf(many.Groups["unit"].Value)) : null;
        if (Quantity().Match(text) is { Success: true } quantity && Amounts.TryRead(quantity.Groups["n"].Value, out var amount) && amount > 0)
            return Selector(quantity.Groups["what"].Value) is { } lines ? new SetQuantity(lines, amount, Quantities.UnitOf(quantity.Groups["unit"].Value)) : null;
        return Add().Match(text) is { Success: true } add ? new AddLines(add.Groups["text"].Value.Trim()) : null;
    }

    private static int Ordinal(Match choice) => choice.Groups["n"] is { Success: true } number
        ? int.Parse(number.Value, CultureInfo.InvariantCulture)
        : 1 + Array.IndexOf(Ordinals, choice.Groups["ord"].Value.ToLowerInvariant());

    private static SetValidity? ValidityOf(Match match, DateOnly today)
    {
        if (match.Groups["n"].Success && int.TryParse(match.Groups["n"].Value, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 3650)
            return new(match.Groups["unit"].Value.ToLowerInvariant()[0] switch { 'w' => 7 * count, 'm' => 30 * count, _ => count }, null);
        DateOnly? day = null;
        NeededBy.Take(match.Groups["date"].Value, today, ref day);
        return day is { } until && until >= today ? new(null, until) : null;
    }

    private static LineSelector? Selector(string text)
    {
        var words = Filler().Replace(text, " ").Trim();
        if (words.Length == 0 || Everything().IsMatch(words))
            return LineSelector.Everything;
        if (LineNumbers().Match(words) is { Success: true } numbers)
            return LineSelector.Of([.. Digits().Matches(numbers.Value).Select(m => Place(m.Value))]);
        return new([], false, All().Replace(words, ""));
    }

    [GeneratedRegex(@"\s*(?:;|\n|,\s*(?=(?:and\s+)?(?:make|set|change|give|drop|remove|delete|add|valid|take|put)\b)|\b(?:and|then)\s+(?=(?:make|set|change|give|drop|remove|delete|add|valid|take|put)\b))\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\b(?:(?:in|on|of|for|to)\s+)?(?:quote\s+)?Q-\d+\b\s*:?", RegexOptions.IgnoreCase)]
    private static partial Regex QuoteNumber();

    [GeneratedRegex(@"\bvalid(?:ity)?\b\s*(?:is|to|of|:)?\s*(?:(?:for|of)\s+)?(?:(?<n>\d+)\s*(?<unit>days?|weeks?|months?)|(?:until|till|to|through|up to)\s+(?<date>.+))$", RegexOptions.IgnoreCase)]
    private static partial Regex Validity();

    [GeneratedRegex(@"^(?:(?:set|change|make)\s+)?(?:the\s+)?(?:customer|client)(?:\s+is\s+wrong\s*[,;.:-]?\s*(?:it'?s|it is|that'?s|should be|make it|is)?|\s*(?:is|to|=|:|as|should be))?\s+(?:(?:not|isn'?t)\s+[^,;]{1,60}[,;]\s*(?:but\s+|it'?s\s+)?)?(?<name>[^\d].{1,190})$", RegexOptions.IgnoreCase)]
    private static partial Regex Customer();

    [GeneratedRegex(@"^(?:(?:set|(?<add>add)|change)\s+(?:the\s+|a\s+)?)?(?:notes?|remarks?)\s*(?:to|:|=)?\s+(?<text>.{1,1900})$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Notes();

    [GeneratedRegex(@"^(?<before>.*?)(?:\bdiscount\s+(?:of\s+)?)?(?<n>\d+(?:[.,]\d+)?)\s*(?:%|percent)\s*(?:discount|off|rebate)?\s*(?:(?:on|for|off|to)\s+(?<what>.+))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Discount();

    [GeneratedRegex(@"^(?:please\s+)?(?:drop|remove|delete|take out|cancel|without|kick out|scratch)\s+(?<what>.+?)(?:\s+out)?$|^(?:please\s+)?take\s+(?<what>.+?)\s+out$", RegexOptions.IgnoreCase)]
    private static partial Regex Remove();

    // "1" after an ordinal is what "the first one" became.
    [GeneratedRegex(@"^(?:please\s+)?(?:(?:for|on)\s+)?(?:(?:line|item|position|pos)\s*#?(?<line>\d{1,3})\s*[:,=]?\s*)?(?:(?:is|use|take|choose|pick|with|make it|i want|we take)\s+)*(?:the\s+)?(?:(?<ord>first|second|third|fourth|fifth)(?:\s+(?:1|one|option|choice|part))?|(?:option|choice|number|nr|no)\.?\s*#?(?<n>\d{1,2}))(?:\s+(?:for|on|in|as)\s+(?:line|item|position|pos)\s*#?(?<line>\d{1,3}))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Choice();

    // "1" is what "one" became.
    private const string KindNamed = @"^(?:use|take|choose|pick|i want|we take|make (?:it|them))\s+(?:the\s+)?(?<words>[a-z].*?)\s+(?:ones|(?<!\b(?:line|item|position|pos|part|option)\s)1|types?|versions?|variants?)(?:\s+(?:for|on|in)\s+(?:(?:line|item|position|pos)\s*#?(?<line>\d{1,3})|(?:all|every|each|both)\b.*))?$";
    private const string KindHaving = @"^(?:use|take|choose|pick|i want|we take)\s+(?:the\s+)?(?:ones?|1)\s+(?<words>(?:with|without|in|made\s+of)\s+[a-z].*?)(?:\s+(?:for|on)\s+(?:(?:line|item|position|pos)\s*#?(?<line>\d{1,3})|(?:all|every|each|both)\b.*))?$";
    private const string KindForAll = @"^(?:(?:use|take|choose|i want|we take)\s+)?(?:the\s+)?(?<words>[a-z][^\d]{1,40}?)\s+for\s+(?:all|everything|both|every line|each line)(?:\s+(?:of them|lines|open lines|positions))?$";
    private const string AllInKind = @"^(?:(?:use|take|make|i want)\s+)?(?:all|everything|all of them|all lines|both)\s+(?:in|of|as)\s+(?<words>[a-z][\w .-]{1,40})$";

    [GeneratedRegex(KindNamed + "|" + KindHaving + "|" + KindForAll + "|" + AllInKind, RegexOptions.IgnoreCase)]
    private static partial Regex Kind();

    // "Make it 400 nuts".
    [GeneratedRegex(@"^(?:please\s+)?(?:make|change)\s+(?:it|that|this)\s+(?:to\s+)?(?<n>\d{1,3}(?:[.,]\d{3})+|\d+)\s*(?<unit>pcs|pc|pieces?|off|packs?|boxes|rolls?|m|kg|stk)?\s*(?:x\s+)?(?:of\s+)?(?<what>(?:the\s+)?[a-z#].*)$", RegexOptions.IgnoreCase)]
    private static partial Regex MakeIt();

    [GeneratedRegex(@"^(?:(?:use|take|choose|put|set|make)\s+)?(?:for\s+)?(?:line|item|position|pos)\s*#?(?<line>\d+)\s*(?:to|is|as|=|:|use|with|should be)?\s*(?:part|number|no\.?)\s*(?<number>[\w./-]{2,120})$|^(?:use|take|choose|put)\s+(?:part\s+)?(?<number>[\w./-]{2,120})\s+(?:for|on|in|as)\s+(?:line|item|position)\s*#?(?<line>\d+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?:(?:set|change|make|put)\s+)?(?:the\s+)?price\s+(?:of|for|on)\s+(?<what>.+?)\s+(?:to|is|at|=|:)\s*(?<n>[$€£]?\s*\d[\d.,]*)\s*(?:usd|eur|gbp)?$|^(?<what>(?:line|item|position)\s*#?\d+)\s+(?:price|at)\s+(?:to\s+)?(?<n>[$€£]?\s*\d[\d.,]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Price();

    [GeneratedRegex(@"^(?!(?:please\s+)?(?:use|take|choose|pick)\b)(?:(?:please\s+)?(?:make|set|change|put|update|increase|reduce|raise)\s+)?(?:(?:the\s+)?(?:qty|quantity)\s+(?:of|for|on|in)\s+)?(?<what>(?:the\s+)?(?:(?:line|item|position|pos)\s*#?\d+|[a-z#].*?))\s*(?:\b(?:to|qty|quantity|be|at|is)\b|=|:)?\s*(?:to\s+)?(?<![\w.])(?<n>\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?)\s*(?<unit>pcs|pc|pieces?|off|ea|each|units?|packs?|boxes|rolls?|spools?|sets?|m|kg|stk)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"^(?:please\s+)?(?:add|also|include|plus|and also)\s+(?<text>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Add();

    [GeneratedRegex(@"^(?:\s*(?:please|give|gimme|grant|make|set|them|'?em|him|her|a|an|the|discount|of|on|apply|put)\b)+|\b(?:discount of|please)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Filler();

    [GeneratedRegex(@"^\s*(?:all|everything|all lines|the whole (?:quote|thing|lot)|every line|all (?:of (?:it|them)|items|positions)|it all|total)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Everything();

    [GeneratedRegex(@"(?:lines?|items?|positions?|pos)\s*#?\s*\d+(?:\s*(?:,|and|&|\+)\s*(?:line|item)?\s*\d+)*", RegexOptions.IgnoreCase)]
    private static partial Regex LineNumbers();

    [GeneratedRegex(@"^(?:all|every|the)\s+(?:the\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex All();

    [GeneratedRegex(@"\b(?:the\s+)?(?<ord>first|second|third|fourth|fifth)\s+(?:line|item|position|pos)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OrdinalLine();

    [GeneratedRegex(@"\b(?:the\s+)?last\s+(?:line|item|position|pos|one|1)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LastLine();

    [GeneratedRegex(@"^(?:(?:ok|okay|actually|sorry|wait|no|hm+|and|please|pls|plz|can you|could you|now)\b[\s,:-]*)+|[\s,]+(?:please|pls|plz|thanks|thx|instead)$", RegexOptions.IgnoreCase)]
    private static partial Regex Polite();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<![\w.,/-])0(?![\w/-]|[.,]\d)")]
    private static partial Regex LoneZero();

    [GeneratedRegex(@"\b(?:1st|2nd|3rd|4th|5th)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ShortOrdinal();
}
