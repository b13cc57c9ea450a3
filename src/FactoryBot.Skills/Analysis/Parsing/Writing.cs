using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Finds questions that are none: orders to change something, and calls of the server's own functions.</summary>
internal static partial class Writing
{
    public static string? Reason(string text)
    {
        if (System().IsMatch(text))
            return "I only read the data of this source; functions and files of the database server are out of reach.";
        if (Statement().IsMatch(text) || Order().Match(Polite().Replace(text.Trim(), "")) is { Success: true } order && !Noun().IsMatch(text.Trim()) && order.Length > 0
            || Second().IsMatch(text))
            return "I only read data and change nothing: no row is written, changed or deleted through questions.";
        return Secret().IsMatch(text) ? "Passwords and access rights are not part of the data that can be asked." : null;
    }

    /// <summary>Whether a refused order is one to a database: it names something in it, or is written as a statement. "Undo", "approve Q-17" and how
    /// something is done in another system are not.</summary>
    /// <param name="known">How many of its words name something of a source.</param>
    public static bool IsAboutData(string text, int known) =>
        System().IsMatch(text) || Statement().IsMatch(text) || (known > 0 && !HowTo().IsMatch(text));

    [GeneratedRegex(@"^\s*how\s+(do|can|should|must|to|would)\s+(i|we|you|one|people)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex HowTo();

    [GeneratedRegex(@"\b(pg_\w+|lo_(import|export)|dblink\w*|information_schema|set_config|current_setting|copy\s+\(|xp_cmdshell|load_file)\b|/etc/|\bpasswd\b|\bshell\b\s+command", RegexOptions.IgnoreCase)]
    private static partial Regex System();

    [GeneratedRegex(@"\b(drop|truncate|alter|create)\s+(the\s+|a\s+|all\s+)?(table|database|schema|view|index|role|user|column)s?\b|\binsert\s+into\b|\bdelete\s+from\b|\bupdate\s+\w+\s+set\b|;\s*\w+\s+\w+|\bgrant\s+\w+\s+(on|to)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^(please|pls|hey|hi|hello|ok|okay|now|just|can you|could you|would you|will you|i want you to|i need you to|i'd like you to|go ahead and|we should|we need to|let's|lets|kindly|you should|you must|do)[\s,]+((please|just|kindly|also|now)[\s,]+)*", RegexOptions.IgnoreCase)]
    private static partial Regex Polite();

    [GeneratedRegex(@"^(drop|delete|remove|update|insert|truncate|alter|rename|overwrite|erase|wipe|destroy|create|add|set|change|modify|edit|replace|cancel|mark|move|copy|import|execute|exec|kill|shutdown|restart|raise|reduce|assign|correct|fix|archive|purge|clear|reset|discontinue|deactivate|activate|fire|hire|book|ship|refund|increase|decrease|lower|double|halve|merge|approve|close|reopen|run|save|write|register|enter|transfer|swap|restock|undo|rollback|commit)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Order();

    // "Increase in revenue from 1996 to 1997" and "change of order count" are questions.
    [GeneratedRegex(@"^(the\s+)?(increase|decrease|change|drop|raise|cost|close|double|book|lower|ship|run|clear|set|copy|fire|hire|refund|transfer|move|cancel|return|register|order)s?\s+(in|of|from|between|date|dates|rate|rates|ratio|city|country|via|time|times|hours|minutes|length|address|per|by|number|amounts?|fees?|volume|value|totals?|reasons?|costs?|prices?|history)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Noun();

    [GeneratedRegex(@"\b(and|then|afterwards?)\s+(then\s+|also\s+|please\s+)*(delete|drop|remove|truncate|update|wipe|erase|overwrite)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Second();

    [GeneratedRegex(@"\b(passwords?|api keys?|credentials?|secrets?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
