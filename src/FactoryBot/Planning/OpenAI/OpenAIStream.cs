using Polly;
using Wire = OpenAI.Chat;

namespace FactoryBot.Planning.OpenAI;

/// <summary>Reads a stream chunk by chunk. The request is sent again only until its first chunk has come.</summary>
internal sealed class OpenAIStream(
    Wire.ChatClient wire, ResiliencePipeline retry, List<Wire.ChatMessage> messages, Wire.ChatCompletionOptions options,
    CancellationToken cancellationToken) : IAsyncDisposable
{
    private IAsyncEnumerator<Wire.StreamingChatCompletionUpdate>? chunks;

    /// <summary>The server named a reason for stopping that the package does not know; what came before it counts.</summary>
    public bool UnknownFinish { get; private set; }

    /// <returns>The next chunk; null at the end.</returns>
    public async Task<Wire.StreamingChatCompletionUpdate?> NextAsync()
    {
        try
        {
            var more = chunks is null ? await retry.ExecuteAsync(OpenAsync, cancellationToken) : await chunks.MoveNextAsync();
            if (!more)
                return null;
            ThrowIfError(chunks!.Current);
            return chunks.Current;
        }
        catch (ArgumentOutOfRangeException) when (chunks is not null)
        {
            UnknownFinish = true;
            return null;
        }
        catch (Exception error) when (OpenAIErrors.IsWire(error) && !cancellationToken.IsCancellationRequested)
        {
            throw OpenAIErrors.Of(error);
        }
    }

    public ValueTask DisposeAsync() => chunks?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask<bool> OpenAsync(CancellationToken token)
    {
        await DisposeAsync();
        // Read on under the caller's token: the pipeline's own is not valid after the first chunk.
        chunks = wire.CompleteChatStreamingAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        token.ThrowIfCancellationRequested();
        return await chunks.MoveNextAsync();
    }

    // The package reads an error in the middle of a stream as an empty chunk; it is only seen in the raw members.
    private static void ThrowIfError(Wire.StreamingChatCompletionUpdate chunk)
    {
#pragma warning disable SCME0001
        if (chunk.Patch.Contains("$.error"u8))
            throw new ModelFailedException(ModelFailure.ServerError, "an error in the middle of the stream");
#pragma warning restore SCME0001
    }
}
