using System.ComponentModel.DataAnnotations;

namespace FactoryBot.Skills.Documents;

/// <summary>Settings of the documents skill, section <c>Documents</c>.</summary>
public sealed class DocumentsOptions
{
    public const string Section = "Documents";

    /// <summary>Megabytes of one file. Default 50, 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int MostMegabytes { get; set; } = 50;

    /// <summary>Megabytes that an archive may unpack to. Default 500, 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int MostUnpackedMegabytes { get; set; } = 500;

    /// <summary>Files in one archive. Default 2,000, 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int MostFilesInArchive { get; set; } = 2_000;

    /// <summary>Pages of one PDF. Default 2,000, 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int MostPages { get; set; } = 2_000;

    /// <summary>Characters of the text of one file. Default 20,000,000, 10,000 to 200,000,000.</summary>
    [Range(10_000, 200_000_000)]
    public int MostCharacters { get; set; } = 20_000_000;

    /// <summary>Pieces that one file is cut into. Default 20,000, 10 to 200,000.</summary>
    [Range(10, 200_000)]
    public int MostPieces { get; set; } = 20_000;

    /// <summary>Seconds that the converter may take for one file. Default 60, 1 to 3,600.</summary>
    [Range(1, 3_600)]
    public int ConvertSeconds { get; set; } = 60;

    /// <summary>Pieces of one tenant whose vectors are kept in memory, 320 bytes each, where comparing them in the database would take too long;
    /// with more they are looked for through the graph. Default 1,000,000, 0 (always the graph) to 50,000,000.</summary>
    [Range(0, 50_000_000)]
    public int MostVectorsInMemory { get; set; } = 1_000_000;

    /// <summary>How sure an answer must be to be given, from 0 (always) to 1 (never); below it the gap is said and booked. The default
    /// is calibrated; the README gives its error rates.</summary>
    [Range(0.0, 1.0)]
    public double LeastConfidence { get; set; } = 0.5;

    /// <summary>How sure an answer must be that what comes nearest is shown with the gap, as what may not answer it, from 0 (always) to
    /// <see cref="LeastConfidence"/> (never). Default 0.2; the README gives its error rates.</summary>
    [Range(0.0, 1.0)]
    public double LeastToShow { get; set; } = 0.2;

    /// <summary>Folder of the English dictionary WordNet, which finds other words for those of a question. Default /usr/share/wordnet,
    /// where Debian's package wordnet-base puts it. Empty, or where it is not installed: questions are read without it.</summary>
    public string WordNetFolder { get; set; } = "/usr/share/wordnet";
}
