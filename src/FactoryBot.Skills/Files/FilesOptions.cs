using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Skills.Files;

/// <summary>Section <c>Files</c>.</summary>
public sealed class FilesOptions
{
    public const string Section = "Files";

    /// <summary>The address under which people reach this server, for links to downloads. Default: the address it listens on, which only
    /// people on the same machine can open.</summary>
    [Required]
    public string PublicUrl { get; set; } = "";

    /// <summary>The largest file that is taken in, in megabytes. Default 20, range 1 to 200.</summary>
    [Range(1, 200)]
    public int LargestMegabytes { get; set; } = 20;

    /// <summary>Files in one message. Default 10, range 1 to 50.</summary>
    [Range(1, 50)]
    public int MostPerMessage { get; set; } = 10;

    /// <summary>Hours for which a sent file is kept unless a feature takes it over. Default 72, range 1 to 8,760.</summary>
    [Range(1, 8760)]
    public int KeepHours { get; set; } = 72;
}
