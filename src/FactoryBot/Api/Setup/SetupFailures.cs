using System.Globalization;
using FactoryBot.Skills.Metrics.Demo;

namespace FactoryBot.Api.Setup;

internal static class SetupFailures
{
    public static Problem RealData { get; } = new(StatusCodes.Status409Conflict, "real-data", "The plant holds data of its own",
        "The data that is loaded is not the demo plant's. Send \"replaceRealData\": true to replace all of it.");

    public static Problem Days(int days) => new(StatusCodes.Status400BadRequest, "bad-days", "The number of days cannot be used",
        string.Create(CultureInfo.InvariantCulture, $"'days' must be from 1 to {LoadDemo.MaxDays:N0}, not {days:N0}."));

    public static Problem End { get; } = new(StatusCodes.Status400BadRequest, "bad-end", "The last day cannot be used",
        "'end' must be from 2000-01-01 to 2100-12-31.");
}
