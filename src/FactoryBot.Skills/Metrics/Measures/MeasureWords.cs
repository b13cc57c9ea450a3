namespace FactoryBot.Skills.Metrics.Measures;

/// <summary>The measures as functions declare them for the words of a question.</summary>
internal static class MeasureWords
{
    public const string Oee = "OEE=overall equipment effectiveness|equipment effectiveness|effectiveness";
    public const string Availability = "availability=uptime|availabilities";
    public const string Performance = "performance=speed|slow|slower|faster";
    public const string Quality = "quality=quality rate";
    public const string Teep = "TEEP=total effective equipment performance";
    public const string Loading = "loading=utilisation|utilization|capacity utilisation|capacity utilization";
    public const string Production = "production=output|pieces|parts|units|produced|produce|made|make|making|volume|throughput|total pieces|quantity|productive";
    public const string Good = "good pieces=good parts|good units|good output|good production";
    public const string Scrap = "scrap=rejects|waste|bad parts|bad pieces|scrapped|rejected|defective|defects";
    public const string ScrapRate = "scrap rate=reject rate|scrap percentage|defect rate|scrap percent|rate of scrap";
    public const string Yield = "first-pass yield=first pass yield|fpy|yield|first time quality";
    public const string Downtime = "downtime=down time|standstill|stopped|stop time|down|stoppage time|unplanned downtime|lost time|time lost|downtimes|lost|lose|loses|stood|stands|downtime hours|hours of downtime|hours down";
    public const string Stops = "stops=number of stops|stoppages|stop count|often|happen more|happens more|happen most|happens most|occur most|occurs most|happen more often";
    public const string Mtbf = "MTBF=mean time between failures|time between failures";
    public const string Mttr = "MTTR=mean time to repair|time to repair|repair time";

    public const string Description = "The figure: OEE, availability, performance, quality, TEEP, loading, production, good pieces, scrap, scrap rate, "
        + "first-pass yield, downtime, stops, MTBF or MTTR; leave out for OEE.";
}
