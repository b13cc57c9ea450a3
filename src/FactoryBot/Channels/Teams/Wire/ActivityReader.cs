using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace FactoryBot.Channels.Teams.Wire;

/// <summary>Reads an activity from the bytes of a request, without a string or a copy in between.</summary>
internal static class ActivityReader
{
    public const int MostBytes = 256 * 1024;
    public const int MostDepth = 32;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MostDepth };

    public static async ValueTask<ReadActivity> ReadAsync(PipeReader body, long? contentLength, CancellationToken cancellationToken)
    {
        if (contentLength > MostBytes)
            return ReadActivity.TooLarge;
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            var bytes = read.Buffer;
            if (bytes.Length > MostBytes)
            {
                body.AdvanceTo(bytes.End);
                return ReadActivity.TooLarge;
            }
            if (read.IsCompleted)
            {
                var activity = Parse(WithoutByteOrderMark(bytes));
                body.AdvanceTo(bytes.End);
                return activity;
            }
            body.AdvanceTo(bytes.Start, bytes.End);
        }
    }

    private static ReadActivity Parse(ReadOnlySequence<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, Options);
            var activity = JsonSerializer.Deserialize(ref reader, TeamsJson.Default.Activity);
            return activity is null || reader.Read() ? ReadActivity.Malformed : new(activity, null);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is not valid UTF-16 after its escapes are resolved.
            return ReadActivity.Malformed;
        }
    }

    private static ReadOnlySequence<byte> WithoutByteOrderMark(ReadOnlySequence<byte> bytes)
    {
        Span<byte> start = stackalloc byte[3];
        if (bytes.Length < 3)
            return bytes;
        bytes.Slice(0, 3).CopyTo(start);
        return start.SequenceEqual("\uFEFF"u8) ? bytes.Slice(3) : bytes;
    }
}

/// <summary>The activity, or why there is none.</summary>
internal readonly record struct ReadActivity(Activity? Activity, TeamsRefusal? Refusal)
{
    public static readonly ReadActivity TooLarge = new(null, TeamsFailures.TooLarge);
    public static readonly ReadActivity Malformed = new(null, TeamsFailures.Malformed);
}
