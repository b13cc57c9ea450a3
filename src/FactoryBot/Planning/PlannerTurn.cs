using System.Text.Json;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Planning;

/// <summary>One question for the planner: who asks, what, and what was said before.</summary>
public sealed record PlannerTurn
{
    public required Asker Asker { get; init; }

    /// <summary>With whose rights the question is answered, where others read along who may see less than the asker; null: the asker's own.
    /// The question is read as the asker's in any case: what they may not have here is then refused as a part of its own.</summary>
    public Asker? Audience { get; init; }

    /// <summary>What was typed or spoken. Untrusted.</summary>
    public required string Text { get; init; }

    /// <summary>BCP 47, for example de-DE; null where the channel does not say.</summary>
    public string? Locale { get; init; }

    /// <summary>Awaited before a function runs that changes something; null: nothing has to happen first.</summary>
    public Func<CancellationToken, Task>? BeforeChange { get; init; }

    /// <summary>The last exchanges of the conversation, oldest first.</summary>
    public IReadOnlyList<Exchange> History { get; init; } = [];
}

/// <summary>An earlier question of the conversation with the calls and the words that answered it.</summary>
public sealed record Exchange(string Question, IReadOnlyList<PlannedCall> Calls, string Answer)
{
    /// <summary>What was called said no: nothing was found, changed or allowed.</summary>
    public bool Refused { get; init; }
}

/// <summary>One function call with the arguments it got.</summary>
/// <param name="Function">The function's name, such as metrics_oee.</param>
/// <param name="Arguments">Its arguments by name.</param>
public sealed record PlannedCall(string Function, JsonElement Arguments);
