using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents.Catalog;

/// <summary>How much is asked of the documents, how much of it is answered, and which documents answer nothing.</summary>
internal sealed class ShowUsage(FactoryDatabase database)
{
    private const int Days = 30;
    private const int MostListed = 5;

    /// <summary>Every document with its answers, as CSV; text that a spreadsheet would calculate is quoted as text.</summary>
    public async Task<string> CsvAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var cited = await CatalogStore.CitedAsync(scope, asker.Now.AddDays(-Days), cancellationToken);
        return string.Concat(cited.Select(d => string.Create(CultureInfo.InvariantCulture, $"{Cell(d.Title)},{Cell(d.Name)},{d.Answers}\r\n")).Prepend("title,name,answers\r\n"));
    }

    private static string Cell(string text) =>
        $"\"{(text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public async Task<SkillResult> AnswerAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var usage = await CatalogStore.UsageAsync(scope, asker.Now.AddDays(-Days), cancellationToken);
        if (usage.Questions == 0)
            return SkillResult.No(ResultStatus.NoRows, $"Nothing was asked of the documents in the last {Days} days.");
        var cited = await CatalogStore.CitedAsync(scope, asker.Now.AddDays(-Days), cancellationToken);
        var unused = cited.Where(d => d.Answers == 0).ToList();
        var text = string.Create(CultureInfo.InvariantCulture, $"{usage.Questions:N0} questions of {usage.Askers:N0} people in the last {Days} days; {100.0 * usage.Answered / usage.Questions:0} % answered, half of them within {usage.MedianMilliseconds:0} ms. {unused.Count:N0} of {cited.Count:N0} documents answered none.");
        return ListResult.Of(
            "Questions of the documents", text, JsonSerializer.SerializeToElement(new UsageData(usage, cited), UsageJson.Default.UsageData),
            [
                TextBlock.Of(text),
                Table.Of(
                    [TableColumn.Left(8), TableColumn.Right(2)],
                    ["Document", "Answers"],
                    cited.Take(MostListed).Concat(unused.Take(MostListed)).Distinct()
                        .Select(d => (IReadOnlyList<CardText>)[d.Title, d.Answers.ToString("N0", CultureInfo.InvariantCulture)])),
            ]);
    }
}

internal sealed record UsageData(DocumentUsage Usage, IReadOnlyList<CitedDocument> Documents);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(UsageData))]
internal sealed partial class UsageJson : JsonSerializerContext;
