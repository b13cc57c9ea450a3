using System.Text.Json.Nodes;

namespace FactoryBot.Tests.Channels.Slack;

/// <summary>Slack's published limits, checked on real blocks.</summary>
internal static class SlackLimits
{
    public static void Check(IEnumerable<JsonObject> blocks)
    {
        var all = blocks.ToList();
        Assert.True(all.Count <= 50, $"{all.Count} blocks");
        Assert.True(all.Count(b => Type(b) == "table") <= 1, "more than one table");
        Assert.True(all.Count(b => Type(b) == "data_visualization") <= 2, "more than two charts");
        foreach (var block in all)
            Check(block);
    }

    private static void Check(JsonObject block)
    {
        switch (Type(block))
        {
            case "section":
                Longest(block["text"], 3000);
                Most(block["fields"], 10, 2000);
                break;
            case "header":
                Longest(block["text"], 150);
                break;
            case "context":
                Most(block["elements"], 10, 3000);
                break;
            case "actions":
                Assert.InRange(block["elements"]!.AsArray().Count, 1, 25);
                foreach (var button in block["elements"]!.AsArray().Where(e => Type(e!.AsObject()) == "button"))
                {
                    Longest(button!["text"], 75);
                    Assert.True((button["value"]?.GetValue<string>().Length ?? 0) <= 2000);
                    Assert.True(button["action_id"]!.GetValue<string>().Length is > 0 and <= 255);
                }
                Assert.Distinct(block["elements"]!.AsArray().Select(e => e!["action_id"]!.GetValue<string>()));
                break;
            case "table":
                Assert.InRange(block["rows"]!.AsArray().Count, 1, 100);
                Assert.All(block["rows"]!.AsArray(), row => Assert.InRange(row!.AsArray().Count, 1, 20));
                break;
            case "input":
                Longest(block["label"], 2000);
                Assert.InRange(block["element"]!["options"]?.AsArray().Count ?? 1, 1, 100);
                break;
        }
    }

    private static void Most(JsonNode? list, int most, int longest)
    {
        if (list is null)
            return;
        Assert.InRange(list.AsArray().Count, 1, most);
        foreach (var text in list.AsArray())
            Longest(text, longest);
    }

    private static void Longest(JsonNode? text, int most)
    {
        if (text is null)
            return;
        Assert.InRange(text["text"]!.GetValue<string>().Length, 1, most);
    }

    private static string Type(JsonObject block) => block["type"]!.GetValue<string>();
}

internal static class ChannelTestJson
{
    public static System.Text.Json.JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
