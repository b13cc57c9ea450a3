namespace FactoryBot.Skills.Metrics.Conventions;

/// <summary>What the planned time of an OEE is.</summary>
public enum OeeForm
{
    /// <summary>ISO 22400-2: planned stops are taken out of the planned time.</summary>
    Standard,

    /// <summary>Nothing is taken out: every scheduled hour that no good piece came from is a loss.</summary>
    Strict,
}

/// <summary>How the stops of one kind count.</summary>
public enum StopCounting
{
    /// <summary>As each stop was booked: a planned one is taken out of the planned time, an unplanned one is a loss.</summary>
    AsBooked,

    /// <summary>Always a loss.</summary>
    Loss,

    /// <summary>Always taken out of the planned time.</summary>
    NotPlanned,
}

/// <summary>How a tenant counts OEE. Published figures differ in exactly this, so every answer names it.</summary>
internal sealed record OeeConvention(
    OeeForm Form = OeeForm.Standard,
    StopCounting Breaks = StopCounting.AsBooked,
    StopCounting SetUp = StopCounting.AsBooked,
    StopCounting Maintenance = StopCounting.AsBooked)
{
    public static readonly OeeConvention Iso = new();

    /// <summary>The planned time is not the one that the production data books, so stops must be read as well.</summary>
    public bool NeedsStops => Form == OeeForm.Standard && (Breaks, SetUp, Maintenance) != (StopCounting.AsBooked, StopCounting.AsBooked, StopCounting.AsBooked);

    /// <summary>"Standard form, planned stops are taken out of the planned time".</summary>
    public string Words
    {
        get
        {
            if (Form == OeeForm.Strict)
                return "strict form: planned stops count as losses";
            var exceptions = new[] { Say("breaks", Breaks), Say("set-up", SetUp), Say("planned maintenance", Maintenance) }.OfType<string>().ToList();
            var rule = "standard form: planned stops are taken out of the planned time";
            return exceptions.Count == 0 ? rule : $"{rule}; {string.Join(", ", exceptions)}";
        }
    }

    private static string? Say(string what, StopCounting counting) => counting switch
    {
        StopCounting.Loss => $"{what} always a loss",
        StopCounting.NotPlanned => $"{what} never a loss",
        _ => null,
    };
}
