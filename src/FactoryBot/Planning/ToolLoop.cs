using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace FactoryBot.Planning;

/// <summary>The calls, their outcomes and the last words of a conversation with a model, and what it used.</summary>
internal sealed class ToolLoopRun
{
    /// <summary>What the model's arguments are held against: the person's words, the newest first, each with its answer.</summary>
    public required IReadOnlyList<string> Said { get; init; }

    public List<CallOutcome> Outcomes { get; } = [];

    /// <summary>Where each round's outcomes begin.</summary>
    public List<int> RoundStarts { get; } = [];

    public RepairRounds Repairs { get; } = new();

    /// <summary>Null when the model was stopped before it came to words, or when its words were cut short.</summary>
    public string? Words { get; set; }

    public long TokensIn { get; set; }
    public long TokensOut { get; set; }
}

/// <summary>Lets a model call functions until it answers in words or reaches a limit.</summary>
internal sealed class ToolLoop(PlannerModel model, PlanningOptions limits, TimeProvider time, ILogger log)
{
    /// <param name="run">Filled as the loop goes, so that what was found is not lost when the model fails later on.</param>
    public async Task RunAsync(
        ToolLoopRun run, List<ChatMessage> messages, string instructions, IReadOnlyList<AITool> tools, FunctionRunner functions,
        Guid turnId, CancellationToken cancellationToken)
    {
        for (var round = 1; round <= limits.Rounds; round++)
        {
            var last = round == limits.Rounds;
            var offered = last ? [] : round == 1 ? tools : [.. tools.Where(OnlyReads)];
            var response = await AskAsync(run, messages, instructions, offered, cancellationToken);
            ThrowIfStopped(response);
            var contents = response.Messages.SelectMany(m => m.Contents).ToList();
            var calls = contents.OfType<FunctionCallContent>().Where(c => !c.InformationalOnly).ToList();
            if (calls.Count == 0)
            {
                run.Words = response.FinishReason == ChatFinishReason.Length ? null : response.Text;
                return;
            }
            if (last || run.TokensIn + run.TokensOut >= limits.Tokens)
            {
                log.LimitReached(turnId, last ? "rounds" : "tokens", round, run.TokensIn + run.TokensOut);
                return;
            }
            await CallAsync(run, messages, calls, functions, turnId, cancellationToken);
        }
    }

    private static bool OnlyReads(AITool tool) =>
        Skills.Functions.SkillFunction.Of(tool) is { } function && FunctionRunner.Reads(function);

    private async Task<ChatResponse> AskAsync(
        ToolLoopRun run, List<ChatMessage> messages, string instructions, IReadOnlyList<AITool> offered, CancellationToken cancellationToken)
    {
        var options = new ChatOptions
        {
            Instructions = instructions,
            Tools = offered.Count == 0 ? null : [.. offered],
            MaxOutputTokens = limits.TokensPerRound,
        };
        using var span = PlanningTelemetry.Source.StartActivity("model", ActivityKind.Client);
        span?.SetTag("gen_ai.request.model", model.Name);
        var started = time.GetTimestamp();
        var response = model.Streaming
            ? await model.Client.GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken)
            : await model.Client.GetResponseAsync(messages, options, cancellationToken);
        var (tokensIn, tokensOut) = (response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0);
        run.TokensIn += tokensIn;
        run.TokensOut += tokensOut;
        span?.SetTag("gen_ai.usage.input_tokens", tokensIn).SetTag("gen_ai.usage.output_tokens", tokensOut);
        PlanningTelemetry.Round(model.Name, tokensIn, tokensOut, time.GetElapsedTime(started));
        return response;
    }

    private async Task CallAsync(
        ToolLoopRun run, List<ChatMessage> messages, List<FunctionCallContent> calls, FunctionRunner functions, Guid turnId, CancellationToken cancellationToken)
    {
        var allowed = calls[..Math.Min(calls.Count, limits.CallsPerRound)];
        var outcomes = new List<CallOutcome>(await functions.RunAsync(
            [.. allowed.Where(c => !run.Repairs.IsUsedUp(c.Name))], readOnly: run.Outcomes.Any(o => o.Result is not null), run.Said, cancellationToken));
        outcomes.AddRange(allowed.Where(c => run.Repairs.IsUsedUp(c.Name)).Select(c => functions.Refused(c, "It failed twice and is not run again; answer with what there is.")));
        outcomes.AddRange(calls.Skip(limits.CallsPerRound).Select(c => functions.Refused(c, "Too many calls at once; make fewer.")));
        run.RoundStarts.Add(run.Outcomes.Count);
        run.Outcomes.AddRange(outcomes);
        messages.Add(new(ChatRole.Assistant, [.. calls]));
        messages.Add(new(ChatRole.Tool, [.. outcomes.Select(o => new FunctionResultContent(o.Call.CallId, ResultForModel.Write(o, limits.ResultLength, run.Repairs.Offers(o))))]));
        foreach (var function in run.Repairs.EndRound(outcomes))
            log.Repairs(turnId, function);
    }

    private static void ThrowIfStopped(ChatResponse response)
    {
        if (response.FinishReason == ChatFinishReason.ContentFilter)
            throw new ModelFailedException(ModelFailure.Filtered, "the answer was stopped by the content filter");
        if (response.Messages.SelectMany(m => m.Contents).OfType<ErrorContent>().Any())
            throw new ModelFailedException(ModelFailure.Declined, "the model declined to answer");
    }
}
