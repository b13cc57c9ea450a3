namespace FactoryBot.Skills.Metrics.Check;

/// <summary>One thing that can be wrong with a plant's data. <see cref="DataChecks"/> lists all.</summary>
/// <param name="Code">How programs tell it from others; never changed.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Touches">The figures that it makes doubtful; an answer with one of them carries the warning.</param>
internal sealed record DataCheck(string Code, string Title, Touched Touches);

/// <summary>Which figures a problem of the data makes doubtful.</summary>
[Flags]
internal enum Touched
{
    None = 0,
    Availability = 1,
    Performance = 2,
    Quality = 4,
    Counts = 8,
    Stops = 16,
    Oee = Availability | Performance | Quality,
    All = Oee | Counts | Stops,
}

/// <summary>A problem that was found, and where.</summary>
/// <param name="Where">The machine, the line or "the whole plant".</param>
/// <param name="Sentence">What is wrong, as people read it; stands without <paramref name="Where"/>.</param>
/// <param name="From">The first day that it was seen on; null where it belongs to no day.</param>
/// <param name="To">The last one.</param>
internal sealed record DataFinding(DataCheck Check, string Where, string Sentence, DateOnly? From = null, DateOnly? To = null)
{
    public string Code => Check.Code;
}
