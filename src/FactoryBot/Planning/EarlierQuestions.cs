using System.Text.Json;
using FactoryBot.Skills.Functions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace FactoryBot.Planning;

/// <summary>For callers that keep the conversation themselves: reads what was asked before, so that half a sentence can follow on it.
/// Nothing is looked up for it, and what the caller says was answered is not read at all.</summary>
internal sealed class EarlierQuestions(
    PlannerClients clients, PlannerContexts contexts, IOptions<PlanningOptions> options)
{
    private const string Answered = "Answered earlier.";

    /// <param name="earlier">Questions, oldest first. Untrusted.</param>
    public async Task<IReadOnlyList<Exchange>> ReadAsync(
        PlannerTurn turn, IReadOnlyList<string> earlier, CancellationToken cancellationToken)
    {
        var limits = options.Value;
        var context = await contexts.ForAsync(turn, cancellationToken);
        var read = new List<Exchange>();
        foreach (var question in earlier.TakeLast(limits.History))
        {
            var text = UserText.Cut(UserText.Clean(question), limits.MessageLength);
            if (text.Length == 0)
                continue;
            var messages = TurnMessages.Of(turn with { History = read }, text, limits);
            var reading = await BuiltInReading.OfAsync(clients.BuiltIn, messages, context, cancellationToken);
            read.Add(new(text, [.. reading.Calls.Select(Planned)], Answered));
        }
        return read;
    }

    private static PlannedCall Planned(FunctionCallContent call) =>
        new(call.Name, JsonSerializer.SerializeToElement(call.Arguments ?? new Dictionary<string, object?>(), AIJsonUtilities.DefaultOptions));
}
