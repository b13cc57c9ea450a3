using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Charts;

/// <summary>Makes a PNG of a picture, in a child process that may take little time and memory and gets nothing but the picture.</summary>
public sealed class ChartPng(IOptions<ChartsOptions> options, TimeProvider time, ILogger<ChartPng> log) : IDisposable
{
    // Sharp on a phone, and below the 1,024 pixels that clients take.
    private const double Zoom = 2;
    private const double MostPixels = 1023;
    private const int MostBytes = 1_000_000;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private readonly SemaphoreSlim places = new(options.Value.Concurrent);

    /// <returns>Null where no PNG could be made; the log has the reason.</returns>
    public async Task<byte[]?> OfAsync(ChartPicture picture, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return await ConvertAsync(picture, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            log.TookTooLong(options.Value.Seconds);
            return null;
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            log.NoConverter(error, options.Value.Converter);
            return null;
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private async Task<byte[]?> ConvertAsync(ChartPicture picture, CancellationToken cancellationToken)
    {
        using var own = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.Seconds), time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(own.Token, cancellationToken);
        using var process = Process.Start(Command(picture))!;
        try
        {
            using var output = new MemoryStream();
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, limit.Token);
            await process.StandardInput.WriteAsync(picture.Svg.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await reading;
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode == 0 && output.Length <= MostBytes && output.GetBuffer().AsSpan().StartsWith(Signature))
                return output.ToArray();
            log.NotConverted(process.ExitCode, await errors);
            return null;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo Command(ChartPicture picture)
    {
        var settings = options.Value;
        var zoom = Math.Min(Zoom, MostPixels / Math.Max(picture.Width, picture.Height));
        var start = new ProcessStartInfo("prlimit")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in (string[])
        [
            string.Create(CultureInfo.InvariantCulture, $"--as={(long)settings.Megabytes * 1024 * 1024}"),
            string.Create(CultureInfo.InvariantCulture, $"--cpu={settings.Seconds}"),
            settings.Converter, "--format=png", string.Create(CultureInfo.InvariantCulture, $"--zoom={zoom:0.###}"),
        ])
            start.ArgumentList.Add(argument);
        // Nothing of the host's own environment, which holds secrets, goes along.
        start.Environment.Clear();
        foreach (var name in (string[])["PATH", "HOME", "LANG"])
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
                start.Environment[name] = value;
        }
        return start;
    }
}
