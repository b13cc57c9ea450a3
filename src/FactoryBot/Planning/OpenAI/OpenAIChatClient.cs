using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Polly;
using Wire = OpenAI.Chat;

namespace FactoryBot.Planning.OpenAI;

/// <summary>A chat model behind the OpenAI wire. Every failure of the wire is a <see cref="ModelFailedException"/>.</summary>
internal sealed class OpenAIChatClient(Wire.ChatClient wire, ResiliencePipeline retry) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (lines, settings) = (OpenAIRequest.Messages(messages, options), OpenAIRequest.Options(options));
        try
        {
            var completion = await retry.ExecuteAsync(
                async token => (await wire.CompleteChatAsync(lines, settings, token)).Value, cancellationToken);
            return OpenAIResponse.Of(completion);
        }
        catch (Exception error) when (OpenAIErrors.IsWire(error) && !cancellationToken.IsCancellationRequested)
        {
            throw OpenAIErrors.Of(error);
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var stream = new OpenAIStream(
            wire, retry, OpenAIRequest.Messages(messages, options), OpenAIRequest.Options(options), cancellationToken);
        var calls = new StreamedCalls();
        ChatFinishReason? finish = null;
        string? id = null;
        while (await stream.NextAsync() is { } chunk)
        {
            id ??= string.IsNullOrEmpty(chunk.CompletionId) ? null : chunk.CompletionId;
            foreach (var piece in chunk.ToolCallUpdates)
                calls.Add(piece);
            finish = chunk.FinishReason is { } reason ? OpenAIResponse.Reason(reason) : finish;
            yield return Update(chunk, id);
        }
        if (stream.UnknownFinish)
            finish ??= ChatFinishReason.Stop;
        if (finish is null)
            throw new ModelFailedException(ModelFailure.CutOff, "the stream ended without a reason");
        yield return new(ChatRole.Assistant, [.. calls.Whole()]) { FinishReason = finish, MessageId = id, ResponseId = id };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType.IsInstanceOfType(this) ? this
        : serviceType.IsInstanceOfType(wire) ? wire
        : null;

    public void Dispose()
    {
    }

    private static ChatResponseUpdate Update(Wire.StreamingChatCompletionUpdate chunk, string? id)
    {
        var update = new ChatResponseUpdate(ChatRole.Assistant, [.. chunk.ContentUpdate.Where(p => p.Text is not null).Select(p => new TextContent(p.Text))])
        {
            MessageId = id,
            ResponseId = id,
            ModelId = string.IsNullOrEmpty(chunk.Model) ? null : chunk.Model,
        };
        if (!string.IsNullOrEmpty(chunk.RefusalUpdate))
            update.Contents.Add(OpenAIResponse.Refusal(chunk.RefusalUpdate));
        if (OpenAIResponse.Usage(chunk.Usage) is { } usage)
            update.Contents.Add(new UsageContent(usage));
        return update;
    }
}
