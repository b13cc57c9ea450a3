namespace FactoryBot.Skills.Metrics.Import;

/// <summary>What one line of a file is.</summary>
internal enum ImportKind
{
    /// <summary>A machine or a line, master data.</summary>
    Machines,

    /// <summary>A product, with its ideal time per piece.</summary>
    Products,

    /// <summary>A reason for stops, with its code and kind.</summary>
    Reasons,

    /// <summary>A shift of the week, or a day on which it is different.</summary>
    Calendar,

    /// <summary>What a machine made in a shift, in an order or in a batch.</summary>
    Production,

    /// <summary>A count of pieces at a time: an hour, a quarter of an hour.</summary>
    Counts,

    /// <summary>One cycle of a machine: one piece, good or not.</summary>
    Cycles,

    /// <summary>A stop, or with reasons side by side the stops of a shift or a batch.</summary>
    Stops,

    /// <summary>A quality issue.</summary>
    Issues,
}
