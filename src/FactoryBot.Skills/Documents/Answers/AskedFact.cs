using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>The kind of fact that a question asks for, and what a sentence must have that can answer it. "What does the yearly visit cost?" is not
/// answered by a page about the yearly visit that names no price.</summary>
internal sealed partial class AskedFact
{
    private const string And = @"^\W*(and |but |so |ok |also )*";
    private const string NumberWord = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|sixty|hundred|thousand|once|twice|half|single|both|dozen|million";
    private const string Day = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|days?|daily|night|nightly|morning|evening|noon|midnight|weeks?|weekly|shifts?|hours?";
    private const string Month = "january|february|march|april|june|july|august|september|october|november|december|months?|monthly|years?|yearly|annual|quarters?|quarterly|date";
    private const string Moment = "when|after|before|as soon as|until|once|end|start|if";
    private const string Unit = "seconds?|minutes?|min|hours?|h|days?|weeks?|months?|years?|shifts?|times?";
    private const string Often = "daily|weekly|monthly|yearly|hourly|nightly|annually|immediately|at once|each|every|never|always|night|once|twice|until|as long as|unlimited";
    private const string Measure = "temp|temperature|pressure|torque|size|weight|speed|percentage|percent|amount|length|width|height|limit|number|tolerance|rate";
    private const string Degree = "much|many|high|low|hot|cold|heavy|big|large|deep|wide|far|thick|tight|loose|strong|close|small";
    private const string Office = "administrators?|admins?|managers?|supervisors?|leads?|leaders?|directors?|controllers?|owners?|heads?|approvers?|inspectors?|planners?|buyers?|purchasers?|clerks?";
    private const string Trade = "users?|operators?|employees?|workers?|accountants?|accounting|technicians?|engineers?|electricians?|setters?|storem[ae]n|customers?|vendors?|suppliers?";
    private const string People = "staff|personnel|colleagues?|persons?|people|teams?|departments?|roles?|permissions?|authori[sz](ed|ations?)|rights?|responsible|level \\d";

    private static readonly AskedFact[] Facts =
    [
        new("a number or address to reach anybody", AsksContact(), HasContact()), new("a time", AsksWhen(), HasWhen()), new("a duration", AsksHowLong(), HasDuration()),
        new("a price", AsksPrice(), HasPrice()), new("a figure", AsksAmount(), HasAmount()), new("a person or role", AsksWho(), HasPerson()),
    ];

    private readonly Regex asks;
    private readonly Regex evidence;

    private AskedFact(string name, Regex asks, Regex evidence) => (Name, this.asks, this.evidence) = (name, asks, evidence);

    /// <summary>As it is called in a sentence that says that it is missing.</summary>
    public string Name { get; }

    /// <summary>Null where the question asks how something is done, why, or whether it may be: no single word answers that.</summary>
    public static AskedFact? Of(string question) => Array.Find(Facts, f => f.asks.IsMatch(question));

    /// <summary>Whether a sentence has such a fact, of whatever thing.</summary>
    public bool IsIn(string sentence) => evidence.IsMatch(sentence);

    [GeneratedRegex(@"\b(phone|telephone|hotline|fax) number\b|\b(what|what's|whats|which|who) .*\b(hotline|e-?mail address|web ?site|url)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksContact();

    [GeneratedRegex(@"@|https?:|www\.|\d{3}[\d /-]{2,}|\bext(ension)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex HasContact();

    [GeneratedRegex(And + @"(when|what time|what date|(on )?(which|what) day)\b|\b(until|by|since) when\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksWhen();

    [GeneratedRegex(@"\d|\b(" + Day + "|" + Month + "|" + Moment + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex HasWhen();

    [GeneratedRegex(@"\bhow (long|fast|soon|quick|quickly|often|frequently|late|early|old)\b|\bhow (much|many) (time|minutes|hours|days|weeks|months|years)\b|\b(longest|shortest) time\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksHowLong();

    [GeneratedRegex(@"(\d|\b(" + NumberWord + @")\b).{0,25}\b(" + Unit + @")\b|\b(" + Often + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex HasDuration();

    [GeneratedRegex(@"\b(how (much|expensive)|what (does|do|did|will|would|is|are))\b.*\b(costs?|pay|price|charged?|fees?|bonus|salary)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksPrice();

    [GeneratedRegex(@"[€$£%]|\b(eur|euros?|usd|dollars?|gbp|cents?|free of charge|costs?|prices?|fees?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HasPrice();

    [GeneratedRegex(@"\bhow (" + Degree + @")\b|\b(what|which) (" + Measure + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksAmount();

    [GeneratedRegex(@"[\d%]|\b(" + NumberWord + @"|all|none|no limit|unlimited|any number|several)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HasAmount();

    [GeneratedRegex(And + @"(who|whom|whose)\b|\bwhich (person|people|department|team|role|user)\b|\bwho (has|do|does|is|can|may|must|should|to|will)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksWho();

    [GeneratedRegex(@"\b(" + Office + "|" + Trade + "|" + People + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex HasPerson();
}
