using FactoryBot.Skills.Language;

namespace FactoryBot.Skills.Metrics.Terms;

/// <summary>A word of the field with what it means here.</summary>
/// <param name="Name">As functions and people name it.</param>
/// <param name="Meaning">One or two sentences.</param>
/// <param name="Formula">Null where it is no ratio or sum.</param>
/// <param name="Ask">The figure as it is asked for; null where there is none.</param>
/// <param name="Benchmark">What is usually called good, with its source; null where no source that is widely used names one.</param>
internal sealed record Term(string Name, string Meaning, string? Formula, string? Ask, string? Benchmark = null)
{
    private const string Nakajima = "Seiichi Nakajima (Introduction to TPM, 1988), for discrete manufacturing in the standard form";

    private const string IsoOee = "ISO 22400-2 defines it.";

    /// <summary>The terms by the names of <see cref="TermWords"/>.</summary>
    public static readonly IReadOnlyList<Term> All =
    [
        new("OEE", "Overall equipment effectiveness: how much of the planned time went into good pieces at full speed. " + IsoOee,
            "OEE = availability × performance × quality", "OEE",
            $"Usually called good: 85 %, from {Nakajima}; many plants lie between 50 and 70 %, and only plants that count alike can be set side by side."),
        new("availability", "The share of the planned time in which the machine ran. " + IsoOee, "availability = run time ÷ planned time", "availability",
            $"Usually called good: 90 %, from {Nakajima}."),
        new("performance", "How fast the machine ran while it ran, against its ideal cycle time; ISO 22400-2 calls it effectiveness. Above 100 % the ideal cycle time is probably wrong.",
            "performance = ideal cycle time × all pieces ÷ run time", "performance", $"Usually called good: 95 %, from {Nakajima}."),
        new("quality", "The share of the pieces that were good; ISO 22400-2 calls it quality ratio. Over machines of different speed pieces count by their ideal time.",
            "quality = good pieces ÷ all pieces", "quality", $"Usually called good: 99 % and more, from {Nakajima}."),
        new("TEEP", "Total effective equipment performance: good output against all hours of the calendar, nights and weekends included.",
            "TEEP = loading × OEE", "TEEP"),
        new("loading", "Utilisation: the share of all calendar hours that was planned for production.", "loading = planned time ÷ calendar time", "utilisation"),
        new("planned time", "The time in which a machine was meant to produce; ISO 22400-2 calls it planned busy time. Whether breaks, set-up and planned maintenance belong to it is a setting of the plant.",
            "planned time = shift time − planned stops", null),
        new("run time", "The time in which a machine really produced; ISO 22400-2 calls it actual production time.", "run time = planned time − unplanned stops", null),
        new("ideal cycle time", "The time that one piece takes when nothing is in the way, set for each machine and product.", null, null),
        new("downtime", "The time of unplanned stops. Stops of one machine that overlap count once; planned stops such as breaks are given apart.",
            "downtime = union of the unplanned stops of each machine", "downtime"),
        new("micro-stop", "An unplanned stop so short that people hardly book it (5 minutes, where nothing else is set). Many of them cost more than they seem to.", null, "micro stops"),
        new("MTBF", "Mean time between failures: how long a machine runs from one breakdown to the next; ISO 22400-2 calls it mean operating time between failures.",
            "MTBF = run time ÷ failures", "MTBF"),
        new("MTTR", "Mean time to repair: how long a breakdown lasts; ISO 22400-2 calls it mean time to restoration.", "MTTR = failure time ÷ failures", "MTTR"),
        new("scrap rate", "The share of all pieces that were scrapped; ISO 22400-2 calls it scrap ratio.", "scrap rate = scrap ÷ all pieces", "scrap rate"),
        new("first-pass yield", "The share of the pieces that were good at the first pass. Rework is not recorded here, so every good piece counts.",
            "first-pass yield = good pieces ÷ all pieces", "first pass yield"),
        new("rolled yield", "The chance that a piece passes all machines of a line without a fault.", "rolled yield = product of the first-pass yields of the line's machines", "rolled yield"),
        new("throughput", "The pieces that were made. They are counted at each machine that they pass; a line's count is the sum over its machines.", "production = good pieces + scrap", "production"),
        new("Pareto", "Causes in the order of what they cost, with their cumulative share: the first few usually make up most of the loss.", null, "downtime by reason"),
    ];

    public static Term? Find(string name) => All.FirstOrDefault(term => term.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>"MTBF", "Planned time".</summary>
    public string Capital => Letters.Capital(Name);
}
