using System.Text.Json;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using FactoryBot.Turns;

namespace FactoryBot.Channels.Terminal;

/// <summary>What a number typed at the terminal presses: a sentence to say, or an action of the card.</summary>
internal sealed record TerminalButton(string Title, string? Say, CardPress? Press)
{
    public static IReadOnlyList<TerminalButton> Of(SkillResult result)
    {
        var buttons = result.Choices.Select(c => new TerminalButton(c.Title, c.Say, null)).ToList();
        var actions = (result.Card?.Actions ?? []).Concat(CardRules.All(result.Card?.Body ?? []).SelectMany(e => e.OwnActions));
        foreach (var button in actions.Select(Of).OfType<TerminalButton>())
        {
            if (!buttons.Exists(b => b.Say is not null && b.Say == button.Say))
                buttons.Add(button);
        }
        return buttons;
    }

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
