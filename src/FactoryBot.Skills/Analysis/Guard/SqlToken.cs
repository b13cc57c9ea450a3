namespace FactoryBot.Skills.Analysis.Guard;

internal enum SqlTokenKind
{
    Word,
    QuotedName,
    Text,
    Number,
    Sign,
}

/// <summary>A piece of a statement; words are in lower case.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text);

/// <summary>Cuts a statement as PostgreSQL does: nested comments, escapes, dollar quotes. What it cannot cut for certain it refuses.</summary>
internal static class SqlLexer
{
    /// <returns>Null where a text, a name or a comment has no end, or is written with Unicode escapes.</returns>
    public static List<SqlToken>? Cut(string sql)
    {
        var tokens = new List<SqlToken>();
        for (var at = 0; at < sql.Length;)
        {
            var c = sql[at];
            if (char.IsWhiteSpace(c))
                at++;
            else if (c == '-' && Peek(sql, at + 1) == '-')
                at = sql.IndexOf('\n', at) is >= 0 and var line ? line : sql.Length;
            else if (c == '/' && Peek(sql, at + 1) == '*')
                at = Comment(sql, at);
            else if (c is '\'' or '"')
                at = Quoted(sql, at, c, escapes: false, tokens);
            else if (c == '$' && Dollar(sql, at) is { } tag)
                at = DollarText(sql, at, tag, tokens);
            else if (char.IsLetter(c) || c == '_')
                at = Word(sql, at, tokens);
            else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(sql, at + 1))))
                at = Number(sql, at, tokens);
            else if (char.IsControl(c) || c > '~')
                return null;
            else
            {
                tokens.Add(new(SqlTokenKind.Sign, c == ':' && Peek(sql, at + 1) == ':' ? "::" : c.ToString()));
                at += c == ':' && Peek(sql, at + 1) == ':' ? 2 : 1;
            }

            if (at < 0)
                return null;
        }

        return tokens;
    }

    private static char Peek(string sql, int at) => at < sql.Length ? sql[at] : '\0';

    private static int Comment(string sql, int at)
    {
        var depth = 0;
        for (; at < sql.Length; at++)
        {
            if (sql[at] == '/' && Peek(sql, at + 1) == '*')
            {
                depth++;
                at++;
            }
            else if (sql[at] == '*' && Peek(sql, at + 1) == '/')
            {
                at++;
                if (--depth == 0)
                    return at + 1;
            }
        }

        return -1;
    }

    private static int Quoted(string sql, int at, char quote, bool escapes, List<SqlToken> tokens)
    {
        for (var end = at + 1; end < sql.Length; end++)
        {
            if (escapes && sql[end] == '\\')
                end++;
            else if (sql[end] == quote && Peek(sql, end + 1) == quote)
                end++;
            else if (sql[end] == quote)
            {
                tokens.Add(new(quote == '"' ? SqlTokenKind.QuotedName : SqlTokenKind.Text, sql[(at + 1)..end].Replace($"{quote}{quote}", $"{quote}", StringComparison.Ordinal)));
                return end + 1;
            }
        }

        return -1;
    }

    private static int Word(string sql, int at, List<SqlToken> tokens)
    {
        var start = at;
        while (at < sql.Length && (char.IsLetterOrDigit(sql[at]) || sql[at] is '_' or '$'))
            at++;
        var word = sql[start..at].ToLowerInvariant();
        if (word is "e" or "b" or "x" or "n" && Peek(sql, at) == '\'')
            return Quoted(sql, at, '\'', word == "e", tokens);
        if (word == "u" && Peek(sql, at) == '&')
            return -1;
        tokens.Add(new(SqlTokenKind.Word, word));
        return at;
    }

    private static int Number(string sql, int at, List<SqlToken> tokens)
    {
        var start = at;
        while (at < sql.Length && (char.IsLetterOrDigit(sql[at]) || sql[at] is '.' or '_'))
            at++;
        tokens.Add(new(SqlTokenKind.Number, sql[start..at]));
        return at;
    }

    private static string? Dollar(string sql, int at)
    {
        var end = at + 1;
        while (end < sql.Length && (char.IsLetterOrDigit(sql[end]) || sql[end] == '_'))
            end++;
        return Peek(sql, end) == '$' && !char.IsAsciiDigit(Peek(sql, at + 1)) ? sql[at..(end + 1)] : null;
    }

    private static int DollarText(string sql, int at, string tag, List<SqlToken> tokens)
    {
        var end = sql.IndexOf(tag, at + tag.Length, StringComparison.Ordinal);
        if (end < 0)
            return -1;
        tokens.Add(new(SqlTokenKind.Text, sql[(at + tag.Length)..end]));
        return end + tag.Length;
    }
}
