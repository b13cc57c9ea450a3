using System.Globalization;
using System.Text;

namespace FactoryBot.Channels.WebChat.DirectLine;

/// <summary>How far a client has read: the position of the newest activity it has.</summary>
internal static class Watermark
{
    /// <summary>Activities in one frame or answer.</summary>
    public const int Most = 50;

    public static long Read(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0;

    /// <summary>What is sent of these activities, and how far the client has read after it.</summary>
    public static (string Text, long Position) Set(IReadOnlyList<(long Position, string Activity)> activities, long position)
    {
        var last = activities.Count == 0 ? position : activities[^1].Position;
        var text = new StringBuilder("{\"activities\":[")
            .AppendJoin(',', activities.Select(a => a.Activity))
            .Append(CultureInfo.InvariantCulture, $"],\"watermark\":\"{last}\"}}");
        return (text.ToString(), last);
    }
}
