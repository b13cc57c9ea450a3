using System.Collections.Frozen;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>How people say a state or a kind that the data keeps under another word: on the road for in transit.</summary>
internal static class StateWords
{
    private const string Sets = """
        in transit, on the road, on the way, on their way, en route, under way, underway, on its way, being transported
        in progress, being worked on, ongoing, under way, underway, in the works, started, in work, being processed
        on hold, paused, parked, suspended, put on hold, halted
        open, new, pending, outstanding, unresolved
        completed, complete, finished, done, closed
        closed, resolved, completed, finished, done
        cancelled, canceled, called off, dropped
        delivered, arrived, handed over
        shipped, dispatched, sent, sent out
        planned, scheduled, upcoming
        active, live, current, in use
        inactive, not active, dormant
        in service, in use, operational, running, working
        down, broken, broken down, out of order, not running, out of service, stopped
        retired, decommissioned, out of use, taken out of service
        maintenance, under maintenance, in maintenance, in the workshop, in repair, being repaired
        paid, settled
        unpaid, not paid, unsettled
        rejected, refused, declined, turned down
        approved, accepted
        returned, sent back
        lost, missing
        damaged, broken
        rework, reworked, to rework
        scrap, scrapped
        reject, rejected
        pass, passed
        fail, failed
        nok, not ok, defective
        available, free, idle
        urgent, critical, emergency, top priority
        high, important
        corrective, reactive, unplanned
        preventive, planned, scheduled, preventative
        express, urgent, fast
        female, women, woman
        male, men, man
        full time, full-time
        part time, part-time
        """;

    private static readonly FrozenDictionary<string, string[]> Words = Sets.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(',', StringSplitOptions.TrimEntries)).SelectMany(set => set.Select(word => (word, Others: set.Where(o => o != word))))
        .GroupBy(p => p.word, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.SelectMany(p => p.Others).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    public static IReadOnlyList<string> Of(string value) => Words.GetValueOrDefault(value) ?? [];
}
