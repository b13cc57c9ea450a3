using FactoryBot.Api.Callers;
using FactoryBot.Skills.Metrics.Import;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api.Intake;

/// <summary>A file in a form.</summary>
internal static class PostImport
{
    private const int Form = 256 * 1024;
    private static readonly string[] Kinds = [.. Enum.GetNames<ImportKind>().Select(kind => kind.ToLowerInvariant())];

    public static async Task<IResult> HandleAsync(HttpContext http, ImportFile import, IOptions<ImportOptions> options, CancellationToken cancellationToken)
    {
        if (!http.Request.HasFormContentType)
            return IntakeFailures.NotAForm.ToResult(http);
        var most = options.Value.MostBytes;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = (long)most + Form;
        var (request, problem) = await ReadAsync(http.Request, most, cancellationToken);
        if (request is null)
            return problem!.ToResult(http);
        var (report, unreadable) = await import.RunAsync(http.Asker().TenantId, request, cancellationToken);
        return report is null
            ? IntakeFailures.Unreadable(unreadable!).ToResult(http)
            : TypedResults.Text(ImportData.Of(report).ToJson(), "application/json", statusCode: report.Outcome == ImportOutcome.Stopped ? 422 : 200);
    }

    private static async Task<(ImportRequest? Request, Problem? Problem)> ReadAsync(HttpRequest http, int most, CancellationToken cancellationToken)
    {
        try
        {
            var form = await http.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = most, BufferBody = false }, cancellationToken);
            if (form.Files["file"] is not { } file)
                return (null, IntakeFailures.NoFile);
            var kind = form["kind"].ToString();
            if (kind.Length > 0 && !Kinds.Contains(kind))
                return (null, IntakeFailures.UnknownKind(kind, Kinds));
            var map = form.Files["map"] is { } given ? System.Text.Encoding.UTF8.GetString(await BytesAsync(given, cancellationToken)) : form["map"].ToString();
            return (new(Path.GetFileName(file.FileName), await BytesAsync(file, cancellationToken), string.IsNullOrWhiteSpace(map) ? null : map, IsTrue(form["check"]), IsTrue(form["skipRejected"]))
            {
                Kind = kind.Length > 0 ? Enum.Parse<ImportKind>(kind, ignoreCase: true) : null,
            }, null);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, ApiFailures.BodyTooLarge(most));
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException or IOException)
        {
            return (null, IntakeFailures.NotAForm);
        }
    }

    private static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}
