using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FactoryBot.Hosting;

/// <summary>Traces, metrics and logs over OTLP, where the standard variable OTEL_EXPORTER_OTLP_ENDPOINT names a collector; nothing otherwise.</summary>
internal static class Observability
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string Product = "FactoryBot";

    public static void AddObservability(this IHostApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
            return;
        var resource = ResourceBuilder.CreateDefault().AddService(Product);
        builder.Logging.AddOpenTelemetry(logging => logging.SetResourceBuilder(resource).AddOtlpExporter(To("logs")));
        builder.Services.AddSingleton(Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Product, "Npgsql", "Microsoft.AspNetCore")
            .AddOtlpExporter(To("traces"))
            .Build());
        builder.Services.AddSingleton(Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Product, "Npgsql", "Microsoft.AspNetCore.Hosting", "System.Runtime")
            .AddOtlpExporter(To("metrics"))
            .Build());
        builder.Services.AddHostedService<FlushAtEnd>();

        // From the host's configuration, so that a settings file counts as the variables do. HTTP has an address for each kind.
        Action<OtlpExporterOptions> To(string kind) => exporter =>
        {
            var isHttp = builder.Configuration[Protocol] is "http/protobuf";
            var collector = builder.Configuration[Endpoint]!;
            exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
            exporter.Endpoint = new(isHttp ? $"{collector.TrimEnd('/')}/v1/{kind}" : collector);
        };
    }

    // Held by the host so that the last spans and figures are sent before it ends.
    private sealed class FlushAtEnd(TracerProvider traces, MeterProvider metrics) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.ForceFlush(2_000);
            metrics.ForceFlush(2_000);
            return Task.CompletedTask;
        }
    }
}
