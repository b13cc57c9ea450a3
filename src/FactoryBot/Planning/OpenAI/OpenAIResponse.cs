using System.Text.Json;
using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace FactoryBot.Planning.OpenAI;

/// <summary>Reads the wire's answers.</summary>
internal static class OpenAIResponse
{
    public static ChatResponse Of(Wire.ChatCompletion completion)
    {
        var message = new ChatMessage(ChatRole.Assistant, [.. completion.Content.Where(p => p.Text is not null).Select(p => new TextContent(p.Text))])
        {
            MessageId = completion.Id,
        };
        if (!string.IsNullOrEmpty(completion.Refusal))
            message.Contents.Add(Refusal(completion.Refusal));
        foreach (var call in completion.ToolCalls)
            message.Contents.Add(Call(call.Id, call.FunctionName, call.FunctionArguments?.ToString()));
        return new(message)
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            FinishReason = Reason(completion.FinishReason),
            Usage = Usage(completion.Usage),
        };
    }

    /// <summary>An argument text that is no JSON object becomes a call with <see cref="FunctionCallContent.Exception"/> set.</summary>
    public static FunctionCallContent Call(string id, string name, string? arguments)
    {
        var call = FunctionCallContent.CreateFromParsedArguments(
            string.IsNullOrWhiteSpace(arguments) ? "{}" : arguments, id, name,
            static text => JsonSerializer.Deserialize<Dictionary<string, object?>>(text));
        if (call.Arguments is null)
            call.Exception ??= new JsonException("The arguments are null.");
        return call;
    }

    public static ErrorContent Refusal(string text) => new(text) { ErrorCode = "Refusal" };

    public static ChatFinishReason Reason(Wire.ChatFinishReason reason) => reason switch
    {
        Wire.ChatFinishReason.Length => ChatFinishReason.Length,
        Wire.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        Wire.ChatFinishReason.ToolCalls or Wire.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };

    public static UsageDetails? Usage(Wire.ChatTokenUsage? usage) => usage is null ? null : new()
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
        CachedInputTokenCount = usage.InputTokenDetails?.CachedTokenCount,
        ReasoningTokenCount = usage.OutputTokenDetails?.ReasoningTokenCount,
    };
}
