namespace FactoryBot.Skills.Metrics.Import;

/// <summary>How a plant's export is to be read. What it leaves out is found out or guessed from the headers.</summary>
internal sealed record ImportMap
{
    public ImportKind? Kind { get; init; }

    /// <summary>Which headers fill a field; several are joined by a blank (a date and a time of day).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Columns { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Fields that are the same in each line.</summary>
    public IReadOnlyDictionary<string, string> Fixed { get; init; } = new Dictionary<string, string>();

    /// <summary>The unit of a duration: seconds, minutes, hours, or per hour and per minute for an ideal time.</summary>
    public IReadOnlyDictionary<string, string> Units { get; init; } = new Dictionary<string, string>();

    /// <summary>What the words of a column stand for: "Complete" for good.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Stops with one column for each reason; null where each stop has its line.</summary>
    public WideStops? Wide { get; init; }

    public FileFormat Format { get; init; } = new();

    /// <summary>The zone of a site that this file brings; known sites keep theirs.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Machines and lines that are not known yet are made. Default: they are a reason to reject the line.</summary>
    public bool Create { get; init; }

    /// <summary>Lines that cannot be read are left out and reported. Default: one of them stops the import.</summary>
    public bool SkipRejected { get; init; }
}

/// <param name="From">The header of the first column with a reason.</param>
/// <param name="To">The last one; null: the last of the table.</param>
/// <param name="SecondHeader">The reasons stand in the line under the header.</param>
internal sealed record WideStops(string From, string? To, bool SecondHeader);

/// <summary>How the file is cut; null: found out.</summary>
internal sealed record FileFormat
{
    public char? Separator { get; init; }
    public string? Encoding { get; init; }
    public string? Sheet { get; init; }

    /// <summary>True: the decimal sign is a comma.</summary>
    public bool? DecimalComma { get; init; }

    /// <summary>True: 03/04 is the third of April.</summary>
    public bool? DayFirst { get; init; }

    /// <summary>The line of the header, as an editor counts. Default: the first with something in it.</summary>
    public int? HeaderLine { get; init; }

    public int MostLines { get; init; } = 1_000_000;
}
