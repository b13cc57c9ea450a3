using System.Text.Json;
using FactoryBot.Planning;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Turns;

/// <summary>The short road of a pressed button: to the sentence it says, straight to a function, or to the
/// kept feedback, never through a planner.
/// The button's data is untrusted: it names a function and its arguments, and the presser's rights are checked anew.</summary>
internal sealed class CardActions(SkillCatalog catalog, FeedbackStore feedback)
{
    /// <summary>The verb of a button that says a sentence in the presser's name.</summary>
    public const string Say = "say";

    /// <summary>The sentence that the button says; null where it is no such button.</summary>
    public static string? Sentence(CardPress press) =>
        press.Verb == Say
        && press.Data.ValueKind == JsonValueKind.Object
        && press.Data.TryGetProperty("text", out var text)
        && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;

    /// <summary>Whether the button only shows something; one that decides or changes something does so where it stands.</summary>
    public bool OnlyShows(CardPress press) => catalog.Find(press.Verb) is { } function && (function.OnlyShows || (!function.ButtonOnly && FunctionRunner.Reads(function)));

    public async Task<PlannedAnswer> RunAsync(CardPress press, Asker asker, CancellationToken cancellationToken)
    {
        if (press.Verb == FeedbackStore.Verb)
            return await feedback.KeepAsync(press, asker, cancellationToken);
        if (catalog.Find(press.Verb) is not { } function || press.Data.ValueKind != JsonValueKind.Object)
            return new() { Result = TurnFailures.UnknownButton() };
        if (function.Module is { } module && !asker.Modules.Contains(module))
            return new() { Result = TenancyFailures.ModuleOff(module) };
        var arguments = function.Slots
            .Where(slot => press.Data.TryGetProperty(slot.Name, out _))
            .ToDictionary(slot => slot.Name, slot => (object?)press.Data.GetProperty(slot.Name), StringComparer.Ordinal);
        var call = new PlannedCall(function.Name, JsonSerializer.SerializeToElement(arguments));
        if (!asker.May(function.Permission))
            return Of(call, TenancyFailures.NoRight(function.Title), again: true) with { Calls = [] };
        if (function.Slots.Any(slot => slot.Required && !arguments.ContainsKey(slot.Name)))
            return new() { Result = TurnFailures.UnknownButton() };
        return Of(call, await function.CallAsync(arguments, asker, cancellationToken), FunctionRunner.Reads(function));
    }

    private static PlannedAnswer Of(PlannedCall call, SkillResult result, bool again) =>
        new() { Result = result, Calls = [call], Parts = [new(call, result, again)] };
}
