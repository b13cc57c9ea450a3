using System.Data.Common;
using System.Text.Json;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.AI;

namespace FactoryBot.Planning;

/// <summary>What became of one call: a result, or a problem that only the planner is told, to correct itself.</summary>
/// <param name="Again">Whether it may be run once more with other rights: it changed nothing, or was refused.</param>
internal sealed record CallOutcome(FunctionCallContent Call, PlannedCall? Planned, SkillResult? Result, string? Problem, bool Again = false);

/// <summary>Runs the calls of one turn. Permission and arguments are checked here, whatever was offered; the same call is not run twice.</summary>
/// <param name="beforeChange">Awaited before a function that changes something; null: nothing has to happen first.</param>
internal sealed class FunctionRunner(SkillCatalog catalog, Asker asker, Func<CancellationToken, Task>? beforeChange, TimeProvider time, ILogger log)
{
    private readonly Dictionary<string, Task<SkillResult>> done = new(StringComparer.Ordinal);

    /// <summary>True as soon as a function that changes something was run.</summary>
    public bool Changed { get; private set; }

    /// <summary>Whether calling it leaves everything as it was.</summary>
    public static bool Reads(SkillFunction function) =>
        function.Permission.EndsWith(".view", StringComparison.Ordinal) || function.Permission.EndsWith(".query", StringComparison.Ordinal);

    /// <summary>Functions that read run side by side; one that changes something runs alone, after those before it.</summary>
    /// <param name="readOnly">Refuses functions that change something: data has been read that could have asked for it.</param>
    /// <param name="said">What a language model's arguments are held against; empty where no model calls.</param>
    public async Task<IReadOnlyList<CallOutcome>> RunAsync(
        IReadOnlyList<FunctionCallContent> calls, bool readOnly, IReadOnlyList<string> said, CancellationToken cancellationToken)
    {
        var outcomes = new Task<CallOutcome>[calls.Count];
        for (var i = 0; i < calls.Count; i++)
        {
            var function = catalog.Find(calls[i].Name);
            var alone = function is not null && !Reads(function);
            if (alone)
                await Task.WhenAll(outcomes[..i]);
            outcomes[i] = alone && readOnly
                ? Task.FromResult(Refused(calls[i], "This function changes something and can only be called before any result was read."))
                : RunAsync(function, calls[i], said, cancellationToken);
            if (alone)
                await outcomes[i];
        }
        return await Task.WhenAll(outcomes);
    }

    public CallOutcome Refused(FunctionCallContent call, string problem)
    {
        log.BadCall(asker.TurnId, problem);
        return new(call, null, null, problem);
    }

    private async Task<CallOutcome> RunAsync(
        SkillFunction? function, FunctionCallContent call, IReadOnlyList<string> said, CancellationToken cancellationToken)
    {
        if (function is null or { ButtonOnly: true })
            return Refused(call, "There is no such function; use one of those offered.");
        if (call.Exception is not null)
            return Refused(call, "The arguments are no valid JSON object.");
        var arguments = ArgumentCheck.WithoutNulls(call.Arguments);
        if (ArgumentCheck.Problem(function, arguments) is { } problem)
            return Refused(call, problem);
        OwnWords.Keep(function, arguments, said);
        var planned = new PlannedCall(function.Name, JsonSerializer.SerializeToElement(arguments));
        if (PlanningFailures.WhyNot(function, asker) is { } why)
        {
            log.NotAllowed(asker.TurnId, function.Name);
            return new(call, planned, why, null, Again: true);
        }
        return new(call, planned, await OnceAsync(function, planned, arguments, cancellationToken), null, Reads(function));
    }

    private Task<SkillResult> OnceAsync(
        SkillFunction function, PlannedCall planned, Dictionary<string, object?> arguments, CancellationToken cancellationToken)
    {
        var key = Key(planned);
        if (!done.TryGetValue(key, out var result))
            done[key] = result = CallAsync(function, arguments, cancellationToken);
        Changed |= !Reads(function);
        return result;
    }

    private async Task<SkillResult> CallAsync(
        SkillFunction function, Dictionary<string, object?> arguments, CancellationToken cancellationToken)
    {
        if (beforeChange is not null && !Reads(function))
            await beforeChange(cancellationToken);
        using var span = PlanningTelemetry.Source.StartActivity("function");
        span?.SetTag("function", function.Name);
        var started = time.GetTimestamp();
        var result = await AnswerAsync(function, arguments, cancellationToken);
        var took = time.GetElapsedTime(started);
        span?.SetTag("status", result.Status.ToString());
        PlanningTelemetry.Called(function.Name, result.Status.ToString(), took);
        log.Called(asker.TurnId, function.Name, result.Status, took.TotalMilliseconds);
        return result;
    }

    private async Task<SkillResult> AnswerAsync(
        SkillFunction function, Dictionary<string, object?> arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await function.CallAsync(arguments, asker, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && !DatabaseIsAway(error))
        {
            log.FunctionThrew(error, asker.TurnId, function.Name);
            return PlanningFailures.Broke(function, asker.TurnId);
        }
    }

    // The turn waits for the database and plans again; a sentence about a failure would end it.
    private static bool DatabaseIsAway(Exception error) =>
        error is DbException { IsTransient: true } || (error.InnerException is { } inner && DatabaseIsAway(inner));

    private static string Key(PlannedCall call) => call.Function + ' ' + string.Join(
        '\n', call.Arguments.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Name + '=' + p.Value.GetRawText()));
}
