using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>What stands around the parts in a request: greetings, names, dates, numbers of the request itself.</summary>
internal static partial class Phrases
{
    public static string WithoutBullet(string line) => Bullet().Replace(line, "");

    /// <summary>"Regards, J. Novak" and all behind it.</summary>
    public static string WithoutFarewell(string line) => Farewell().Replace(ThanksFor().Replace(ThanksAndMore().Replace(line, ""), ""), "");

    public static bool IsFarewell(string line) => (Farewell().Match(line.TrimStart()) is { Success: true, Index: 0 } && !ThanksAndMore().IsMatch(line)) || Signature().IsMatch(line);

    public static string? Reference(ref string line)
    {
        if (RequestNumber().Match(line) is not { Success: true } match)
            return null;
        line = line.Remove(match.Index, match.Length);
        return match.Groups["number"].Value;
    }

    public static bool IsHeader(string line) => MailHeader().IsMatch(line);

    public static bool IsReplyHead(string line) => ReplyHead().IsMatch(line);

    public static string WithoutAside(string line) => Unchanged().Replace(InsteadOf().Replace(TargetPrice().Replace(line, " "), " "), "");

    /// <summary>"item 2", "line 3" at the beginning: which line of an earlier mail is meant.</summary>
    public static int? ItemOf(string line) => Item().Match(line) is { Success: true } match && int.TryParse(match.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : null;

    public static string WithoutItem(string line) => Item().Replace(line, " ", 1);

    public static string? Company(string line) => CompanyName().Match(line) is { Success: true } match ? match.Groups["name"].Value.Trim(' ', ',', '.', '-') + match.Groups["form"].Value : null;

    public static string? NamedCustomer(string line) => Customer().Match(line) is { Success: true } match ? match.Groups["name"].Value.Trim() : null;

    /// <summary>"Quote for Kovo s.r.o.: 300 bolts": whom it is for stands before the colon.</summary>
    public static string? Addressed(ref string line)
    {
        if (For().Match(line) is not { Success: true } match)
            return null;
        line = line[(match.Index + match.Length)..];
        return match.Groups["name"].Value.Trim();
    }

    /// <summary>"300 bolts for Kovo s.r.o. please": a company at the end is whom they are for, and no word of the part.</summary>
    public static string WithoutCompanyAtEnd(string line) =>
        CompanyName().Matches(line) is [.., var match] && ForWhom().Match(line[..match.Index]) is { Success: true } lead && OnlyPolite().IsMatch(line[(match.Index + match.Length)..])
            ? line[..lead.Index] : line;

    /// <summary>"1 200 joints" in a French letter are twelve hundred; elsewhere a position and a quantity may stand so.</summary>
    public static string SpacedThousands(string text) => French().Matches(text) is { Count: >= 2 } ? Spaced().Replace(text, m => m.Value.Replace(" ", "", StringComparison.Ordinal)) : text;

    /// <summary>"We no longer need the blue wire": the words of what is not wanted any more; null where nothing is taken back.</summary>
    public static string? Dropped(string line) => (NotWanted().Match(line) is { Success: true } match ? match : IsOff().Match(line)) is { Success: true } taken ? taken.Groups["what"].Value : null;

    public static string WithoutSameQuantity(string line, out bool same)
    {
        same = SameQuantity().IsMatch(line);
        return same ? SameQuantity().Replace(line, " ") : line;
    }

    public static string? Email(string line) => Address().Match(line) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"^\s*(?:>+\s*)*(?:(?:hi|hello|hey|hallo|moin)(?:\s+all)?\s+-\s+|[-*+]\s+|\(?\d{1,3}[.)](?=\s|[a-z])\s*|(?:pos|item|line|position)\.?\s*\d{1,3}\s*[:.)-]\s*|[a-z][.)]\s+)", RegexOptions.IgnoreCase)]
    private static partial Regex Bullet();

    private const string EnglishEnd = @"(?:best|kind|warm|with)\s+(?:best\s+|kind\s+)?(?:regards|wishes)|regards|sincerely|yours (?:truly|sincerely|faithfully)|cheers";
    private const string GermanEnd = "mfg|mit freundlichen|viele gruesse|freundliche gruesse|beste gruesse";
    private const string OtherEnd = "cordialement|salutations|bien a vous|med vaenliga|s pozdravem|saludos|cordiali saluti";
    private const string Thanks = @"(?:thank you|many thanks|thanks|thx|tia)(?!(?:\s+(?:so|very)\s+much|\s+again|\s+a lot)?\s+for\b)";

    [GeneratedRegex(@"(?:^|(?<=[\s.,;!?]))(?:" + EnglishEnd + "|" + GermanEnd + "|" + OtherEnd + "|" + Thanks + @")\b[\s\S]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Farewell();

    // "Thanks for the quick reply": a mail that begins so goes on.
    [GeneratedRegex(@"^\W*(?:many\s+)?(?:thanks|thank you|thx)\b(?:\s+(?:so|very)\s+much|\s+again|\s+a lot)?\s+for\b[^.!;,\n]*(?:[.!;,]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex ThanksFor();

    // "Thanks Tim. One correction: 8 of them": what goes on with a number is no end, but for an address.
    [GeneratedRegex(@"^\W*(?:many\s+)?(?:thanks|thank you|thx|danke|vielen dank|merci)\b[^.!;\n\d]{0,40}[.!;]\s+(?=\D*\d)(?!.*(?:@|www\.|\b(?:tel|phone|fax|mobile|mobil|street|road|lane)\b))", RegexOptions.IgnoreCase)]
    private static partial Regex ThanksAndMore();

    // A line of its own, behind which name and address follow.
    [GeneratedRegex(@"^\s*(?:--+|best|br|rgds|kr|vg|lg|gruss|gruesse|viele gruesse|schoene gruesse|danke(?: und gruss)?|vielen dank|amicalement|merci(?: d'avance)?|bien cordialement)\s*[,.!]*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Signature();

    [GeneratedRegex(@"\b(?:rfq|inquiry|enquiry|anfrage|reference|ref|po|our ref|request for quotation|quotation request|project|customer order)\b(?:\s*(?:no|number|nr)\b)?\s*[.:#-]*\s*(?<number>(?=[\w/-]*\d)[\w/-]{3,})", RegexOptions.IgnoreCase)]
    private static partial Regex RequestNumber();

    [GeneratedRegex(@"^\s*>*\s*(?:from|to|cc|sent|date|subject|von|an|betreff|gesendet)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex MailHeader();

    [GeneratedRegex(@"^\s*>*\s*(?:-{2,}\s*(?:original message|forwarded message|urspruengliche nachricht)|_{8,}|on .{4,90} wrote:|am .{4,90} schrieb)", RegexOptions.IgnoreCase)]
    private static partial Regex ReplyHead();

    [GeneratedRegex(@"\b(?:instead of|rather than|not|statt)\s+\d[\d.,]*(?:\s*(?:pcs|pieces|off|ea|units|stk))?\b", RegexOptions.IgnoreCase)]
    private static partial Regex InsteadOf();

    private const string RestAsItIs = @"[,;.]?\s*(?:and\s+|but\s+)?\b(?:the\s+|der\s+)?(?:rest|others?|everything\s+else|all\s+others?)\s+(?:stays?|remains?|is|are|as|ok|okay|fine|unchanged|bleib(?:t|en)|passt)\b[^,;.]{0,40}(?=[,;.]|$)";

    // "..., keep the cylinders", "and leave the rest as it is": what stays is no wish.
    [GeneratedRegex(@"(?:[,;]\s*|\s+(?:and|but)\s+)(?:please\s+)?(?:keep|leave)\s+[^,;.]{2,60}(?=[,;.]|$)|" + RestAsItIs, RegexOptions.IgnoreCase)]
    private static partial Regex Unchanged();

    [GeneratedRegex(@"(?:target(?: price)?\s*:?\s*|@\s*)(?:[$€£]\s*)?\d+(?:[.,]\d+)?\s*(?:usd|eur|gbp|each|ea|/pc)?", RegexOptions.IgnoreCase)]
    private static partial Regex TargetPrice();

    [GeneratedRegex(@"\b(?:item|line|position|pos)\.?\s*#?(?<n>\d{1,3})\b\s*[:.)-]?", RegexOptions.IgnoreCase)]
    private static partial Regex Item();

    [GeneratedRegex(@"(?<name>(?:[A-Z][\w&'.-]*\s+){0,4}[A-Z][\w&'-]*),?(?<form>\s+(?:GmbH(?:\s*&\s*Co\.?\s*KG)?|AG|Ltd\.?|Limited|Inc\.?|LLC|Corp\.?|Co\.|s\.r\.o\.|a\.s\.|B\.?V\.?|S\.?A\.?|SpA|S\.p\.A\.|Oy|AB|KG|PLC|plc|Pty|Kft\.?|Sp\. z o\.o\.))")]
    private static partial Regex CompanyName();

    [GeneratedRegex(@"^\s*(?:customer|client|company|kunde|firma)\s*:\s*(?<name>.{2,100})$", RegexOptions.IgnoreCase)]
    private static partial Regex Customer();

    [GeneratedRegex(@"^\s*(?:(?:hi|hello|please|pls|plz|new|draft|make|create|prepare|send|get|give|me|us|i|we|need|want|a|an|can you|could you)[\s,]+)*(?:quote|offer|quotation|rfq|angebot|inquiry|enquiry|anfrage|request)(?:\s+(?:no\.?\s*|nr\.?\s*|#\s*)?(?=[\w/-]*\d)[\w/-]+)?\s+(?:for|to|from|an|fuer)\s+(?!(?:the|these|this|following|our|us|me|all|a|an|some)\b)(?<name>[^:\d\n]{2,120}?)\s*:(?=\s|$)", RegexOptions.IgnoreCase)]
    private static partial Regex For();

    [GeneratedRegex(@"\s+(?:for|to|an|fuer)\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex ForWhom();

    [GeneratedRegex(@"^\W*(?:(?:please|pls|plz|asap|thanks)\W*)*$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyPolite();

    private const string TakenBack = @"(?:do not|don't|dont|no longer|not)\s+(?:need|want|require)|(?:need|want)\s+no\s+more|cancel|remove|delete|drop|leave out|take out|forget";
    private const string RestStays = @"(?:the\s+)?(?:rest\s+\S+.*|others?\s+\S+.*|everything else.*)?";

    [GeneratedRegex(@"^\W*(?:(?:hi|hello|sorry|please|pls|and|also|we|i)[\s,]+)*(?:" + TakenBack + @")\s+(?!.*\binstead\b)(?<what>(?:the\s+)?[^.;!?]{0,120}?)(?:\s+(?:any\s?more|any longer|from the (?:list|request|quote)))?\s*[.;!?]?\s*" + RestStays + "$", RegexOptions.IgnoreCase)]
    private static partial Regex NotWanted();

    // "The torque wrench is cancelled", "Pos. 2 entfällt".
    [GeneratedRegex(@"^\W*(?:(?:hi|hello|sorry|please|also|and|but)[\s,]+)*(?<what>(?:the\s+)?[^.;!?]{0,80}?)\s+(?:(?:is|are|was|were|has been|have been|can be)\s+(?:now\s+|also\s+)?(?:cancell?ed|dropped|deleted|obsolete|off|not (?:needed|required|wanted)|no longer (?:needed|required|wanted))(?:\s+any\s?more)?|entf(?:ae|a)ll(?:t|en)|streichen\s+wir|(?:bitte\s+)?(?:ge)?st(?:reichen|richen)|(?:wird|werden)\s+(?:doch\s+)?nicht\s+(?:mehr\s+)?(?:benoetigt|gebraucht))\s*[.;!]?\s*" + RestStays + "$", RegexOptions.IgnoreCase)]
    private static partial Regex IsOff();

    [GeneratedRegex(@"\b(?:bonjour|merci|veuillez|cordialement|svp|offre|prix|delai|livraison|pour|joints?|pieces|nous|et)\b", RegexOptions.IgnoreCase)]
    private static partial Regex French();

    [GeneratedRegex(@"(?<![\w.,])\d{1,3}(?: \d{3})+(?=\s+[a-z]{2,})", RegexOptions.IgnoreCase)]
    private static partial Regex Spaced();

    [GeneratedRegex(@",?\s*\b(?:(?:the|in the)\s+)?same\s+(?:quantit(?:y|ies)|qty|qtys|amounts?|numbers?)(?:\s+(?:each|as above|again))?\b", RegexOptions.IgnoreCase)]
    private static partial Regex SameQuantity();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Address();
}
