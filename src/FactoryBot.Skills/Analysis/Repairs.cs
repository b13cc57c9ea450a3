using System.Text.RegularExpressions;
using FactoryBot.Skills.Analysis.Guard;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Analysis;

/// <summary>What whoever wrote a statement can do after it was refused: the reason, and the right names nearest to wrong ones.</summary>
internal static partial class Repairs
{
    private const int LongestHint = 500;

    /// <returns>Null where writing it otherwise would be no better: it wants to change something.</returns>
    public static Repair? Of(GuardRefusal refusal, SemanticModel model) => refusal.Reason switch
    {
        GuardReason.Writes or GuardReason.Locks or GuardReason.Empty => null,
        GuardReason.Database => new(Cut(refusal.Sentence + Nearest(refusal.Sentence, model)), "The first query had an error; it was corrected and run again."),
        GuardReason.Relation => new(Cut(refusal.Sentence + Nearest(refusal.Sentence, model)), "The first query asked for a table that is not there to be asked; it was corrected."),
        GuardReason.Cost or GuardReason.TooSlow or GuardReason.TooMuchMemory => new(Cut(refusal.Sentence), "The first query would have read too much; a smaller one was run."),
        _ => new(Cut(refusal.Sentence), "The first query was not allowed as it was written; it was corrected."),
    };

    private static string Nearest(string sentence, SemanticModel model)
    {
        var column = WrongColumn().Match(sentence);
        if (column.Success)
            return Said(NearestNames.Of(column.Groups["name"].Value, model.Entities.SelectMany(e => e.Columns.Select(c => ($"{e.Schema}.{e.Table}.{c.Stored}", (IReadOnlyList<string>)[c.Stored, .. c.Phrases]))), 5));
        var table = WrongTable().Match(sentence);
        return table.Success ? Said(NearestNames.Of(table.Groups["name"].Value, model.Entities.Select(e => ($"{e.Schema}.{e.Table}", (IReadOnlyList<string>)[e.Table, .. e.Nouns])))) : "";
    }

    private static string Said(IReadOnlyList<string> nearest) => nearest.Count == 0 ? "" : $" Nearest: {string.Join(", ", nearest)}.";

    private static string Cut(string text) => text.Length <= LongestHint ? text : text[..LongestHint] + "…";

    [GeneratedRegex("column \"?(\\w+\\.)*(?<name>\\w+)\"? does not exist")]
    private static partial Regex WrongColumn();

    [GeneratedRegex("relation \"?(\\w+\\.)?(?<name>\\w+)\"? does not exist|“(\\w+\\.)?(?<name>\\w+)” is not among")]
    private static partial Regex WrongTable();
}
