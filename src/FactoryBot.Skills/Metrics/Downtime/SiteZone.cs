namespace FactoryBot.Skills.Metrics.Downtime;

/// <summary>The clock that the people at a machine look at.</summary>
internal static class SiteZone
{
    public static TimeZoneInfo Of(PlantData plant, PlantMachine machine) => Of(plant.SiteOf(plant.LineOf(machine)));

    public static TimeZoneInfo Of(PlantSite site) => TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone);
}
