namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>The kinds of stops that an answer can lead with, each with other words for it.</summary>
internal static class StopKindWords
{
    public const string Unplanned = "unplanned=unscheduled|not planned|no planned stops|"
        + "excluding planned|excluding the planned|excluding planned stops|excluding the planned stops|excluding planned stuff|excluding the planned stuff|"
        + "excluding planned ones|excluding the planned ones|excluding planned downtime|excluding planned maintenance|excluding scheduled stops|"
        + "excluding breaks and planned stops|excluding breaks and planned stuff|excluding breaks and maintenance|without planned|without the planned|"
        + "without planned stops|without the planned stops|without planned stuff|without the planned stuff|without planned ones|without the planned ones|"
        + "without planned downtime|without planned maintenance|without scheduled stops|without breaks and planned stops|without breaks and planned stuff|"
        + "without breaks and maintenance|except planned|except the planned|except planned stops|except the planned stops|except planned stuff|"
        + "except the planned stuff|except planned ones|except the planned ones|except planned downtime|except planned maintenance|except scheduled stops|"
        + "except breaks and planned stops|except breaks and planned stuff|except breaks and maintenance|except for planned|except for the planned|"
        + "except for planned stops|except for the planned stops|except for planned stuff|except for the planned stuff|except for planned ones|"
        + "except for the planned ones|except for planned downtime|except for planned maintenance|except for scheduled stops|except for breaks and planned stops|"
        + "except for breaks and planned stuff|except for breaks and maintenance|leaving out planned|leaving out the planned|leaving out planned stops|"
        + "leaving out the planned stops|leaving out planned stuff|leaving out the planned stuff|leaving out planned ones|leaving out the planned ones|"
        + "leaving out planned downtime|leaving out planned maintenance|leaving out scheduled stops|leaving out breaks and planned stops|"
        + "leaving out breaks and planned stuff|leaving out breaks and maintenance|leave out planned|leave out the planned|leave out planned stops|"
        + "leave out the planned stops|leave out planned stuff|leave out the planned stuff|leave out planned ones|leave out the planned ones|"
        + "leave out planned downtime|leave out planned maintenance|leave out scheduled stops|leave out breaks and planned stops|"
        + "leave out breaks and planned stuff|leave out breaks and maintenance|not counting planned|not counting the planned|not counting planned stops|"
        + "not counting the planned stops|not counting planned stuff|not counting the planned stuff|not counting planned ones|not counting the planned ones|"
        + "not counting planned downtime|not counting planned maintenance|not counting scheduled stops|not counting breaks and planned stops|"
        + "not counting breaks and planned stuff|not counting breaks and maintenance|not including planned|not including the planned|not including planned stops|"
        + "not including the planned stops|not including planned stuff|not including the planned stuff|not including planned ones|not including the planned ones|"
        + "not including planned downtime|not including planned maintenance|not including scheduled stops|not including breaks and planned stops|"
        + "not including breaks and planned stuff|not including breaks and maintenance|apart from planned|apart from the planned|apart from planned stops|"
        + "apart from the planned stops|apart from planned stuff|apart from the planned stuff|apart from planned ones|apart from the planned ones|"
        + "apart from planned downtime|apart from planned maintenance|apart from scheduled stops|apart from breaks and planned stops|"
        + "apart from breaks and planned stuff|apart from breaks and maintenance|aside from planned|aside from the planned|aside from planned stops|"
        + "aside from the planned stops|aside from planned stuff|aside from the planned stuff|aside from planned ones|aside from the planned ones|"
        + "aside from planned downtime|aside from planned maintenance|aside from scheduled stops|aside from breaks and planned stops|"
        + "aside from breaks and planned stuff|aside from breaks and maintenance|other than planned|other than the planned|other than planned stops|"
        + "other than the planned stops|other than planned stuff|other than the planned stuff|other than planned ones|other than the planned ones|"
        + "other than planned downtime|other than planned maintenance|other than scheduled stops|other than breaks and planned stops|"
        + "other than breaks and planned stuff|other than breaks and maintenance|besides planned|besides the planned|besides planned stops|"
        + "besides the planned stops|besides planned stuff|besides the planned stuff|besides planned ones|besides the planned ones|besides planned downtime|"
        + "besides planned maintenance|besides scheduled stops|besides breaks and planned stops|besides breaks and planned stuff|besides breaks and maintenance|"
        + "ignoring planned|ignoring the planned|ignoring planned stops|ignoring the planned stops|ignoring planned stuff|ignoring the planned stuff|"
        + "ignoring planned ones|ignoring the planned ones|ignoring planned downtime|ignoring planned maintenance|ignoring scheduled stops|"
        + "ignoring breaks and planned stops|ignoring breaks and planned stuff|ignoring breaks and maintenance|ignore planned|ignore the planned|"
        + "ignore planned stops|ignore the planned stops|ignore planned stuff|ignore the planned stuff|ignore planned ones|ignore the planned ones|"
        + "ignore planned downtime|ignore planned maintenance|ignore scheduled stops|ignore breaks and planned stops|ignore breaks and planned stuff|"
        + "ignore breaks and maintenance|minus planned|minus the planned|minus planned stops|minus the planned stops|minus planned stuff|minus the planned stuff|"
        + "minus planned ones|minus the planned ones|minus planned downtime|minus planned maintenance|minus scheduled stops|minus breaks and planned stops|"
        + "minus breaks and planned stuff|minus breaks and maintenance|disregarding planned|disregarding the planned|disregarding planned stops|"
        + "disregarding the planned stops|disregarding planned stuff|disregarding the planned stuff|disregarding planned ones|disregarding the planned ones|"
        + "disregarding planned downtime|disregarding planned maintenance|disregarding scheduled stops|disregarding breaks and planned stops|"
        + "disregarding breaks and planned stuff|disregarding breaks and maintenance|setting aside planned|setting aside the planned|setting aside planned stops|"
        + "setting aside the planned stops|setting aside planned stuff|setting aside the planned stuff|setting aside planned ones|setting aside the planned ones|"
        + "setting aside planned downtime|setting aside planned maintenance|setting aside scheduled stops|setting aside breaks and planned stops|"
        + "setting aside breaks and planned stuff|setting aside breaks and maintenance";

    public const string Planned = "planned=scheduled|planned maintenance";

    /// <summary>Asks of stops that were spoken of before whether they were planned.</summary>
    public const string Either = "either=was that planned|was it planned|was this planned|were they planned|were those planned|were these planned|is that planned|is it planned|are they planned|"
        + "planned or not|was that scheduled|was it scheduled|was that unplanned|was it unplanned|were they unplanned";

    public const string Micro = "micro=micro stops|microstops|micro-stops|micro stop|microstop|short stops|minor stops|small stops|minor stoppages|short stoppages|small stoppages|micro stoppages|brief stops|tiny stops|minor stop|short stop";

    public const string Description = "Which stops to lead with: unplanned, planned or micro; either to say whether what stood still was planned; leave out for the unplanned ones.";
}
