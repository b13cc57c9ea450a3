using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace FactoryBot.Planning;

/// <summary>Turns a question into function calls and their results into one answer, with a language model or without.</summary>
internal sealed class Planner(
    SkillCatalog catalog,
    PlannerClients clients,
    PlannerContexts contexts,
    QuestionContexts questions,
    IOptions<PlanningOptions> options,
    TimeProvider time,
    ILogger<Planner> log)
{
    private readonly PlanningOptions limits = options.Value;

    public async Task<PlannedAnswer> AnswerAsync(PlannerTurn turn, CancellationToken cancellationToken)
    {
        using var span = PlanningTelemetry.Source.StartActivity("planner");
        var started = time.GetTimestamp();
        var answer = await PlanAsync(turn, cancellationToken);
        span?.SetTag("planner", answer.ByModel ? "model" : "built-in").SetTag("status", answer.Result.Status.ToString());
        PlanningTelemetry.Answered(answer, time.GetElapsedTime(started));
        return answer;
    }

    /// <summary>Makes calls once more that were refused to others, with the asker's own rights.</summary>
    public async Task<IReadOnlyList<SkillResult?>> CallAsync(IReadOnlyList<PlannedCall> calls, Asker asker, CancellationToken cancellationToken)
    {
        var contents = calls.Select((c, i) => new FunctionCallContent(
            $"call_{i}", c.Function, c.Arguments.EnumerateObject().ToDictionary(a => a.Name, a => (object?)a.Value, StringComparer.Ordinal)));
        var outcomes = await new FunctionRunner(catalog, asker, beforeChange: null, time, log).RunAsync([.. contents], readOnly: false, said: [], cancellationToken);
        return [.. outcomes.Select(o => o.Result)];
    }

    private async Task<PlannedAnswer> PlanAsync(PlannerTurn turn, CancellationToken cancellationToken)
    {
        var text = UserText.Clean(turn.Text);
        if (text.Length == 0 && turn.Asker.Files.Count == 0)
            return new() { Result = PlanningFailures.Empty() };
        if (text.Length > limits.MessageLength)
            return new() { Result = PlanningFailures.TooLong(limits.MessageLength) };

        var context = await contexts.ForAsync(turn, cancellationToken);
        var messages = TurnMessages.Of(turn, text, limits);
        var asker = turn.Audience ?? turn.Asker;
        var functions = new FunctionRunner(catalog, asker, turn.BeforeChange, time, log);
        // Read by the built-in planner in any case: in well under a millisecond it knows small talk and has the answer ready
        // for a model that fails.
        var reading = await BuiltInReading.OfAsync(clients.BuiltIn, messages, context, cancellationToken);
        if (clients.Model is not { } model || reading.SmallTalk)
            return await BuiltInAnswer.OfAsync(reading, functions, cancellationToken);

        var instructions = SystemPrompt.For(turn.Asker, context.Entities, await contexts.RangeAsync(turn.Asker.TenantId, cancellationToken));
        var known = await questions.ForAsync(turn, asker, text, cancellationToken);
        var told = TurnMessages.WithFiles(TurnMessages.WithKnown(messages, known), turn.Asker);
        var run = new ToolLoopRun { Said = [text, .. turn.History.Reverse().SelectMany(h => new[] { h.Question, h.Answer })] };
        var failure = await TryModelAsync(model, run, told, instructions, context.Tools, functions, turn.Asker.TurnId, cancellationToken);
        var answer = new ModelAnswer(turn, text, context, run, reading, functions, log);
        return Priced(await answer.OfAsync(failure, cancellationToken), model, run);
    }

    private async Task<ModelFailure?> TryModelAsync(
        PlannerModel model, ToolLoopRun run, List<ChatMessage> messages, string instructions, IReadOnlyList<AITool> tools, FunctionRunner functions,
        Guid turnId, CancellationToken cancellationToken)
    {
        using var own = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Seconds), time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(own.Token, cancellationToken);
        try
        {
            await new ToolLoop(model, limits, time, log).RunAsync(run, [.. messages], instructions, tools, functions, turnId, limit.Token);
            return null;
        }
        catch (ModelFailedException failed)
        {
            return Failed(turnId, failed.Reason, failed.Message);
        }
        catch (OperationCanceledException) when (own.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Failed(turnId, ModelFailure.TimedOut, $"no answer within {limits.Seconds} s");
        }
    }

    private ModelFailure Failed(Guid turnId, ModelFailure reason, string detail)
    {
        log.ModelFailed(turnId, reason, detail);
        PlanningTelemetry.Failed(reason);
        return reason;
    }

    private static PlannedAnswer Priced(PlannedAnswer answer, PlannerModel model, ToolLoopRun run) => answer with
    {
        TokensIn = run.TokensIn,
        TokensOut = run.TokensOut,
        Cost = model.Cost(run.TokensIn, run.TokensOut),
    };
}
