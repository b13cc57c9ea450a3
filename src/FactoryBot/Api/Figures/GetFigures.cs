using FactoryBot.Api.Callers;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Issues;
using FactoryBot.Skills.Metrics.Output;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Api.Figures;

/// <summary>The same use cases that a question in words ends in, so a figure is the same on every way.</summary>
internal static class GetFigures
{
    public static Task<IResult> OeeAsync(HttpContext http, GetOee oee, CancellationToken cancellationToken) =>
        ReadAsync(http, oee.AnswerAsync, own: null, cancellationToken);

    public static Task<IResult> DowntimeAsync(HttpContext http, GetDowntime downtime, CancellationToken cancellationToken) =>
        ReadAsync(http, downtime.AnswerAsync, own: null, cancellationToken);

    public static async Task<IResult> MachinesAsync(HttpContext http, ListMachines machines, CancellationToken cancellationToken) =>
        Answer(http, await machines.AnswerAsync(http.Asker(), cancellationToken));

    public static async Task<IResult> DateRangeAsync(HttpContext http, GetDateRange range, CancellationToken cancellationToken) =>
        Answer(http, await range.AnswerAsync(http.Asker(), cancellationToken));

    public static async Task<IResult> StatsAsync(HttpContext http, GetStats stats, CancellationToken cancellationToken) =>
        Answer(http, await stats.AnswerAsync(http.Asker(), cancellationToken));

    public static Task<IResult> ProductionAsync(HttpContext http, GetOutput output, CancellationToken cancellationToken) =>
        ReadAsync(http, output.ProductionAsync, own: "by", cancellationToken);

    public static Task<IResult> ScrapAsync(HttpContext http, GetOutput output, CancellationToken cancellationToken) =>
        ReadAsync(http, output.ScrapAsync, own: "by", cancellationToken);

    public static Task<IResult> IssuesAsync(HttpContext http, GetIssues issues, CancellationToken cancellationToken) =>
        ReadAsync(http, issues.AnswerAsync, own: "severity", cancellationToken);

    private static async Task<IResult> ReadAsync(
        HttpContext http,
        Func<Asker, PlantQuestion, CancellationToken, Task<SkillResult>> answer,
        string? own,
        CancellationToken cancellationToken)
    {
        var (question, problem) = FigureQuery.Read(http.Request.Query, own);
        return problem is null ? Answer(http, await answer(http.Asker(), question!, cancellationToken)) : problem.ToResult(http);
    }

    private static IResult Answer(HttpContext http, SkillResult result) => result.Status == ResultStatus.Answered
        ? TypedResults.Json(FigureAnswer.Of(result), ApiJson.Default.FigureAnswer)
        : FigureFailures.Of(result).ToResult(http);
}
