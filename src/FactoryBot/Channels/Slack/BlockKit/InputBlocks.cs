using System.Globalization;
using System.Text.Json.Nodes;
using FactoryBot.Skills.Cards;

namespace FactoryBot.Channels.Slack.BlockKit;

/// <summary>Fields to fill in, in a message or in a form. Pure.</summary>
internal static class InputBlocks
{
    /// <summary>The one action of each input block; the block's id is the input's.</summary>
    public const string ActionId = "value";

    private const int MostInMessage = 2;
    private const int MostOptions = 100;
    private const int MostRadios = 10;
    private const int LongestOption = 75;
    private const int LongestValue = 150;

    /// <summary>Few and short ones stand in the message itself; others open a form.</summary>
    public static bool FitIntoMessage(IReadOnlyList<CardInput> inputs) =>
        inputs.Count <= MostInMessage && inputs.All(i => i is not TextInput { IsMultiline: true });

    public static JsonObject Of(CardInput input)
    {
        var element = Element(input);
        element["action_id"] = ActionId;
        return new()
        {
            ["type"] = "input",
            ["block_id"] = Blocks.Cut(input.Id!, 255),
            ["label"] = Blocks.Plain(input.Label, 2000),
            ["optional"] = input.IsRequired != true,
            ["element"] = element,
        };
    }

    private static JsonObject Element(CardInput input) => input switch
    {
        TextInput text => With(new() { ["type"] = "plain_text_input", ["multiline"] = text.IsMultiline == true }, text.Value, text.Placeholder, text.MaxLength),
        NumberInput number => Number(number),
        DateInput date => With(new() { ["type"] = "datepicker" }, ("initial_date", date.Value)),
        TimeInput time => With(new() { ["type"] = "timepicker" }, ("initial_time", time.Value)),
        ToggleInput toggle => Toggle(toggle),
        ChoiceSetInput choices => Choices(choices),
        _ => new() { ["type"] = "plain_text_input" },
    };

    private static JsonObject With(JsonObject element, string? value, string? placeholder, int? maxLength)
    {
        if (!string.IsNullOrEmpty(value))
            element["initial_value"] = Blocks.Cut(value, Blocks.LongestText);
        if (!string.IsNullOrEmpty(placeholder))
            element["placeholder"] = Blocks.Plain(placeholder, 150);
        if (maxLength is { } most)
            element["max_length"] = Math.Min(most, Blocks.LongestText);
        return element;
    }

    private static JsonObject With(JsonObject element, (string Name, string? Value) initial)
    {
        if (!string.IsNullOrEmpty(initial.Value))
            element[initial.Name] = initial.Value;
        return element;
    }

    private static JsonObject Number(NumberInput number)
    {
        var element = new JsonObject { ["type"] = "number_input", ["is_decimal_allowed"] = true };
        foreach (var (name, value) in (ReadOnlySpan<(string, double?)>)[("initial_value", number.Value), ("min_value", number.Min), ("max_value", number.Max)])
        {
            if (value is { } known)
                element[name] = known.ToString(CultureInfo.InvariantCulture);
        }
        if (!string.IsNullOrEmpty(number.Placeholder))
            element["placeholder"] = Blocks.Plain(number.Placeholder, 150);
        return element;
    }

    private static JsonObject Toggle(ToggleInput toggle)
    {
        var option = Option(new(toggle.Title, "true"));
        var element = new JsonObject { ["type"] = "checkboxes", ["options"] = new JsonArray(option) };
        if (toggle.Value == "true")
            element["initial_options"] = new JsonArray(option.DeepClone());
        return element;
    }

    private static JsonObject Choices(ChoiceSetInput input)
    {
        var options = input.Choices.Take(MostOptions).Where(c => c.Value.Length is > 0 and <= LongestValue).ToList();
        var radios = input.Style == "expanded" && options.Count <= MostRadios;
        var type = (radios, input.IsMultiSelect == true) switch
        {
            (true, true) => "checkboxes",
            (true, false) => "radio_buttons",
            (false, true) => "multi_static_select",
            _ => "static_select",
        };
        var element = new JsonObject { ["type"] = type, ["options"] = new JsonArray([.. options.Select(Option)]) };
        List<InputChoice> chosen = [.. (input.Value ?? "").Split(',').Select(v => options.Find(o => o.Value == v)).OfType<InputChoice>()];
        if (chosen.Count > 0 && input.IsMultiSelect == true)
            element["initial_options"] = new JsonArray([.. chosen.Select(Option)]);
        else if (chosen.Count > 0)
            element["initial_option"] = Option(chosen[0]);
        if (!radios && !string.IsNullOrEmpty(input.Placeholder))
            element["placeholder"] = Blocks.Plain(input.Placeholder, 150);
        return element;
    }

    private static JsonObject Option(InputChoice choice) => new() { ["text"] = Blocks.Plain(choice.Title, LongestOption), ["value"] = choice.Value };
}
