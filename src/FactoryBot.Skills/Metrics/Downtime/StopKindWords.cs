namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>The kinds of stops that an answer can lead with, each with other words for it.</summary>
internal static class StopKindWords
{
    public const string Unplanned = "unplanned=unscheduled|excluding planned|excluding planned stops|without planned|without planned stops|without the planned stops|not planned|no planned stops";

    public const string Planned = "planned=scheduled|planned maintenance";

    /// <summary>Asks of stops that were spoken of before whether they were planned.</summary>
    public const string Either = "either=was that planned|was it planned|was this planned|were they planned|were those planned|were these planned|is that planned|is it planned|are they planned|"
        + "planned or not|was that scheduled|was it scheduled|was that unplanned|was it unplanned|were they unplanned";

    public const string Micro = "micro=micro stops|microstops|micro-stops|micro stop|microstop|short stops|minor stops|small stops|minor stoppages|short stoppages|small stoppages|micro stoppages|brief stops|tiny stops|minor stop|short stop";

    public const string Description = "Which stops to lead with: unplanned, planned or micro; either to say whether what stood still was planned; leave out for the unplanned ones.";
}
