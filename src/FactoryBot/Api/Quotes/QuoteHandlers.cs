using FactoryBot.Api.Callers;
using FactoryBot.Api.Figures;
using FactoryBot.Skills.Quotes;
using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Documents;
using FactoryBot.Skills.Quotes.Lifecycle;
using FactoryBot.Skills.Results;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace FactoryBot.Api.Quotes;

/// <summary>The same use cases that chat and buttons end in.</summary>
internal static class QuoteHandlers
{
    private const long LargestList = 200L << 20;

    /// <param name="mine">Only the caller's own.</param>
    /// <param name="expiresWithin">Only approved and sent ones whose validity ends within so many days.</param>
    public static async Task<IResult> ListAsync(
        HttpContext http, string? search, string? state, bool? mine, int? expiresWithin, ShowQuotes show, CancellationToken cancellationToken) =>
        state is null || QuoteStates.Read(state) is not null
            ? Answer(http, await show.ListAsync(
                "Quotes",
                "No quote fits.",
                new()
                {
                    Words = search, State = state is null ? null : QuoteStates.Read(state), OwnerId = mine == true ? http.Asker().MemberId : null,
                    ExpiresBy = expiresWithin is { } days ? http.Asker().Today.AddDays(Math.Clamp(days, 0, 3650)) : null,
                },
                http.Asker(),
                cancellationToken))
            : Answer(http, QuoteFailures.UnknownState(state));

    public static async Task<IResult> SettingsAsync(HttpContext http, ChangeQuoteSettings settings, CancellationToken cancellationToken) =>
        Answer(http, await settings.ShowAsync(http.Asker(), cancellationToken));

    public static Task<IResult> SetAsync(HttpContext http, ChangeQuoteSettings settings, IOptions<ApiOptions> options, CancellationToken cancellationToken) =>
        ChangeAsync(http, options, change => settings.SayAsync(change.Change ?? "", http.Asker(), cancellationToken), cancellationToken);

    public static async Task<IResult> AlternativesAsync(HttpContext http, string number, int line, string? want, FindAlternatives find, CancellationToken cancellationToken) =>
        Answer(http, await find.RunAsync(Number(number), line, want?.Contains("cheaper", StringComparison.Ordinal) == true, want?.Contains("stock", StringComparison.Ordinal) == true, http.Asker(), cancellationToken));

    public static async Task<IResult> FiguresAsync(HttpContext http, ShowQuotes show, string? period, CancellationToken cancellationToken) =>
        Answer(http, await show.FiguresAsync(period, http.Asker(), cancellationToken));

    public static async Task<IResult> GetAsync(HttpContext http, string number, ShowQuotes show, CancellationToken cancellationToken) =>
        Answer(http, await show.OneAsync(Number(number), http.Asker(), cancellationToken));

    public static async Task<IResult> ChangesAsync(HttpContext http, string number, ShowQuotes show, CancellationToken cancellationToken) =>
        Answer(http, await show.ChangesAsync(Number(number), http.Asker(), cancellationToken));

    public static async Task<IResult> PreviewAsync(HttpContext http, string number, SubmitQuote submit, CancellationToken cancellationToken) =>
        Answer(http, await submit.PreviewAsync(Number(number), http.Asker(), cancellationToken));

    public static async Task<IResult> DocumentAsync(HttpContext http, string number, string format, ExportQuote export, CancellationToken cancellationToken)
    {
        if (format is not ("pdf" or "docx"))
            return ApiFailures.NotFound.ToResult(http);
        var (view, file, _) = await export.MakeAsync(Number(number), format, http.Asker(), cancellationToken);
        return file is not null
            ? TypedResults.File(file.Content, file.MediaType, file.Name)
            : FigureFailures.Of(view is null ? QuoteFailures.NoQuote(number) : QuoteFailures.NoFonts).ToResult(http);
    }

    public static async Task<IResult> DraftAsync(HttpContext http, DraftQuote draft, IOptions<ApiOptions> options, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync(http.Request, ApiJson.Default.NewQuote, options.Value.BodyBytes, cancellationToken);
        if (problem is not null)
            return problem.ToResult(http);
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        return Answer(http, await draft.RunAsync(
            body!.Request, body.Customer, key.Length is > 0 and <= 190 ? "rest " + key : null, http.Asker(), cancellationToken));
    }

    public static Task<IResult> EditAsync(HttpContext http, string number, EditQuote edit, IOptions<ApiOptions> options, CancellationToken cancellationToken) =>
        ChangeAsync(http, options, change => ReadEdits.Of(change.Change ?? "", http.Asker().Today) is { Count: > 0 } edits
            ? edit.RunAsync(Number(number), change.Revision, edits, http.Asker(), cancellationToken)
            : Task.FromResult(QuoteFailures.UnknownEdit(change.Change ?? "")), cancellationToken);

