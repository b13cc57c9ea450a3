namespace FactoryBot.Skills.Analysis.Model;

/// <summary>A column that says of each row whether it turned out well: status of a cycle, verdict of a test, result of an inspection.</summary>
/// <param name="Good">Its values, as kept, that are good ones.</param>
/// <param name="Bad">Its values that are bad ones; rework and the like are neither.</param>
internal sealed record Outcome(string Entity, Column Column, IReadOnlyList<string> Good, IReadOnlyList<string> Bad)
{
    private const int MostValues = 8;

    private static readonly HashSet<string> GoodWords = new(
        ["good", "ok", "okay", "io", "pass", "passed", "passes", "accept", "accepted", "complete", "completed", "conforming", "conform", "success", "successful"], StringComparer.Ordinal);

    private static readonly HashSet<string> BadWords = new(
        ["bad", "nok", "nio", "ng", "error", "fail", "failed", "fails", "failure", "reject", "rejected", "scrap", "scrapped", "abort", "aborted", "defect", "defective", "faulty", "nonconforming"], StringComparer.Ordinal);

    public string Field => $"{Entity}.{Column.Name}";

    public static IReadOnlyList<Outcome> Of(SemanticModel model) =>
        [.. model.Entities.SelectMany(e => e.Columns.Select(c => Of(e, c))).OfType<Outcome>()];

    /// <summary>What a value of a column is called: its meaning where a comment tells one.</summary>
    public static string Said(Column column, string value) => Parsing.Lexer.Fold(column.Codes.GetValueOrDefault(value) ?? value);

    public static bool IsGoodWord(string word) => GoodWords.Contains(word);

    public static bool IsBadWord(string word) => BadWords.Contains(word);

    private static Outcome? Of(Entity entity, Column column)
    {
        if (column.Kind == DataKind.Flag)
            return GoodWords.Contains(column.Phrase) ? new(entity.Name, column, ["true"], ["false"]) : BadWords.Contains(column.Phrase) ? new(entity.Name, column, ["false"], ["true"]) : null;
        IReadOnlyList<string> values = column.AllValues && column.Values.Count > 0 ? column.Values : [.. column.Codes.Keys];
        if (values.Count is < 2 or > MostValues)
            return null;
        var bad = values.Where(v => IsBad(Said(column, v))).ToList();
        var good = values.Except(bad).Where(v => Said(column, v).Split(' ').Any(GoodWords.Contains)).ToList();
        return bad.Count > 0 && good.Count > 0 ? new(entity.Name, column, good, bad) : null;
    }

    private static bool IsBad(string said) => said.Split(' ') is var words && (words.Any(BadWords.Contains) || (words[0] is "not" or "non" or "no" && words.Any(GoodWords.Contains)));
}
