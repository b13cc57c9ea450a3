using System.Text.Json;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Terminal;

/// <summary>What a number typed at the terminal presses: a sentence to say, or an action of the card.</summary>
internal sealed record TerminalButton(string Title, string? Say, CardPress? Press)
{
    private const int MostChoices = 8;

    /// <summary>Fields of the card that are asked for before it is pressed.</summary>
    public IReadOnlyList<TextInput> Asks { get; init; } = [];

    public static IReadOnlyList<TerminalButton> Of(SkillResult result)
    {
        var buttons = result.Choices.Select(c => new TerminalButton(c.Title, c.Say, null)).ToList();
        var elements = CardRules.All(result.Card?.Body ?? []).ToArray();
        var asks = elements.OfType<TextInput>().Where(i => i.Id is { Length: > 0 }).ToArray();
        var own = elements.SelectMany(e => e.OwnActions).Select(Of).OfType<TerminalButton>();
        // A list to choose from has no field here: each of its choices is a button.
        if (elements.OfType<ChoiceSetInput>().ToArray() is [{ IsMultiSelect: not true, Id: { Length: > 0 } id, Choices.Count: <= MostChoices and > 0 } list])
            own = own.SelectMany(b => b.Press is null ? [b] : list.Choices.Select(c => b.With(id, c)));
        foreach (var button in (result.Card?.Actions ?? []).Select(Of).OfType<TerminalButton>().Select(b => b.Press is null ? b : b with { Asks = asks }).Concat(own))
        {
            if (!buttons.Exists(b => b.Say is not null && b.Say == button.Say))
                buttons.Add(button);
        }
        return buttons;
    }

    /// <summary>The same press with a field filled in.</summary>
    public CardPress? With(IReadOnlyDictionary<string, string> fields)
    {
        if (Press is null)
            return null;
        var data = Press.Data.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? "", StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            data[name] = value;
        return Press with { Data = Json(data) };
    }

    private TerminalButton With(string field, InputChoice choice) =>
        this with { Title = $"{Title}: {choice.Title}", Press = With(new Dictionary<string, string> { [field] = choice.Value }) };

    private static TerminalButton? Of(CardAction action) => action switch
    {
        ExecuteAction execute => new(execute.Title, null, new(execute.Verb, Json(execute.Data ?? new Dictionary<string, string>()))),
        SubmitAction submit when submit.Data.GetValueOrDefault(ActionData.VerbKey) == ActionData.SayVerb =>
            new(submit.Title, submit.Data.GetValueOrDefault("text"), null),
        SubmitAction submit when submit.Data.TryGetValue(ActionData.VerbKey, out var verb) => new(submit.Title, null, new(verb, Json(submit.Data))),
        _ => null,
    };

    private static JsonElement Json(IReadOnlyDictionary<string, string> data) => JsonSerializer.SerializeToElement(data);
}
