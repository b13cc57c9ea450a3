namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Of which figures little is good: the worst downtime is the longest, the worst revenue the smallest.</summary>
internal static class Polarity
{
    private static readonly HashSet<string> Bad = new(
    [
        "downtime", "scrap", "defect", "defects", "delay", "delays", "cost", "costs", "late", "complaint", "complaints", "failure", "failures", "reject", "rejects", "rejected", "error", "errors", "loss", "losses", "overdue",
        "return", "returns", "breakdown", "breakdowns", "stop", "stops", "stoppage", "stoppages", "issue", "issues", "absence", "turnaround", "waste", "expense", "expenses", "churn", "damage", "damaged", "accident", "accidents",
        "incident", "incidents", "fault", "faults", "lateness", "outage", "outages", "affected", "lost", "time", "days", "delayed", "claims", "claim", "emissions",
    ], StringComparer.OrdinalIgnoreCase);

    public static bool IsBad(string phrase) => phrase.Split(' ').Any(Bad.Contains);
}
