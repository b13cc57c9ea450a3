using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Skills.Charts;

/// <summary>How charts become PNG. Section <c>Charts</c>.</summary>
public sealed class ChartsOptions
{
    /// <summary>The program that turns SVG into PNG. Default <c>rsvg-convert</c>, looked for on the PATH. Where it is missing, clients that
    /// need a PNG get the numbers as a table.</summary>
    [Required] public string Converter { get; set; } = "rsvg-convert";

    /// <summary>Seconds a picture may take. Default 5, range 1 to 30.</summary>
    [Range(1, 30)] public int Seconds { get; set; } = 5;

    /// <summary>Memory the program may take, in MB of address space. Default 1,024, range 256 to 8,192.</summary>
    [Range(256, 8192)] public int Megabytes { get; set; } = 1024;

    /// <summary>Pictures that are made at the same time. Default 2, range 1 to 16.</summary>
    [Range(1, 16)] public int Concurrent { get; set; } = 2;
}
