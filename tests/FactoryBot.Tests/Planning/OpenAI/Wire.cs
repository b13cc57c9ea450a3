using System.Text.Json;
using System.Text.Json.Nodes;

namespace FactoryBot.Tests.Planning.OpenAI;

/// <summary>Bodies as such a server sends them.</summary>
internal static class Wire
{
    public const string Done = "[DONE]";

    public static string Completion(string words, string finish = "stop") => Whole(new JsonObject { ["role"] = "assistant", ["content"] = words }, finish);

    public static string Refusal(string words) =>
        Whole(new JsonObject { ["role"] = "assistant", ["content"] = null, ["refusal"] = words }, "stop");

    public static string Calls(params (string Name, string Arguments)[] calls) => Whole(
        new JsonObject
        {
            ["role"] = "assistant",
            ["content"] = null,
            ["tool_calls"] = new JsonArray([.. calls.Select((c, i) => (JsonNode)new JsonObject
            {
                ["id"] = $"call_{i}",
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = c.Name, ["arguments"] = c.Arguments },
            })]),
        },
        "tool_calls");

    public static string Chunk(string? content = null, string? finish = null, string? calls = null)
    {
        var delta = new JsonObject();
        if (content is not null)
            delta["content"] = content;
        if (calls is not null)
            delta["tool_calls"] = JsonNode.Parse(calls);
        return new JsonObject
        {
            ["id"] = "c1", ["object"] = "chat.completion.chunk", ["created"] = 1_700_000_000, ["model"] = "test",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
        }.ToJsonString();
    }

    public static string Usage(int read, int written) => new JsonObject
    {
        ["id"] = "c1", ["object"] = "chat.completion.chunk", ["created"] = 1_700_000_000, ["model"] = "test", ["choices"] = new JsonArray(),
        ["usage"] = new JsonObject { ["prompt_tokens"] = read, ["completion_tokens"] = written, ["total_tokens"] = read + written },
    }.ToJsonString();

    public const string FilterOnly =
        """{"id":"","object":"","created":0,"model":"","choices":[],"prompt_filter_results":[{"prompt_index":0,"content_filter_results":{}}]}""";

    public static string Error(string code) => JsonSerializer.Serialize(new { error = new { message = "something about the prompt", type = "x", param = "prompt", code } });

    private static string Whole(JsonObject message, string finish) => new JsonObject
    {
        ["id"] = "c1", ["object"] = "chat.completion", ["created"] = 1_700_000_000, ["model"] = "test",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["finish_reason"] = finish, ["message"] = message }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 100, ["completion_tokens"] = 20, ["total_tokens"] = 120 },
    }.ToJsonString();
}
