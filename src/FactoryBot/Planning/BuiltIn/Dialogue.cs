using System.Text.Json;
using FactoryBot.Skills.Language;
using Microsoft.Extensions.AI;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>What was said and called before, oldest first.</summary>
internal sealed record Dialogue(IReadOnlyList<Said> Before, string Question)
{
    // Older calls are no longer what "and yesterday?" speaks of.
    private const int Remembered = 4;

    /// <summary>The calls that half a sentence changes.</summary>
    public IReadOnlyList<EarlierCall> Previous =>
        Before.TakeLast(Remembered).LastOrDefault(s => s.Calls.Count > 0)?.Calls ?? [];

    /// <summary>The words that answered them.</summary>
    public string PreviousAnswer =>
        Before.TakeLast(Remembered).LastOrDefault(s => s.Calls.Count > 0)?.Answer ?? "";

    /// <summary>The dialogue as it was when the last question was asked; null at its start.</summary>
    public Dialogue? Last => Before.Count == 0 ? null : new([.. Before.Take(Before.Count - 1)], Before[^1].Question);

    public bool LastWasAskedBack => Before.Count > 0 && Before[^1].Calls.Count == 0;

    /// <summary>The dialogue without turns that only showed an answer again: "and last week?" after "as a pie" speaks of the figure.</summary>
    public Dialogue Without(Predicate<string> showsAgain) =>
        this with { Before = [.. Before.Where(said => said.Calls.Count == 0 || !said.Calls.All(call => showsAgain(call.Function)))] };

    public static Dialogue Of(IEnumerable<ChatMessage> messages)
    {
        var said = new List<Said>();
        string? question = null;
        var answer = "";
        var calls = new List<EarlierCall>();
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.User)
            {
                if (question is not null)
                {
                    said.Add(new(question, calls, answer));
                }

                (question, answer) = (message.Text, "");
                calls = [];
            }
            else if (message.Role == ChatRole.Assistant)
            {
                answer = message.Text;
                calls.AddRange(message.Contents.OfType<FunctionCallContent>().Select(EarlierCall.Of));
            }
            else if (message.Role == ChatRole.Tool && message.Contents.OfType<FunctionResultContent>().Any(r => r.Result is TurnMessages.NotDone))
            {
                calls = [.. calls.Select(c => c with { Refused = true })];
            }
        }

        return new(said, question ?? "");
    }
}

internal sealed record Said(string Question, IReadOnlyList<EarlierCall> Calls, string Answer = "");

/// <summary>A call that was made, its arguments as plain values.</summary>
internal sealed record EarlierCall(string Function, IReadOnlyDictionary<string, object?> Arguments)
{
    /// <summary>Its answer was a no.</summary>
    public bool Refused { get; init; }

    /// <summary>The figure that was asked for in words, where its arguments name none; see <see cref="SpokenFigure"/>.</summary>
    public string? Figure { get; init; }

    public static EarlierCall Of(FunctionCallContent call) => new(
        call.Name,
        (call.Arguments ?? new Dictionary<string, object?>()).Where(a => Plain(a.Value) is not null)
            .ToDictionary(a => a.Key, a => Plain(a.Value), StringComparer.Ordinal));

    /// <summary>Whether it asks the same as another call, of less.</summary>
    public bool Narrows(EarlierCall other) => Function == other.Function && Arguments.Count > other.Arguments.Count
        && other.Arguments.All(a => Equals(Arguments.GetValueOrDefault(a.Key), a.Value));

    /// <summary>Its time in words with a space before them, to be said again; empty where it has none.</summary>
    public string When() =>
        Arguments.GetValueOrDefault("period") as string is { } iso && PeriodReader.Read(iso, DateOnly.MaxValue).Period is { } period ? " " + period.Dates : "";

    private static object? Plain(object? value) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString(),
        JsonElement { ValueKind: JsonValueKind.Number } number => number.TryGetInt32(out var whole) ? whole : number.GetDouble(),
        JsonElement { ValueKind: JsonValueKind.True } => true,
        JsonElement { ValueKind: JsonValueKind.False } => false,
        JsonElement => null,
        _ => value,
    };
}
