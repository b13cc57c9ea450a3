using System.Text.Json;
using FactoryBot.Skills.Language;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace FactoryBot.Planning;

/// <summary>Has the configured language model fill in a structure. Whatever goes wrong, the asker does without.</summary>
internal sealed class ModelReader(PlannerClients clients, IOptions<PlanningOptions> options, TimeProvider time, ILogger<ModelReader> log) : IModelReader
{
    public string? Name => clients.Model?.Name;

    public async Task<JsonElement?> ReadAsync(string instructions, string text, string name, JsonElement schema, CancellationToken cancellationToken)
    {
        if (clients.Model is not { } model)
            return null;
        using var own = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ReadingSeconds), time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(own.Token, cancellationToken);
        var started = time.GetTimestamp();
        try
        {
            var response = await model.Client.GetResponseAsync(
                [new ChatMessage(ChatRole.User, UserText.Clean(text))],
                new() { Instructions = instructions, MaxOutputTokens = options.Value.ReadingTokens, ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, name) },
                limit.Token);
            PlanningTelemetry.Round(model.Name, response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0, time.GetElapsedTime(started));
            return response.FinishReason == ChatFinishReason.Stop && JsonElement.Parse(response.Text) is { ValueKind: JsonValueKind.Object } read ? read : null;
        }
        catch (ModelFailedException failed)
        {
            log.ReadingFailed(name, failed.Reason, failed.Message);
        }
        catch (JsonException)
        {
            log.ReadingFailed(name, ModelFailure.BadRequest, "what it wrote is no JSON");
        }
        catch (OperationCanceledException) when (own.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            log.ReadingFailed(name, ModelFailure.TimedOut, "it took too long");
        }
        return null;
    }
}
