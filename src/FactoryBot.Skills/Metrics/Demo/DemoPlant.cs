namespace FactoryBot.Skills.Metrics.Demo;

internal sealed record DemoMachine(int Id, int LineId, string Name, string[] Aliases, decimal IdealCycleSeconds, double OeeFactor, int[] Reasons, int[] Defects);

internal sealed record DemoShift(int Id, string Name, string[] Aliases, TimeOnly Starts, TimeOnly Ends, double OeeFactor);

internal sealed record DemoReason(int Id, string Name, string Category, bool Planned);

internal sealed record DemoDefect(int Id, string Name, string Description);

/// <summary>What the demo plant consists of; only its facts depend on the seed and the days.</summary>
internal static class DemoPlant
{
    /// <summary>How a load of the demo plant is told from a plant's own data.</summary>
    public const string LoadName = "Demo plant";

    public const int SiteId = 1;
    public const string SiteName = "Main Plant";
    public const string TimeZone = "Europe/Berlin";
    public const int BreakReason = 1;
    public const int MaintenanceReason = 2;
    public const int BreakdownReason = 3;
    public const int MisalignedDefect = 3;
    public const int Assembly = 2;
    public const int Packaging = 3;
    public const int Completed = 1;
    public const int Running = 2;

    public static readonly (int Id, string Name)[] LineTypes = [(1, "Manufacturing"), (2, "Packing and testing")];

    public static readonly (int Id, int TypeId, string Name, string[] Aliases)[] Lines =
        [(1, 1, "Line 1", ["Manufacturing line", "L1"]), (2, 2, "Line 2", ["Packing line", "L2"])];

    public static readonly (int Id, string Name)[] JobStatuses = [(Completed, "Completed"), (Running, "Running"), (3, "Planned"), (4, "On hold")];

    public static readonly (int Id, string Name, string[] Aliases)[] Products =
        [(1, "Pump housing", ["housing"]), (2, "Valve block", ["valve"]), (3, "Flange cover", ["flange"])];

    // The factors of the machines average to 1, so that the plant follows the planned trend.
    public static readonly DemoMachine[] Machines =
    [
        new(1, 1, "CNC-001", ["CNC", "milling machine"], 45m, 0.99, [3, 4, 5, 6, 7], [1, 2]),
        new(Assembly, 1, "Assembly-001", ["Assembly"], 30m, 1.02, [3, 4, 5, 8, 9], [3, 4]),
        new(Packaging, 2, "Packaging-001", ["Packaging", "packer"], 12m, 1.01, [3, 5, 7, 9, 10], [5, 6]),
        new(4, 2, "Testing-001", ["Testing", "test bench"], 20m, 0.98, [4, 5, 8, 9], [2, 4]),
    ];

    // Night is 7.2 % below day: between 5 and 8 both as a ratio and, at these levels of OEE, in points.
    public static readonly DemoShift[] Shifts =
    [
        new(1, "Day", ["day shift", "dayshift", "early", "early shift", "morning shift"], new(6, 0), new(14, 0), 1.0373),
        new(2, "Night", ["night shift", "nightshift", "late", "late shift", "evening shift"], new(14, 0), new(22, 0), 0.9627),
    ];

    public static readonly DemoReason[] Reasons =
    [
        new(BreakReason, "Break", "Break", true),
        new(MaintenanceReason, "Planned maintenance", "Maintenance", true),
        new(BreakdownReason, "Mechanical breakdown", "Breakdown", false),
        new(4, "Sensor fault", "Breakdown", false),
        new(5, "Material shortage", "Logistics", false),
        new(6, "Tool change", "Set-up", false),
        new(7, "Changeover", "Set-up", false),
        new(8, "Adjustment", "Set-up", false),
        new(9, "No operator", "Organisation", false),
        new(10, "Conveyor jam", "Minor stop", false),
    ];

    public static readonly DemoDefect[] Defects =
    [
        new(1, "Dimension out of tolerance", "Bore diameter outside its tolerance"),
        new(2, "Surface scratch", "Scratches on the sealing surface"),
        new(MisalignedDefect, "Misaligned part", "Housing and cover assembled out of line"),
        new(4, "Missing part", "Screw or washer missing"),
        new(5, "Damaged packaging", "Carton crushed at the corner"),
        new(6, "Wrong label", "Label does not match the order"),
    ];
}
