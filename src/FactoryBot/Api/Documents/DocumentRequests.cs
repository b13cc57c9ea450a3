using FactoryBot.Api.Callers;
using FactoryBot.Api.Figures;
using FactoryBot.Skills.Documents;
using FactoryBot.Skills.Documents.Catalog;
using FactoryBot.Skills.Documents.Gaps;
using FactoryBot.Skills.Documents.Intake;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Quartz;

namespace FactoryBot.Api.Documents;

/// <summary>Takes documents in over REST, and tells which there are and how they are used.</summary>
internal static class DocumentRequests
{
    private const int LongestName = 300;

    public static void MapDocuments(this RouteGroupBuilder api)
    {
        api.MapGet("/documents", ListAsync).Needs(Permissions.ErpQuery, Modules.Documents)
            .WithDocs<FigureAnswer>("The documents", "With set, pieces, owner and last change, and the files that could not be read.");
        api.MapGet("/documents/usage", UsageAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithDocs<FigureAnswer>("Questions of the documents", "Of the last 30 days: how many, how many answered, what about, and which documents answered them.");
        api.MapGet("/documents/usage.csv", UsageCsvAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithSummary("Questions of the documents as CSV").WithDescription("One line for each document: title, name, answers of the last 30 days.").Produces<string>(StatusCodes.Status200OK, "text/csv");
        api.MapGet("/documents/topics.csv", TopicsCsvAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithSummary("What is asked about most as CSV").WithDescription("One line for each topic: topic, questions and answered ones of the last 30 days.").Produces<string>(StatusCodes.Status200OK, "text/csv");
        api.MapGet("/documents/gaps", GapsAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithDocs<FigureAnswer>("What the documents do not answer", "Open gaps, those that most people have first.");
        api.MapGet("/documents/opinions", OpinionsAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithDocs<FigureAnswer>("What people think of the answers", "The last opinions with their reasons, those of one's own documents first.");
        api.MapDelete("/documents", DeleteAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithDocs<FigureAnswer>("Remove a document", "By ?name= and ?set=; it is never quoted again.");
        api.MapLibrary();
        api.MapPut("/documents", PutAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithDocs<IntakeAnswer>("Take a document in", "The body is the file; its name and the set stand in the query. The same name again replaces it.");
    }

    public static async Task<IResult> ListAsync(HttpContext http, ListDocuments list, CancellationToken cancellationToken) =>
        Answer(http, await list.AnswerAsync(http.Asker(), cancellationToken));

    public static async Task<IResult> UsageAsync(HttpContext http, ShowUsage usage, CancellationToken cancellationToken) =>
        Answer(http, await usage.AnswerAsync(http.Asker(), cancellationToken));

    public static async Task<IResult> GapsAsync(HttpContext http, ListGaps gaps, CancellationToken cancellationToken) =>
        Answer(http, await gaps.AnswerAsync(http.Asker(), cancellationToken));

    public static async Task<IResult> OpinionsAsync(HttpContext http, ListOpinions opinions, CancellationToken cancellationToken) =>
        Answer(http, await opinions.AnswerAsync(http.Asker(), cancellationToken));

    public static async Task<IResult> DeleteAsync(HttpContext http, RemoveDocument remove, CancellationToken cancellationToken)
    {
        var set = http.Request.Query["set"].ToString();
        return Answer(http, await remove.AnswerAsync(http.Asker(), set.Length == 0 ? IntakeRequest.GeneralSet : set, http.Request.Query["name"].ToString(), cancellationToken));
    }

    public static async Task<IResult> UsageCsvAsync(HttpContext http, ShowUsage usage, CancellationToken cancellationToken) =>
        TypedResults.Text(await usage.CsvAsync(http.Asker(), cancellationToken), "text/csv; charset=utf-8");

    public static async Task<IResult> TopicsCsvAsync(HttpContext http, ShowUsage usage, CancellationToken cancellationToken) =>
        TypedResults.Text(await usage.TopicsCsvAsync(http.Asker(), cancellationToken), "text/csv; charset=utf-8");

    /// <summary>The body is the file; name and set stand in the query. The same name again replaces the document.</summary>
    public static async Task<IResult> PutAsync(
        HttpContext http, AddDocuments add, ReplayGaps gaps, ISchedulerFactory schedulers, IOptions<DocumentsOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var name = http.Request.Query["name"].ToString();
        if (name.Length is 0 or > LongestName)
            return new Problem(StatusCodes.Status400BadRequest, "no-name", "The file has no name", $"Give ?name= with at most {LongestName} characters.").ToResult(http);
        var most = options.Value.MostMegabytes * 1_048_576L;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most;
        if (http.Request.ContentLength > most)
            return new Problem(StatusCodes.Status413PayloadTooLarge, "too-large", "The file is too large", IntakeFailures.TooLarge(http.Request.ContentLength.Value, most)).ToResult(http);
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content, cancellationToken);
        var asker = http.Asker();
        var set = http.Request.Query["set"].ToString();
        var request = new IntakeRequest { TenantId = asker.TenantId, OwnerId = asker.MemberId, OwnerName = asker.Name };
        var results = await add.RunAsync(set.Length is > 0 and <= 100 ? request with { Set = set } : request, name, content.ToArray(), null, cancellationToken);
        await ReadMeaning.SoonAsync(schedulers, asker.TenantId, clock, cancellationToken);
        var closed = await gaps.RunAsync(asker.TenantId, cancellationToken);
        return TypedResults.Json(
            new(IntakeText.Summary([.. results]), closed, [.. results.Select(r => new TakenInFile(r.Name, r.Outcome.ToString().ToLowerInvariant(), r.Pieces, r.Pages, r.Note))]),
            ApiJson.Default.IntakeAnswer);
    }

    internal static IResult Answer(HttpContext http, SkillResult result) => result.Status == ResultStatus.Answered
        ? TypedResults.Json(FigureAnswer.Of(result), ApiJson.Default.FigureAnswer)
        : FigureFailures.Of(result).ToResult(http);
}
