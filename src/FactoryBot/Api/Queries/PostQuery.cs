using FactoryBot.Api.Callers;
using FactoryBot.Api.Figures;
using FactoryBot.Skills.Analysis;
using FactoryBot.Skills.Analysis.Memory;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api.Queries;

/// <summary>Questions of a database over REST: in words, or as SQL; answered at once, or asked after by a ticket.</summary>
internal static class PostQuery
{
    public static async Task<IResult> HandleAsync(
        HttpContext http, AskQuestion ask, RunStatement statement, RunningQueries running, IOptions<ApiOptions> options, CancellationToken cancellationToken)
    {
        var (request, problem) = await JsonBody.ReadAsync(http.Request, ApiJson.Default.QueryRequest, options.Value.BodyBytes, cancellationToken);
        problem ??= request!.Question is null == (request.Sql is null) ? QueryFailures.OneOf : null;
        if (problem is not null)
            return problem.ToResult(http);
        var asker = http.Asker();
        if (request!.Sql is not null && !asker.May(Permissions.AnalysisQuery))
            return ApiFailures.NotAllowed.ToResult(http);
        Task<SkillResult> RunAsync(CancellationToken token) => request.Sql is { } sql
            ? StatementAsync(statement, asker, sql, request.Source, token)
            : ask.AnswerAsync(asker, request.Question!, request.Source, request.Fresh ?? false, token);
        if (request.Wait ?? true)
            return Answer(http, await RunAsync(cancellationToken));
        return running.Start(asker, RunAsync) is { } ticket
            ? TypedResults.Json(new QueryTicket(ticket, "running"), ApiJson.Default.QueryTicket, statusCode: StatusCodes.Status202Accepted)
            : QueryFailures.TooMany.ToResult(http);
    }

    public static async Task<IResult> ReadAsync(HttpContext http, Guid id, RecallQueries recall, RunningQueries running, CancellationToken cancellationToken)
    {
        if (running.Find(http.Asker(), id) is { } task)
        {
            return task.IsCompletedSuccessfully ? Answer(http, await task)
                : task.IsCompleted ? QueryFailures.Broke.ToResult(http)
                : TypedResults.Json(new QueryTicket(id, "running"), ApiJson.Default.QueryTicket, statusCode: StatusCodes.Status202Accepted);
        }

        return await recall.FindAsync(http.Asker(), id, cancellationToken) is { } found
            ? TypedResults.Json(QueryRecord.Of(found.Query, found.Answer), ApiJson.Default.QueryRecord)
            : QueryFailures.NotFound.ToResult(http);
    }

    public static async Task<IResult> CancelAsync(HttpContext http, Guid id, RunningQueries running) =>
        await running.CancelAsync(http.Asker(), id) ? TypedResults.NoContent() : QueryFailures.NotFound.ToResult(http);

    // Who wrote the statement reads what the database says of it: the fault is the statement's, not the server's.
    private static async Task<SkillResult> StatementAsync(RunStatement statement, Asker asker, string sql, string? source, CancellationToken cancellationToken) =>
        await statement.SqlAsync(asker, sql, source, cancellationToken) is var result && result.Repair is { } repair ? result with { Text = repair.Hint, Status = ResultStatus.NotUnderstood } : result;

    private static IResult Answer(HttpContext http, SkillResult result) => result.Status == ResultStatus.Answered
        ? TypedResults.Json(FigureAnswer.Of(result), ApiJson.Default.FigureAnswer)
        : FigureFailures.Of(result).ToResult(http);
}
