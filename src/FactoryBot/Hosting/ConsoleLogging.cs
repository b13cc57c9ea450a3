using System.Text.Json;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;

namespace FactoryBot.Hosting;

/// <summary>Logs as one JSON object a line for machines, as plain lines where a person looks on.</summary>
internal static class ConsoleLogging
{
    // Four lines for every request otherwise, and a page at every start. The setting Logging:LogLevel of the same name brings them back.
    private static readonly KeyValuePair<string, string?>[] Quiet =
    [
        new("Logging:LogLevel:Microsoft.AspNetCore", nameof(LogLevel.Warning)),
        new("Logging:LogLevel:System.Net.Http", nameof(LogLevel.Warning)),
        new("Logging:LogLevel:Quartz", nameof(LogLevel.Warning)),
    ];

    public static void AddConsoleLogging(this IHostApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Quiet });
        builder.Logging.ClearProviders();
        builder.Logging.Configure(options => options.ActivityTrackingOptions =
            ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        if (Console.IsOutputRedirected)
            builder.Logging.AddJsonConsole(json =>
            {
                json.IncludeScopes = true;
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
                json.JsonWriterOptions = new JsonWriterOptions { Indented = false };
            });
        else
            builder.Logging.AddSimpleConsole(line =>
            {
                line.SingleLine = true;
                line.TimestampFormat = "HH:mm:ss ";
                line.ColorBehavior = LoggerColorBehavior.Default;
            }).SetMinimumLevel(LogLevel.Warning);
    }
}
