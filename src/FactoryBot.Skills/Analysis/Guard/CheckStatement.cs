namespace FactoryBot.Skills.Analysis.Guard;

/// <summary>Reads a statement before any server sees it. The walls behind it (role, read-only transaction, row-level security, sub-select)
/// hold without it; this one says why, and closes what they leave open: functions with side effects.</summary>
internal static class CheckStatement
{
    private const int Longest = 20_000;

    private static readonly HashSet<string> Writing = new(
        [
            "insert", "update", "delete", "merge", "truncate", "drop", "create", "alter", "grant", "revoke", "copy", "call", "do", "vacuum", "analyze", "cluster", "reindex",
            "comment", "security", "set", "reset", "lock", "listen", "notify", "unlisten", "load", "prepare", "execute", "deallocate", "declare", "fetch", "move", "close",
            "begin", "commit", "rollback", "savepoint", "release", "refresh", "import", "explain", "show", "into", "discard", "checkpoint", "reassign",
        ], StringComparer.Ordinal);

    private static readonly HashSet<string> Catalogs = new(["information_schema", "pg_catalog", "pg_toast", "current_user", "session_user", "user", "current_role", "current_catalog", "current_schema", "system_user"], StringComparer.Ordinal);

    private static readonly string[] SystemTypes = ["regclass", "regproc", "regprocedure", "regrole", "regnamespace", "regtype", "regoper", "regoperator", "regconfig", "regdictionary", "regcollation", "oid", "xid", "cid", "tid", "xml"];

    public static GuardRefusal? Refuse(string sql)
    {
        if (string.IsNullOrWhiteSpace(sql))
            return GuardRefusal.Of(GuardReason.Empty);
        if (sql.Length > Longest)
            return GuardRefusal.Of(GuardReason.TooLong);
        if (SqlLexer.Cut(sql) is not { } tokens)
            return GuardRefusal.Of(GuardReason.Unreadable);
        while (tokens.Count > 0 && tokens[^1] is { Kind: SqlTokenKind.Sign, Text: ";" })
            tokens.RemoveAt(tokens.Count - 1);
        if (tokens.Count == 0)
            return GuardRefusal.Of(GuardReason.Empty);
        if (tokens.Exists(t => t is { Kind: SqlTokenKind.Sign, Text: ";" }))
            return GuardRefusal.Of(GuardReason.SeveralStatements);
        var first = tokens.Find(t => t.Text != "(");
        if (first.Kind != SqlTokenKind.Word || first.Text is not ("select" or "with" or "values"))
            return Writing.Contains(first.Text) ? GuardRefusal.Of(GuardReason.Writes, first.Text.ToUpperInvariant()) : GuardRefusal.Of(GuardReason.NotASelect, Short(first.Text));
        return Brackets(tokens) ?? Tokens(tokens);
    }

    private static GuardRefusal? Brackets(List<SqlToken> tokens)
    {
        var depth = 0;
        foreach (var token in tokens.Where(t => t.Kind == SqlTokenKind.Sign))
        {
            depth += token.Text == "(" ? 1 : token.Text == ")" ? -1 : 0;
            if (depth < 0)
                return GuardRefusal.Of(GuardReason.Brackets);
        }

        return depth == 0 ? null : GuardRefusal.Of(GuardReason.Brackets);
    }

    private static GuardRefusal? Tokens(List<SqlToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var before = i > 0 ? tokens[i - 1].Text : "";
            var after = i + 1 < tokens.Count ? tokens[i + 1] : default;
            if (token is { Kind: SqlTokenKind.Sign, Text: "$" })
                return GuardRefusal.Of(GuardReason.Parameter);
            if (token.Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName))
                continue;
            var plain = token.Kind == SqlTokenKind.Word;
            if (token.Text.StartsWith("pg_", StringComparison.OrdinalIgnoreCase) || (Catalogs.Contains(token.Text.ToLowerInvariant()) && (plain || after.Text == ".")))
                return GuardRefusal.Of(after.Text == "(" ? GuardReason.Function : GuardReason.SystemName, Short(token.Text));
            if (plain && token.Text == "for" && after.Text is "update" or "share" or "no" or "key")
                return GuardRefusal.Of(GuardReason.Locks);
            if (plain && token.Text == "recursive")
                return GuardRefusal.Of(GuardReason.Recursive);
            if (plain && before != "." && Writing.Contains(token.Text) && !(after.Text is "," or ")" or "." or "" or "from"  && token.Text is not "into"))
                return GuardRefusal.Of(GuardReason.Writes, token.Text.ToUpperInvariant());
            if (SystemTypes.Contains(token.Text.ToLowerInvariant()) && (before is "::" or "as" || after.Kind == SqlTokenKind.Text))
                return GuardRefusal.Of(GuardReason.TypeOfSystem, token.Text);
            if (after.Text == "(" && after.Kind == SqlTokenKind.Sign && Calls(tokens, i) && !(AllowedFunctions.Has(token.Text) && (before != "." || i < 2)))
                return GuardRefusal.Of(GuardReason.Function, Short(token.Text));
        }

        return null;
    }

    // "(select" after a name may follow a table's or a query's name: "with x (a, b) as (", "from t x (a)". Those names are no calls.
    private static bool Calls(List<SqlToken> tokens, int at)
    {
        var close = at + 1;
        for (var depth = 0; close < tokens.Count; close++)
        {
            depth += tokens[close].Text == "(" ? 1 : tokens[close].Text == ")" ? -1 : 0;
            if (depth == 0)
                break;
        }

        var before = at > 0 ? tokens[at - 1].Text : "";
        var named = before is "with" or "," && close + 1 < tokens.Count && tokens[close + 1].Text == "as" && close + 2 < tokens.Count && tokens[close + 2].Text is "(" or "materialized" or "not";
        var onlyNames = tokens.Skip(at + 2).Take(Math.Max(0, close - at - 2)).All(t => t.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName || t.Text == ",");
        return !((named || before is "as" && at > 1 && tokens[at - 2].Text == ")") && onlyNames);
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
