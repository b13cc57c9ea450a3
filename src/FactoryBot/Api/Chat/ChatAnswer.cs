using System.Text.Json;
using FactoryBot.Planning;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using FactoryBot.Turns;

namespace FactoryBot.Api.Chat;

/// <summary>An answer as REST and the command line give it: one object, nulls left out.</summary>
internal sealed record ChatAnswer
{
    /// <summary>answered, clarify, not_understood, no_rows, no_right, no_data or failed.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The answer in words.</summary>
    public required string Text { get; init; }

    /// <summary>The function calls behind the answer, in order.</summary>
    public required IReadOnlyList<PlannedCall> Calls { get; init; }

    /// <summary>The figures, in the shape of the function that found them.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>Where the figures come from.</summary>
    public ProofLine? Proof { get; init; }

    /// <summary>The documents that the text cites by number.</summary>
    public IReadOnlyList<Source>? Sources { get; init; }

    /// <summary>What to know before trusting the figures.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>What can be said next: follow-up questions, or the readings to choose from.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>The Adaptive Card of the answer.</summary>
    public JsonElement? Card { get; init; }

    /// <summary>built-in or model.</summary>
    public required string Planner { get; init; }

    /// <summary>Tokens of the language model; 0 without one.</summary>
    public required ChatTokens Tokens { get; init; }

    /// <summary>From taking the question up to the stored answer.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>Names this answer in an opinion of it.</summary>
    public Guid? TurnId { get; init; }

    /// <summary>Send it with the next message to continue.</summary>
    public string? ConversationId { get; init; }

    public static ChatAnswer Of(OutboundReply reply, string? conversationId) => new()
    {
        Status = reply.Result.Status,
        Text = reply.Result.Text,
        Calls = reply.Calls,
        Data = reply.Result.Data,
        Proof = reply.Result.Proof,
        Sources = reply.Result.Sources,
        Warnings = reply.Result.Warnings,
        Choices = reply.Result.Choices,
        Card = reply.Result.Card is { } card ? JsonSerializer.SerializeToElement(card, CardJsonContext.Default.AdaptiveCard) : null,
        Planner = reply.ByModel ? "model" : "built-in",
        Tokens = new(reply.TokensIn, reply.TokensOut),
        Milliseconds = Math.Round(reply.Milliseconds, 3),
        TurnId = reply.TurnId,
        ConversationId = conversationId,
    };

    /// <summary>What a program reads where no turn could be made at all.</summary>
    public static ChatAnswer Failed(string sentence) => new()
    {
        Status = ResultStatus.Failed, Text = sentence, Calls = [], Planner = "built-in", Tokens = new(0, 0), Milliseconds = 0,
    };
}

/// <param name="In">Tokens that the model read.</param>
/// <param name="Out">Tokens that it wrote.</param>
internal sealed record ChatTokens(long In, long Out);
