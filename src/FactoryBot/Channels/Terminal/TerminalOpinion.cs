using System.Text.Json;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Terminal;

/// <summary>What somebody at the terminal thinks of the last answer: "+1", or "-1" and what was wrong with it. Pure.</summary>
internal static class TerminalOpinion
{
    /// <returns>Null where the line is none.</returns>
    public static CardPress? Of(string line, Guid lastTurn)
    {
        var liked = line.StartsWith("+1", StringComparison.Ordinal);
        if ((!liked && !line.StartsWith("-1", StringComparison.Ordinal)) || (line.Length > 2 && line[2] != ' '))
            return null;
        return new(FeedbackStore.Verb, JsonSerializer.SerializeToElement(new Dictionary<string, string>
        {
            ["reaction"] = liked ? "like" : "dislike", ["messageId"] = lastTurn.ToString("N"), ["comment"] = line[2..].Trim(),
        }));
    }
}
