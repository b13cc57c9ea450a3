using System.Globalization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Downloads;

/// <summary>Makes a file of the figures of the last answer, behind a link that ends after a while.</summary>
internal sealed class DownloadAnswer(IGivenAnswers answers, FileStore store, FileLinks links)
{
    private const int LongestQuestion = 60;
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public async Task<SkillResult> RunAsync(string? words, Asker asker, CancellationToken cancellationToken)
    {
        var csv = words?.Contains("csv", StringComparison.OrdinalIgnoreCase) == true;
        if (await answers.LastResultAsync(asker, cancellationToken) is not { } given)
            return DownloadsFailures.NoAnswer();
        if (Offered(given.Result, csv) is { } button)
            return Answered($"Here is the answer to “{Short(given.Question)}” as {(csv ? "a CSV" : "an Excel")} file.", button, null);
        var sheets = AnswerSheets.Of(given);
        if (sheets.Count == 0)
            return DownloadsFailures.NoFigures(Short(given.Question));
        // A CSV file has room for one table: the longest list is what nobody wants to type. The last sheet has the single figures.
        var table = sheets.SkipLast(1).MaxBy(s => s.Rows.Count) ?? sheets[^1];
        var name = string.Create(CultureInfo.InvariantCulture, $"answer-{asker.Now:yyyy-MM-dd-HHmm}{(AnswerSheets.MarkOf(given.Result) is { } mark ? "-" + mark : "")}");
        var file = csv
            ? await store.KeepAsync(asker.TenantId, new(name + ".csv", Spreadsheet.CsvType, Spreadsheet.Csv(table), Life), cancellationToken)
            : await store.KeepAsync(asker.TenantId, new(name + ".xlsx", Spreadsheet.ExcelType, Spreadsheet.Excel(sheets), Life), cancellationToken);
        var what = csv ? $"the table “{table.Name}”" : sheets.Count == 1 ? $"one sheet, “{table.Name}”" : $"{sheets.Count} sheets: {string.Join(", ", sheets.Select(s => s.Name))}";
        return Answered(
            $"Here is the answer to “{Short(given.Question)}” as {(csv ? "a CSV" : "an Excel")} file with {what}. The link works for an hour.",
            links.Button(Kind(csv), asker.TenantId, file, Life), links.Offer(asker.TenantId, file, Life));
    }

    private static string Kind(bool csv) => csv ? "CSV" : "Excel";

    // An answer of a database has its files already, with all rows where the card shows the first of them.
    private OpenUrlAction? Offered(SkillResult result, bool csv)
    {
        if (result.Card is not { } card)
            return null;
        var buttons = card.Body.OfType<ActionSet>().SelectMany(set => set.Actions).Concat(card.Actions ?? []);
        return buttons.OfType<OpenUrlAction>().FirstOrDefault(button => button.Title == Kind(csv) && links.Works(button.Url));
    }

    private static SkillResult Answered(string text, OpenUrlAction button, OfferedFile? file) => new()
    {
        Status = ResultStatus.Answered,
        Text = text,
        Card = new() { Body = [new TextBlock { Text = text, Wrap = true }], Actions = [button] },
        File = file,
    };

    private static string Short(string question) => question.Length <= LongestQuestion ? question : question[..LongestQuestion].TrimEnd() + "…";
}
