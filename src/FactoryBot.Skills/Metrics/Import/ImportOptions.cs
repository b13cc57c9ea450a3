using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Skills.Metrics.Import;

/// <summary>Limits of files that are imported, section <c>Metrics:Import</c>.</summary>
public sealed class ImportOptions
{
    public const string Section = "Metrics:Import";

    /// <summary>Bytes of one file. Default 52,428,800 (50 MB), 1,024 to 1 GB.</summary>
    [Range(1_024, 1_073_741_824)]
    public int MostBytes { get; set; } = 50 * 1024 * 1024;

    /// <summary>Lines of one file, its header included. Default 1,000,000, 1 to 10,000,000.</summary>
    [Range(1, 10_000_000)]
    public int MostLines { get; set; } = 1_000_000;

    /// <summary>Rows of one batch that is streamed in. Default 10,000, 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int MostRows { get; set; } = 10_000;

    /// <summary>Bytes of one batch that is streamed in. Default 16,777,216, 1,024 to 134,217,728.</summary>
    [Range(1_024, 134_217_728)]
    public int BatchBytes { get; set; } = 16 * 1024 * 1024;
}
