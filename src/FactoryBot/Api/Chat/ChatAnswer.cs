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

    public required string Text { get; init; }
    public required IReadOnlyList<PlannedCall> Calls { get; init; }
    public JsonElement? Data { get; init; }
    public ProofLine? Proof { get; init; }
    public IReadOnlyList<Source>? Sources { get; init; }
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>What can be said next: follow-up questions, or the readings to choose from.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>The Adaptive Card of the answer.</summary>
    public JsonElement? Card { get; init; }

    /// <summary>built-in or model.</summary>
    public required string Planner { get; init; }

    public required ChatTokens Tokens { get; init; }
    public required double Milliseconds { get; init; }

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
        ConversationId = conversationId,
    };

    /// <summary>What a program reads where no turn could be made at all.</summary>
    public static ChatAnswer Failed(string sentence) => new()
    {
        Status = ResultStatus.Failed, Text = sentence, Calls = [], Planner = "built-in", Tokens = new(0, 0), Milliseconds = 0,
    };
}

internal sealed record ChatTokens(long In, long Out);
