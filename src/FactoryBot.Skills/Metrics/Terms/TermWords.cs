namespace FactoryBot.Skills.Metrics.Terms;

/// <summary>The terms as the function declares them, each with the other words for it.</summary>
internal static class TermWords
{
    public const string Oee = "OEE=overall equipment effectiveness|equipment effectiveness|oee index";
    public const string Availability = "availability=uptime";
    public const string Performance = "performance=effectiveness|speed|performance rate";
    public const string Quality = "quality=quality rate|quality ratio";
    public const string Teep = "TEEP=total effective equipment performance";
    public const string Loading = "loading=utilisation|utilization|capacity utilisation|capacity utilization|loading factor";
    public const string Planned = "planned time=planned production time|planned busy time";
    public const string Run = "run time=runtime|running time|production time";
    public const string Cycle = "ideal cycle time=cycle time|ideal time|takt|takt time";
    public const string Downtime = "downtime=down time|unplanned downtime|standstill";
    public const string MicroStop = "micro-stop=micro stop|micro stops|micro-stops|minor stop|minor stops|short stop|short stops";
    public const string Mtbf = "MTBF=mean time between failures|time between failures";
    public const string Mttr = "MTTR=mean time to repair|time to repair|mean time to restoration";
    public const string ScrapRate = "scrap rate=scrap ratio|reject rate|defect rate|scrap";
    public const string Yield = "first-pass yield=first pass yield|fpy|yield|first time quality";
    public const string Rolled = "rolled yield=rolled throughput yield|rty";
    public const string Throughput = "throughput=output|production";
    public const string Pareto = "Pareto=pareto chart|pareto analysis";
}
