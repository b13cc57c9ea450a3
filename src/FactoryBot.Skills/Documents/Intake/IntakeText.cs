using System.Globalization;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>What became of files, in words.</summary>
internal static class IntakeText
{
    public static string Summary(IReadOnlyCollection<IntakeResult> results)
    {
        var parts = new List<string>();
        Add(IntakeOutcome.Added, "taken in");
        Add(IntakeOutcome.Replaced, "replaced");
        Add(IntakeOutcome.Unchanged, "unchanged");
        Add(IntakeOutcome.Duplicate, "already there under another name");
        Add(IntakeOutcome.Failed, "could not be read");
        var pieces = results.Where(r => r.Outcome is IntakeOutcome.Added or IntakeOutcome.Replaced).Sum(r => r.Pieces);
        return results.Count == 0 ? "There was no file."
            : string.Create(CultureInfo.InvariantCulture, $"{results.Count:N0} file{(results.Count == 1 ? "" : "s")}: {string.Join(", ", parts)}; {pieces:N0} piece{(pieces == 1 ? "" : "s")}.");

        void Add(IntakeOutcome outcome, string words)
        {
            var count = results.Count(r => r.Outcome == outcome);
            if (count > 0)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count:N0} {words}"));
        }
    }
}
