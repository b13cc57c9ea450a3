using System.Text.Json;
using FactoryBot.Skills.Functions;
using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace FactoryBot.Planning.OpenAI;

/// <summary>Writes messages and options as the wire wants them.</summary>
internal static class OpenAIRequest
{
    public static List<Wire.ChatMessage> Messages(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var wire = new List<Wire.ChatMessage>();
        if (!string.IsNullOrWhiteSpace(options?.Instructions))
            wire.Add(new Wire.SystemChatMessage(options.Instructions));
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.Tool)
                wire.AddRange(message.Contents.OfType<FunctionResultContent>().Select(r => new Wire.ToolChatMessage(r.CallId, Text(r.Result))));
            else if (message.Role == ChatRole.Assistant)
                wire.Add(Assistant(message));
            else if (message.Role == ChatRole.System)
                wire.Add(new Wire.SystemChatMessage(message.Text));
            else
                wire.Add(new Wire.UserChatMessage(message.Text));
        }
        return wire;
    }

    public static Wire.ChatCompletionOptions Options(ChatOptions? options)
    {
        var wire = new Wire.ChatCompletionOptions { MaxOutputTokenCount = options?.MaxOutputTokens, Temperature = options?.Temperature };
        foreach (var tool in options?.Tools?.OfType<AIFunctionDeclaration>() ?? [])
            wire.Tools.Add(Wire.ChatTool.CreateFunctionTool(tool.Name, tool.Description, StrictSchema.Of(tool.JsonSchema), functionSchemaIsStrict: true));
        if (options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } format)
            wire.ResponseFormat = Wire.ChatResponseFormat.CreateJsonSchemaFormat(format.SchemaName ?? "answer", StrictSchema.Of(schema), jsonSchemaIsStrict: true);
        if (wire.Tools.Count == 0)
            return wire;
        // Both settings are refused by servers where there are no tools.
        wire.AllowParallelToolCalls = options!.AllowMultipleToolCalls;
        wire.ToolChoice = options.ToolMode switch
        {
            NoneChatToolMode => Wire.ChatToolChoice.CreateNoneChoice(),
            RequiredChatToolMode { RequiredFunctionName: { } name } => Wire.ChatToolChoice.CreateFunctionChoice(name),
            RequiredChatToolMode => Wire.ChatToolChoice.CreateRequiredChoice(),
            _ => null,
        };
        return wire;
    }

    private static Wire.AssistantChatMessage Assistant(ChatMessage message)
    {
        var calls = message.Contents.OfType<FunctionCallContent>().Select(Call).ToList();
        if (calls.Count == 0)
            return new(message.Text);
        var assistant = new Wire.AssistantChatMessage(calls);
        if (message.Text.Length > 0)
            assistant.Content.Add(Wire.ChatMessageContentPart.CreateTextPart(message.Text));
        return assistant;
    }

    private static Wire.ChatToolCall Call(FunctionCallContent call) => Wire.ChatToolCall.CreateFunctionToolCall(
        call.CallId, call.Name, call.Arguments is null ? BinaryData.FromString("{}") : BinaryData.FromObjectAsJson(call.Arguments));

    private static string Text(object? result) => result switch
    {
        null => "",
        string text => text,
        _ => JsonSerializer.Serialize(result),
    };
}