    /// <summary>One line, by fields instead of words.</summary>
    public static async Task<IResult> EditLineAsync(
        HttpContext http, string number, int line, EditQuote edit, IOptions<ApiOptions> options, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync(http.Request, ApiJson.Default.LineChange, options.Value.BodyBytes, cancellationToken);
        if (problem is not null)
            return problem.ToResult(http);
        return body!.Wrong() is { } wrong ? Answer(http, QuoteFailures.CannotEdit(wrong)) : Answer(http, await edit.RunAsync(Number(number), body.Revision, body.Edits(line), http.Asker(), cancellationToken));
    }

    public static async Task<IResult> RemoveLineAsync(HttpContext http, string number, int line, int? revision, EditQuote edit, CancellationToken cancellationToken) =>
        Answer(http, await edit.RunAsync(Number(number), revision, [new RemoveLines(LineSelector.Of(line))], http.Asker(), cancellationToken));

    public static async Task<IResult> UndoAsync(HttpContext http, string number, EditQuote edit, CancellationToken cancellationToken) =>
        Answer(http, await edit.UndoAsync(Number(number), http.Asker(), cancellationToken));

    public static Task<IResult> SubmitAsync(HttpContext http, string number, SubmitQuote submit, IOptions<ApiOptions> options, CancellationToken cancellationToken) =>
        ChangeAsync(http, options, change => submit.RunAsync(Number(number), change.Revision, http.Asker(), cancellationToken), cancellationToken);

    public static Task<IResult> WithdrawAsync(HttpContext http, string number, MoveQuote move, IOptions<ApiOptions> options, CancellationToken cancellationToken) =>
        ChangeAsync(http, options, _ => move.WithdrawAsync(Number(number), http.Asker(), cancellationToken), cancellationToken);

    public static Task<IResult> CopyAsync(HttpContext http, string number, MoveQuote move, IOptions<ApiOptions> options, CancellationToken cancellationToken) =>
        ChangeAsync(http, options, _ => move.CopyAsync(Number(number), http.Asker(), cancellationToken), cancellationToken);

    public static Task<IResult> SendAsync(HttpContext http, string number, MoveQuote move, IOptions<ApiOptions> options, CancellationToken cancellationToken) =>
        ChangeAsync(http, options, change => move.SendAsync(Number(number), change.Revision, http.Asker(), cancellationToken), cancellationToken);

    public static Task<IResult> CloseAsync(HttpContext http, string number, MoveQuote move, IOptions<ApiOptions> options, CancellationToken cancellationToken) =>
        ChangeAsync(http, options, change => move.CloseAsync(Number(number), change.Revision, change.Outcome ?? "", change.Reason, http.Asker(), cancellationToken), cancellationToken);

    public static async Task<IResult> ImportAsync(
        HttpContext http, Func<Guid, string, Stream, CancellationToken, Task<ImportReport>> import, CancellationToken cancellationToken)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestList;
        // The readers of lists read without waiting for the network, and XLSX must be read back and forth.
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content, cancellationToken);
        content.Position = 0;
        var workbook = http.Request.ContentType?.Contains("spreadsheetml", StringComparison.OrdinalIgnoreCase) == true;
        var report = await import(http.Asker().TenantId, workbook ? "list.xlsx" : "list.csv", content, cancellationToken);
        return report.Problem is { } problem
            ? FigureFailures.Of(SkillResult.No(ResultStatus.NotUnderstood, problem)).ToResult(http)
            : TypedResults.Json(new(report.Added, report.Replaced, report.Refused, [.. report.Rows.Select(r => new ImportRow(r.Row, r.Reason))]), ApiJson.Default.ImportAnswer);
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext http, IOptions<ApiOptions> options, Func<QuoteChange, Task<SkillResult>> change, CancellationToken cancellationToken)
    {
        if (http.Request.ContentLength is null or 0 && http.Request.ContentType is null)
            return Answer(http, await change(new()));
        var (body, problem) = await JsonBody.ReadAsync(http.Request, ApiJson.Default.QuoteChange, options.Value.BodyBytes, cancellationToken);
        return problem is not null ? problem.ToResult(http) : Answer(http, await change(body!));
    }

    // "12" is Q-00012 here too; what is no number at all finds no quote.
    public static string Number(string number) => QuoteNumber.In(number) ?? QuoteNumber.In("Q-" + number) ?? number;

    public static IResult Answer(HttpContext http, SkillResult result) => result.Status == ResultStatus.Answered
        ? TypedResults.Json(FigureAnswer.Of(result), ApiJson.Default.FigureAnswer)
        : FigureFailures.Of(result).ToResult(http);
}
