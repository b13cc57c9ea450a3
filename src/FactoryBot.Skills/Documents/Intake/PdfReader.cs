using System.Diagnostics;
using System.Text;
using FactoryBot.Skills.Documents.Intake.Pdf;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Documents.Intake;

/// <summary>Reads a PDF with poppler's pdftohtml, which tells places and letters of each string, in a child process that is limited in time, memory and
/// processor time. The file stays in a folder of its own that is removed.</summary>
internal sealed class PdfReader(IOptions<DocumentsOptions> options, TimeProvider clock)
{
    private const int MostMemoryKilobytes = 1_500_000;

    // Of what the converter writes, places and marks are most.
    private const long MarkedOfText = 20;

    public async Task<DocumentText> ReadAsync(byte[] content, CancellationToken cancellationToken)
    {
        if (!content.AsSpan(0, Math.Min(content.Length, 1_024)).StartsWith("%PDF"u8) && content.AsSpan(0, Math.Min(content.Length, 1_024)).IndexOf("%PDF"u8) < 0)
            throw new UnreadableFileException(IntakeFailures.Broken);
        var folder = Directory.CreateTempSubdirectory("factorybot-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "in.pdf");
            await File.WriteAllBytesAsync(file, content, cancellationToken);
            var (runs, pages) = ReadRuns.Run(await ConvertAsync(file, cancellationToken));
            if (pages > options.Value.MostPages)
                throw new UnreadableFileException(IntakeFailures.TooManyPages(pages, options.Value.MostPages));
            if (runs.Sum(r => (long)r.Text.Length) > options.Value.MostCharacters)
                throw new UnreadableFileException(IntakeFailures.TooMuchText(options.Value.MostCharacters));
            var blocks = PdfLayout.Read(runs, pages);
            return blocks.Count == 0 ? throw new UnreadableFileException(IntakeFailures.NoText) : new(null, blocks, pages);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string> ConvertAsync(string file, CancellationToken cancellationToken)
    {
        using var process = Start(file) ?? throw new UnreadableFileException(IntakeFailures.NoPdfTool);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, TimeSpan.FromSeconds(options.Value.ConvertSeconds), Timeout.InfiniteTimeSpan);
        try
        {
            var output = ReadLimitedAsync(process.StandardOutput, limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            // First: a converter whose text nobody reads any more never ends.
            var text = await output;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? text
                : throw new UnreadableFileException((await error).Contains("password", StringComparison.OrdinalIgnoreCase) ? IntakeFailures.Protected : IntakeFailures.Broken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnreadableFileException(IntakeFailures.TooSlow);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    // The shell sets the limits, then becomes the converter; the file's name is an argument, never part of the script.
    private Process? Start(string file)
    {
        var seconds = options.Value.ConvertSeconds;
        var start = new ProcessStartInfo("/bin/sh")
        {
            ArgumentList =
            {
                "-c", $"ulimit -v {MostMemoryKilobytes}; ulimit -t {seconds}; ulimit -f 0; command -v pdftohtml >/dev/null || exit 127; exec pdftohtml -xml -stdout -i -nodrm -enc UTF-8 \"$1\"",
                "sh", file,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetDirectoryName(file),
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        return Process.Start(start);
    }

    private async Task<string> ReadLimitedAsync(StreamReader output, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new char[32_768];
        for (int read; (read = await output.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (text.Length + read > options.Value.MostCharacters * MarkedOfText)
                throw new UnreadableFileException(IntakeFailures.TooMuchText(options.Value.MostCharacters));
            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }
}
