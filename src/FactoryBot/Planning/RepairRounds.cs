namespace FactoryBot.Planning;

/// <summary>Lets a model correct a function's failed calls once in a turn: in the round after the first failure it knows what was wrong, after
/// the second failure the function is not called again.</summary>
internal sealed class RepairRounds
{
    private readonly HashSet<string> offered = new(StringComparer.Ordinal);
    private readonly HashSet<string> usedUp = new(StringComparer.Ordinal);

    public bool IsUsedUp(string function) => usedUp.Contains(function);

    /// <summary>Whether this failure is told with the way to correct it.</summary>
    public bool Offers(CallOutcome outcome) => outcome.Result?.Repair is not null && !offered.Contains(outcome.Call.Name);

    /// <returns>The functions that can be corrected now.</returns>
    public IReadOnlyList<string> EndRound(IReadOnlyList<CallOutcome> outcomes)
    {
        var failed = outcomes.Where(o => o.Result?.Repair is not null).Select(o => o.Call.Name).Distinct(StringComparer.Ordinal).ToList();
        usedUp.UnionWith(failed.Where(offered.Contains));
        return [.. failed.Where(offered.Add)];
    }
}
