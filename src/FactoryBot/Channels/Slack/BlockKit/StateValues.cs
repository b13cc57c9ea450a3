using System.Text.Json;
using System.Text.Json.Nodes;

namespace FactoryBot.Channels.Slack.BlockKit;

/// <summary>What was filled in, under the ids of the card's inputs and in the form in which Adaptive Cards submit it. Pure.</summary>
internal static class StateValues
{
    public static void AddTo(JsonObject data, JsonElement? state)
    {
        if (state.Child("values") is not { ValueKind: JsonValueKind.Object } values)
            return;
        foreach (var block in values.EnumerateObject())
        {
            if (((JsonElement?)block.Value).Child(InputBlocks.ActionId) is { } element && Value(element) is { } value)
                data[block.Name] = value;
        }
    }

    private static string? Value(JsonElement? element) => element.Child("type").String() switch
    {
        "checkboxes" or "multi_static_select" => Several(element.Child("selected_options")),
        "static_select" or "radio_buttons" => element.Child("selected_option").Object().Child("value").String(),
        "datepicker" => element.Child("selected_date").String(),
        "timepicker" => element.Child("selected_time").String(),
        _ => element.Child("value").String(),
    };

    // As Adaptive Cards write several choices; nothing chosen is "false" for a single box.
    private static string Several(JsonElement? options) => options is { ValueKind: JsonValueKind.Array } array
        ? string.Join(',', array.EnumerateArray().Select(o => ((JsonElement?)o).Child("value").String()).OfType<string>()) is { Length: > 0 } chosen ? chosen : "false"
        : "false";
}
