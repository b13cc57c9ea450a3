namespace FactoryBot.Api.Setup;

/// <summary>Which demo days to load; all may be left out.</summary>
internal sealed record SetupRequest
{
    /// <summary>Production days. Default 30, range 1 to 1,100.</summary>
    public int? Days { get; init; }

    /// <summary>The last day. Default yesterday in the plant.</summary>
    public DateOnly? End { get; init; }

    /// <summary>True: data that is not the demo plant's may be replaced. Default false.</summary>
    public bool ReplaceRealData { get; init; }
}

/// <param name="FirstDay">The first day of the loaded data.</param>
/// <param name="LastDay">The last day of it.</param>
/// <param name="Rows">How many rows were loaded.</param>
/// <param name="DataVersion">Raised with every load.</param>
/// <param name="Milliseconds">How long the load took.</param>
internal sealed record SetupAnswer(DateOnly FirstDay, DateOnly LastDay, long Rows, long DataVersion, double Milliseconds);
