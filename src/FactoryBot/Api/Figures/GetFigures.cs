using System.Globalization;
using FactoryBot.Api.Callers;
using FactoryBot.Skills.Metrics;
using FactoryBot.Skills.Metrics.Compare;
using FactoryBot.Skills.Metrics.Conventions;
using FactoryBot.Skills.Metrics.Digest;
using FactoryBot.Skills.Metrics.Downtime;
using FactoryBot.Skills.Metrics.Issues;
using FactoryBot.Skills.Metrics.Output;
using FactoryBot.Skills.Metrics.Plan;
using FactoryBot.Skills.Metrics.Rank;
using FactoryBot.Skills.Metrics.Teep;
using FactoryBot.Skills.Metrics.Trend;
using FactoryBot.Skills.Metrics.Why;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Api.Figures;

/// <summary>The same use cases that a question in words ends in, so a figure is the same on every way.</summary>
internal static class GetFigures
{
    public static Task<IResult> OeeAsync(HttpContext http, GetOee oee, CancellationToken cancellationToken) =>
        ReadAsync(http, oee.AnswerAsync, ["form", "workOrder"], cancellationToken);

    public static Task<IResult> DowntimeAsync(HttpContext http, GetDowntime downtime, CancellationToken cancellationToken) =>
        ReadAsync(http, downtime.AnswerAsync, ["kind", "reason", "mean"], cancellationToken);

    public static async Task<IResult> MachinesAsync(HttpContext http, ListMachines machines, CancellationToken cancellationToken) =>
        Answer(http, await machines.AnswerAsync(http.Asker(), cancellationToken));

    public static async Task<IResult> DateRangeAsync(HttpContext http, GetDateRange range, CancellationToken cancellationToken) =>
        Answer(http, await range.AnswerAsync(http.Asker(), cancellationToken));

    public static async Task<IResult> StatsAsync(HttpContext http, GetStats stats, CancellationToken cancellationToken) =>
        Answer(http, await stats.AnswerAsync(http.Asker(), cancellationToken));

    public static Task<IResult> ProductionAsync(HttpContext http, GetOutput output, CancellationToken cancellationToken) =>
        ReadAsync(http, output.ProductionAsync, ["by", "mean"], cancellationToken);

    public static Task<IResult> ScrapAsync(HttpContext http, GetOutput output, CancellationToken cancellationToken) =>
        ReadAsync(http, output.ScrapAsync, ["by", "defect", "mean", "workOrder"], cancellationToken);

    public static Task<IResult> IssuesAsync(HttpContext http, GetIssues issues, CancellationToken cancellationToken) =>
        ReadAsync(http, issues.AnswerAsync, ["severity", "defect"], cancellationToken);

    public static Task<IResult> TeepAsync(HttpContext http, GetTeep teep, CancellationToken cancellationToken) =>
        ReadAsync(http, teep.AnswerAsync, ["form"], cancellationToken);

    public static Task<IResult> WhyAsync(HttpContext http, ExplainOee explain, CancellationToken cancellationToken) =>
        ReadAsync(http, explain.AnswerAsync, ["otherPeriod"], cancellationToken);

    public static Task<IResult> DifferenceAsync(HttpContext http, ExplainDifference explain, CancellationToken cancellationToken) => ReadAsync(
        http, (asker, question, token) => explain.AnswerAsync(asker, question, FigureQuery.Text(http.Request.Query, "order"), token), FigureParameters.Difference, cancellationToken);

    public static Task<IResult> CompareAsync(HttpContext http, CompareTwo compare, CancellationToken cancellationToken) => ReadAsync(
        http, (asker, question, token) => compare.AnswerAsync(asker, question with { OtherPeriod = null }, Figure(http), token), FigureParameters.Compare, cancellationToken);

    public static Task<IResult> RankAsync(HttpContext http, RankParts rank, CancellationToken cancellationToken)
    {
        var count = FigureQuery.Text(http.Request.Query, "count");
        var number = 0;
        return count is not null && !(int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0)
            ? Task.FromResult<IResult>(ApiFailures.BadNumber("count", count).ToResult(http))
            : ReadAsync(
                http,
                (asker, question, token) => rank.AnswerAsync(
                    asker, question, Figure(http), FigureQuery.Text(http.Request.Query, "order"), count is null ? null : number, FigureQuery.Text(http.Request.Query, "limit"), token),
                FigureParameters.Rank,
                cancellationToken);
    }

    public static Task<IResult> TrendAsync(HttpContext http, ShowTrend trend, CancellationToken cancellationToken) =>
        ReadAsync(http, (asker, question, token) => trend.AnswerAsync(asker, question, Figure(http), token), FigureParameters.Trend, cancellationToken);

    public static Task<IResult> PlanAsync(HttpContext http, GetPlan plan, CancellationToken cancellationToken) =>
        ReadAsync(http, plan.AnswerAsync, ["workOrder"], cancellationToken);

    public static Task<IResult> DigestAsync(HttpContext http, ComposeDigest digest, CancellationToken cancellationToken) =>
        ReadAsync(http, digest.AnswerAsync, [], cancellationToken);

    public static Task<IResult> HandoverAsync(HttpContext http, HandOverShift handover, CancellationToken cancellationToken) =>
        ReadAsync(http, handover.AnswerAsync, [], cancellationToken);

    public static async Task<IResult> ConventionAsync(HttpContext http, SetConvention convention, CancellationToken cancellationToken) =>
        Answer(http, await convention.ShowAsync(http.Asker(), cancellationToken));

    private static string? Figure(HttpContext http) => FigureQuery.Text(http.Request.Query, "figure");

    private static async Task<IResult> ReadAsync(
        HttpContext http,
        Func<Asker, PlantQuestion, CancellationToken, Task<SkillResult>> answer,
        IReadOnlyCollection<string> own,
        CancellationToken cancellationToken)
    {
        var (question, problem) = FigureQuery.Read(http.Request.Query, own);
        return problem is null ? Answer(http, await answer(http.Asker(), question!, cancellationToken)) : problem.ToResult(http);
    }

    private static IResult Answer(HttpContext http, SkillResult result) => result.Status == ResultStatus.Answered
        ? TypedResults.Json(FigureAnswer.Of(result), ApiJson.Default.FigureAnswer)
        : FigureFailures.Of(result).ToResult(http);
}
