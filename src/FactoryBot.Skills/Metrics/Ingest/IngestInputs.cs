namespace FactoryBot.Skills.Metrics.Ingest;

/// <summary>A count of pieces as a machine or its system sends it.</summary>
internal sealed record CountInput
{
    /// <summary>Makes the count known again: sent a second time it changes nothing, or corrects what it said before. At most 200 characters.</summary>
    public string Key { get; init; } = "";

    /// <summary>The machine's name or one of its aliases.</summary>
    public string Machine { get; init; } = "";

    /// <summary>When they were counted: ISO 8601, with an offset, or by the clock of the site.</summary>
    public string At { get; init; } = "";

    /// <summary>All pieces. Default good and scrap together.</summary>
    public int? Total { get; init; }

    /// <summary>Good pieces. Default total less scrap.</summary>
    public int? Good { get; init; }

    /// <summary>Scrapped pieces. Default total less good.</summary>
    public int? Scrap { get; init; }

    /// <summary>What was made; a new name is made known.</summary>
    public string? Product { get; init; }

    /// <summary>The work order, batch or lot.</summary>
    public string? Order { get; init; }

    /// <summary>How long the machine ran for them. Default: planned time less stops.</summary>
    public decimal? RunSeconds { get; init; }
}

/// <summary>A stop as a machine or its system sends it; without an end it is open until it is sent again with one.</summary>
internal sealed record StopInput
{
    /// <summary>Makes the stop known again: its end, its reason or a correction come under the same key. At most 200 characters.</summary>
    public string Key { get; init; } = "";

    /// <summary>The machine's name or one of its aliases.</summary>
    public string Machine { get; init; } = "";

    /// <summary>When it began: ISO 8601, with an offset, or by the clock of the site.</summary>
    public string Start { get; init; } = "";

    /// <summary>When it ended. Default: it has not.</summary>
    public string? End { get; init; }

    /// <summary>The reason by name; a new one is made known.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason by its code.</summary>
    public string? Code { get; init; }

    /// <summary>True: taken out of the planned time. Default: as the reason says.</summary>
    public bool? Planned { get; init; }
}

/// <param name="New">Rows that were not known before.</param>
/// <param name="Changed">Rows that were known and differ.</param>
/// <param name="Unchanged">Rows that were known as they are.</param>
/// <param name="Refused">Rows that were not taken, each with the reason; all others were.</param>
/// <param name="DataVersion">The data version after it; missing where nothing changed.</param>
internal sealed record IngestAnswer(int New, int Changed, int Unchanged, IReadOnlyList<RefusedRow> Refused, long? DataVersion);

/// <param name="Row">Its place in the batch, from 0.</param>
/// <param name="Key">Its key, as it was sent.</param>
/// <param name="Reason">What is wrong with it.</param>
internal sealed record RefusedRow(int Row, string Key, string Reason);
