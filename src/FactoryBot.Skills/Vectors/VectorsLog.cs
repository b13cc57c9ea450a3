using Microsoft.Extensions.Logging;

namespace FactoryBot.Skills.Vectors;

internal static partial class VectorsLog
{
    [LoggerMessage(6002, LogLevel.Warning, "{Embedding} made no vectors of {Texts} texts; words alone find meanwhile")]
    public static partial void NoVectors(this ILogger logger, Exception error, string embedding, int texts);
}
