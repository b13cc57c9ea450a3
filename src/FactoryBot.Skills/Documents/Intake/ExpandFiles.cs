using System.IO.Compression;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Documents.Intake;

/// <param name="Name">With its folders inside an archive: "manuals.zip/press/setup.pdf".</param>
/// <param name="Problem">The sentence why it cannot be taken in; null where its content is there.</param>
internal sealed record IncomingFile(string Name, byte[] Content, string? Problem = null);

/// <summary>Opens archives within their limits; any other file passes as it is. Sizes are counted while unpacking: what an archive
/// says of itself is not believed, unless that is too much already.</summary>
internal sealed class ExpandFiles(IOptions<DocumentsOptions> options)
{
    private long MostBytes => options.Value.MostMegabytes * 1_048_576L;

    public IEnumerable<IncomingFile> Run(string name, byte[] content)
    {
        if (content.LongLength > MostBytes)
            return [new(name, [], IntakeFailures.TooLarge(content.LongLength, MostBytes))];
        return ReadFile.KindOf(name) == "zip" ? Unpack(name, content) : [new(name, content)];
    }

    private List<IncomingFile> Unpack(string name, byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            var files = archive.Entries.Where(e => e.Name.Length > 0 && e.Name[0] != '.' && !e.FullName.StartsWith("__MACOSX", StringComparison.Ordinal)).ToList();
            if (files.Count > options.Value.MostFilesInArchive)
                return [new(name, [], IntakeFailures.ArchiveTooMany(options.Value.MostFilesInArchive))];
            var left = options.Value.MostUnpackedMegabytes * 1_048_576L;
            var tooLarge = IntakeFailures.ArchiveTooLarge(left);
            // Where it says so itself, nothing needs to be unpacked to know.
            if (files.Sum(f => (double)f.Length) > left)
                return [new(name, [], tooLarge)];
            var unpacked = new List<IncomingFile>();
            foreach (var entry in files)
            {
                var inner = $"{name}/{entry.FullName.Replace('\\', '/')}";
                if (ReadFile.KindOf(inner) == "zip")
                {
                    unpacked.Add(new(inner, [], IntakeFailures.ArchiveInArchive));
                    continue;
                }

                var bytes = Unpack(entry, Math.Min(left, MostBytes));
                if (bytes is null && left <= MostBytes)
                    return [new(name, [], tooLarge)];
                // One file too many megabytes does not stop the rest.
                left -= bytes?.LongLength ?? MostBytes;
                unpacked.Add(bytes is null ? new(inner, [], IntakeFailures.TooLarge(Math.Max(entry.Length, MostBytes + 1), MostBytes)) : new(inner, bytes));
            }

            return unpacked;
        }
        catch (InvalidDataException)
        {
            return [new(name, [], IntakeFailures.Broken)];
        }
    }

    private static byte[]? Unpack(ZipArchiveEntry entry, long most)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            if (to.Length + read > most)
                return null;
            to.Write(buffer, 0, read);
        }

        return to.ToArray();
    }
}
