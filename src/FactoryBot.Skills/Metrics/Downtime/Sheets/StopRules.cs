using System.Globalization;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Metrics.Downtime.Sheets;

/// <summary>The host's rules for downtime, and the name of those that sheets depend on.</summary>
internal sealed class StopRules(IOptions<MetricsOptions> options)
{
    public DowntimeRules Rules { get; } = new(
        options.Value.FailureCategories is { Length: > 0 } own ? own : ["Breakdown"], TimeSpan.FromMinutes(options.Value.MajorStopMinutes))
    {
        Micro = TimeSpan.FromMinutes(options.Value.MicroStopMinutes),
    };

    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"version {SheetCodec.Version}, micro {Rules.Micro.Ticks}, failures {string.Join(", ", Rules.FailureCategories.Select(name => name.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal))}");
}
