using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Api.Callers;
using FactoryBot.Api.Figures;
using FactoryBot.Skills.Documents.Ready;
using FactoryBot.Skills.Documents.Synonyms;
using FactoryBot.Skills.Documents.Systems;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Api.Documents;

/// <summary>What is kept beside the documents: synonyms, ready answers, ERP systems.</summary>
internal static class LibraryRequests
{
    private const int MostBytes = 64 * 1024;

    public static void MapLibrary(this RouteGroupBuilder api)
    {
        api.MapGet("/documents/synonyms", SynonymsAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithDocs<FigureAnswer>("The synonyms", "What the plant calls things that its documents call otherwise.");
        api.MapPut("/documents/synonyms", PutSynonymAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithDocs<SynonymRequest, FigureAnswer>("Add a synonym", "A line such as 'supplier | vendor', or 'bill > invoice' where it holds one way only.");
        api.MapDelete("/documents/synonyms", DeleteSynonymAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithDocs<FigureAnswer>("Remove a synonym", "The line stands in the query: ?line=supplier | vendor.");
        api.MapGet("/documents/answers", AnswersAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithDocs<FigureAnswer>("The ready answers", "With their questions and owners.");
        api.MapPut("/documents/answers", PutAnswerAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithDocs<ReadyAnswerRequest, FigureAnswer>("Keep an answer ready", "For exact questions; a question that another answer had goes to this one.");
        api.MapDelete("/documents/answers/{id:long}", DeleteAnswerAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithDocs<FigureAnswer>("Forget a ready answer", "By its number.");
        api.MapGet("/documents/systems", SystemsAsync).Needs(Permissions.ErpQuery, Modules.Documents)
            .WithDocs<FigureAnswer>("The ERP systems", "With version, modules and document sets.");
        api.MapPut("/documents/systems", PutSystemAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithDocs<SystemRequest, FigureAnswer>("Set an ERP system up", "The same name and version again replaces it. A question that names it is answered from its sets alone.");
        api.MapDelete("/documents/systems", DeleteSystemAsync).Needs(Permissions.DocumentsManage, Modules.Documents)
            .WithDocs<FigureAnswer>("Remove an ERP system", "By ?name= and ?version=; its documents stay.");
    }

    private static async Task<IResult> SynonymsAsync(HttpContext http, ManageSynonyms synonyms, CancellationToken cancellationToken) =>
        DocumentRequests.Answer(http, await synonyms.ListAsync(http.Asker(), cancellationToken));

    private static async Task<IResult> PutSynonymAsync(HttpContext http, ManageSynonyms synonyms, CancellationToken cancellationToken)
    {
        var (request, problem) = await JsonBody.ReadAsync(http.Request, LibraryJson.Default.SynonymRequest, MostBytes, cancellationToken);
        return problem is not null ? problem.ToResult(http) : DocumentRequests.Answer(http, await synonyms.AddAsync(http.Asker(), request!.Line ?? "", cancellationToken));
    }

    private static async Task<IResult> DeleteSynonymAsync(HttpContext http, ManageSynonyms synonyms, CancellationToken cancellationToken) =>
        DocumentRequests.Answer(http, await synonyms.RemoveAsync(http.Asker(), http.Request.Query["line"].ToString(), cancellationToken));

    private static async Task<IResult> AnswersAsync(HttpContext http, KeepAnswers answers, CancellationToken cancellationToken) =>
        DocumentRequests.Answer(http, await answers.ListAsync(http.Asker(), cancellationToken));

    private static async Task<IResult> PutAnswerAsync(HttpContext http, KeepAnswers answers, CancellationToken cancellationToken)
    {
        var (request, problem) = await JsonBody.ReadAsync(http.Request, LibraryJson.Default.ReadyAnswerRequest, MostBytes, cancellationToken);
        return problem is not null ? problem.ToResult(http)
            : DocumentRequests.Answer(http, await answers.KeepAsync(http.Asker(), request!.Questions ?? [], request.Answer ?? "", cancellationToken));
    }

    private static async Task<IResult> DeleteAnswerAsync(HttpContext http, long id, KeepAnswers answers, CancellationToken cancellationToken) =>
        DocumentRequests.Answer(http, await answers.RemoveAsync(http.Asker(), id, cancellationToken));

    private static async Task<IResult> SystemsAsync(HttpContext http, ManageSystems systems, CancellationToken cancellationToken) =>
        DocumentRequests.Answer(http, await systems.ListAsync(http.Asker(), cancellationToken));

    private static async Task<IResult> PutSystemAsync(HttpContext http, ManageSystems systems, CancellationToken cancellationToken)
    {
        var (request, problem) = await JsonBody.ReadAsync(http.Request, LibraryJson.Default.SystemRequest, MostBytes, cancellationToken);
        if (problem is not null)
            return problem.ToResult(http);
        var system = new ErpSystem { Name = request!.Name ?? "", Version = request.Version ?? "", Modules = [.. request.Modules ?? []], Sets = [.. request.Sets ?? []] };
        return DocumentRequests.Answer(http, await systems.PutAsync(http.Asker(), system, cancellationToken));
    }

    private static async Task<IResult> DeleteSystemAsync(HttpContext http, ManageSystems systems, CancellationToken cancellationToken) =>
        DocumentRequests.Answer(
            http, await systems.RemoveAsync(http.Asker(), http.Request.Query["name"].ToString(), http.Request.Query["version"].ToString(), cancellationToken));
}

internal sealed record SynonymRequest
{
    /// <summary>Two words or more with | between them, or two with > between them.</summary>
    public string? Line { get; init; }
}

internal sealed record ReadyAnswerRequest
{
    /// <summary>Each way in which it is asked.</summary>
    public IReadOnlyList<string>? Questions { get; init; }

    /// <summary>At most 4,000 characters.</summary>
    public string? Answer { get; init; }
}

internal sealed record SystemRequest
{
    /// <summary>As people name it in a question.</summary>
    public string? Name { get; init; }

    /// <summary>Left out where it does not matter.</summary>
    public string? Version { get; init; }

    /// <summary>The modules in use.</summary>
    public IReadOnlyList<string>? Modules { get; init; }

    /// <summary>The document sets that speak of it.</summary>
    public IReadOnlyList<string>? Sets { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SynonymRequest))]
[JsonSerializable(typeof(ReadyAnswerRequest))]
[JsonSerializable(typeof(SystemRequest))]
internal sealed partial class LibraryJson : JsonSerializerContext;
