using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Charts;

internal static partial class ChartsLog
{
    [LoggerMessage(2500, LogLevel.Warning, "Charts cannot be made into pictures: {Converter} did not start. Clients get tables instead.")]
    public static partial void NoConverter(this ILogger logger, Exception error, string converter);

    [LoggerMessage(2501, LogLevel.Warning, "A chart was not made into a picture: status {Status}, {Words}")]
    public static partial void NotConverted(this ILogger logger, int status, string words);

    [LoggerMessage(2502, LogLevel.Warning, "A chart was not made into a picture within {Seconds} s.")]
    public static partial void TookTooLong(this ILogger logger, int seconds);
}
