using System.Text.Json;
using System.Text.Json.Nodes;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Channels.Slack.BlockKit;

/// <summary>The buttons of a card. One that goes with fields opens a form. Pure.</summary>
internal static class CardButtons
{
    /// <summary>The most buttons below one message, as in every channel.</summary>
    public const int Most = 6;

    private const string PressPrefix = "press:";
    private const string FormPrefix = "form:";

    public static IReadOnlyList<CardAction> All(AdaptiveCard card) =>
        [.. CardRules.All(card.Body).SelectMany(e => e.OwnActions).Concat(card.Actions ?? []).DistinctBy(a => (a.Title, Data(a)?.ToJsonString()))];

    /// <param name="inputs">The fields of the card that a form has to ask for; empty where the message has them.</param>
    public static (List<JsonObject> Buttons, List<Form> Forms) Convert(AdaptiveCard card, IReadOnlyList<CardAction> actions, IReadOnlyList<CardInput> inputs)
    {
        var buttons = new List<JsonObject>();
        var forms = new List<Form>();
        foreach (var action in actions)
        {
            if (buttons.Count == Most)
                break;
            var button = action switch
            {
                OpenUrlAction open => new() { ["url"] = open.Url, ["action_id"] = $"open:{buttons.Count}" },
                ShowCardAction show => FormButton(forms, action.Title, show.Card, show.Card.Actions ?? [], [.. CardRules.All(show.Card.Body).OfType<CardInput>()], buttons.Count),
                ToggleVisibilityAction => null,
                _ when inputs.Count > 0 && !Says(action) => FormButton(forms, action.Title, card, [action], inputs, buttons.Count),
                _ => Pressed(action, buttons.Count),
            };
            if (button is not null)
                buttons.Add(Finish(button, action));
        }
        return (buttons, forms);
    }

    /// <summary>A button that says a sentence.</summary>
    public static JsonObject Say(string title, string text, int index) =>
        Finish(Pressed(SubmitAction.Say(title, text), index)!, SubmitAction.Say(title, text));

    /// <summary>What a pressed button says: its verb and data, or the form to open.</summary>
    public static (string? FormId, string Verb, JsonElement Data)? Read(string actionId, string? value)
    {
        if (actionId.StartsWith(FormPrefix, StringComparison.Ordinal) && value is { Length: > 0 })
            return (value, "", default);
        if (!actionId.StartsWith(PressPrefix, StringComparison.Ordinal) || value is null)
            return null;
        try
        {
            var data = JsonDocument.Parse(value).RootElement;
            return data.ValueKind == JsonValueKind.Object && ((JsonElement?)data).Child(ActionData.VerbKey).String() is { Length: > 0 } verb ? (null, verb, data) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonObject? Data(CardAction action)
    {
        var data = action switch
        {
            ExecuteAction { Fallback: SubmitAction submit } => submit.Data,
            SubmitAction submit => submit.Data,
            _ => null,
        };
        return data is null ? null : new JsonObject([.. data.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value))]);
    }

    private static bool Says(CardAction action) => action is SubmitAction submit && submit.Data.GetValueOrDefault(ActionData.VerbKey) == ActionData.SayVerb;

    private static JsonObject? Pressed(CardAction action, int index) =>
        Data(action)?.ToJsonString(ChannelJson.Relaxed) is { Length: <= Blocks.LongestValue } value
            ? new() { ["action_id"] = $"{PressPrefix}{index}", ["value"] = value }
            : null;

    private static JsonObject? FormButton(
        List<Form> forms, string title, AdaptiveCard card, IReadOnlyList<CardAction> actions, IReadOnlyList<CardInput> inputs, int index)
    {
        if (inputs.Count == 0 && actions.Count > 0)
            return Pressed(actions[0], index);
        if (actions.Count == 0 || Data(actions[0]) is not { } data)
            return null;
        var form = Form.Of(title, card, actions[0].Title, inputs, data);
        forms.Add(form);
        return new() { ["action_id"] = $"{FormPrefix}{index}", ["value"] = form.Id };
    }

    private static JsonObject Finish(JsonObject button, CardAction action)
    {
        button["type"] = "button";
        button["text"] = Blocks.Plain(action.Title, Blocks.LongestButton);
        if (action.Style == ActionStyle.Positive)
            button["style"] = "primary";
        else if (action.Style == ActionStyle.Destructive)
            button["style"] = "danger";
        return button;
    }
}
