using System.Globalization;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Every way in which a file cannot be taken in, with the sentence that people read.</summary>
internal static class IntakeFailures
{
    public const string Empty = "The file is empty. Send it again once something is in it.";
    public const string Broken = "The file is damaged or is not what its name says. Open it, save it anew and send that.";
    public const string NoText = "There is no text in the file. If it is a scan, run text recognition over it first.";
    public const string Protected = "The file is protected by a password. Save it without one and send that.";
    public const string NoPdfTool = "PDF files cannot be read on this server: pdftohtml is not installed. Whoever runs it can install poppler-utils.";
    public const string TooSlow = "Reading the file took too long. Split it.";
    public const string Busy = "The file was changed by somebody else at the same time. Send it again.";

    public static string UnknownKind(string kind, IReadOnlyList<string> known) =>
        kind.Length == 0 ? $"The file has no ending that says what it is. Known: {string.Join(", ", known)}, zip." : $"Files of the kind .{kind} cannot be read. Known: {string.Join(", ", known)}, zip.";

    public static string TooLarge(long bytes, long most) => string.Create(
        CultureInfo.InvariantCulture, $"The file has {bytes / 1_048_576.0:0.0} MB; at most {most / 1_048_576.0:0} MB are taken in. Split it.");

    public static string TooManyPages(int pages, int most) =>
        string.Create(CultureInfo.InvariantCulture, $"The file has {pages:N0} pages; at most {most:N0} are taken in. Split it.");

    public static string TooManyPieces(int most) =>
        string.Create(CultureInfo.InvariantCulture, $"The text is longer than {most:N0} pieces. Split the file.");

    public static string TooMuchText(int most) =>
        string.Create(CultureInfo.InvariantCulture, $"The file holds more than {most:N0} characters of text. Split it.");

    public static string ArchiveTooLarge(long most) =>
        string.Create(CultureInfo.InvariantCulture, $"The archive unpacks to more than {most / 1_048_576.0:0} MB. Send it in parts.");

    public static string ArchiveTooMany(int most) => string.Create(CultureInfo.InvariantCulture, $"The archive holds more than {most:N0} files. Send it in parts.");

    public static string NoSuchDocument(string set, string name) => $"There is no document “{name}” in the set “{set}”.";

    public const string ArchiveInArchive = "An archive inside an archive is not opened. Send it by itself.";
}
