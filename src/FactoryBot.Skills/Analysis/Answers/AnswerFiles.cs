using System.Globalization;
using System.Text;
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
        var csv = await store.KeepAsync(asker.TenantId, new(name + ".csv", "text/csv", Csv(answer), Life), cancellationToken);
        var xlsx = await store.KeepAsync(
            asker.TenantId, new(name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Workbook.Of(answer), Life), cancellationToken);
        return [links.Button("CSV", asker.TenantId, csv, Life), links.Button("Excel", asker.TenantId, xlsx, Life)];
    }

    internal static byte[] Csv(QueryAnswer answer)
    {
        var columns = answer.Shown.ToList();
        var text = new StringBuilder();
        text.AppendJoin(',', columns.Select(c => Cell(c.Column.Title))).Append("\r\n");
        foreach (var row in answer.Rows)
            text.AppendJoin(',', columns.Select(c => Cell(Plain(row[c.At])))).Append("\r\n");
        // The mark tells spreadsheets that it is UTF-8.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    internal static string Plain(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Array list => string.Join("; ", list.Cast<object?>()),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // A text that begins like a formula is one to a spreadsheet; the quote makes it a text.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '@' or '\t' or '\r' || (text.Length > 1 && text[0] == '-' && !char.IsAsciiDigit(text[1])) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
