using FactoryBot.Skills.Analysis.Query;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Files;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis.Answers;

/// <summary>The table of an answer as files, behind links that end after a while.</summary>
internal sealed class AnswerFiles(FileStore store, FileLinks links)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<CardAction>> ForAsync(Asker asker, QueryAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Rows.Count < 2)
            return [];
        var name = "answer-" + answer.Id.ToString("N")[^6..];
        var sheet = SheetOf(answer);
        var csv = await store.KeepAsync(asker.TenantId, new(name + ".csv", Spreadsheet.CsvType, Spreadsheet.Csv(sheet), Life), cancellationToken);
        var excel = await store.KeepAsync(asker.TenantId, new(name + ".xlsx", Spreadsheet.ExcelType, Spreadsheet.Excel(sheet), Life), cancellationToken);
        return [links.Button("CSV", asker.TenantId, csv, Life), links.Button("Excel", asker.TenantId, excel, Life)];
    }

    internal static TableSheet SheetOf(QueryAnswer answer)
    {
        var columns = answer.Shown.ToList();
        return new("Answer", [.. columns.Select(c => c.Column.Title)], [.. answer.Rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(c => row[c.At])])]);
    }
}
