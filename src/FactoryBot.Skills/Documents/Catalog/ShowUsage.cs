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
    private const int MostTopics = 20;
    private const int MostQuestions = 5_000;

    /// <summary>Every document with its answers, as CSV; text that a spreadsheet would calculate is quoted as text.</summary>
    public async Task<string> CsvAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var cited = await CatalogStore.CitedAsync(scope, asker.Now.AddDays(-Days), cancellationToken);
        return string.Concat(cited.Select(d => string.Create(CultureInfo.InvariantCulture, $"{Cell(d.Title)},{Cell(d.Name)},{d.Answers}\r\n")).Prepend("title,name,answers\r\n"));
    }

    /// <summary>What was asked about most, as CSV.</summary>
    public async Task<string> TopicsCsvAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var topics = await TopicsAsync(scope, asker, cancellationToken);
        return string.Concat(topics.Select(t => string.Create(CultureInfo.InvariantCulture, $"{Cell(t.Name)},{t.Questions},{t.Answered}\r\n")).Prepend("topic,questions,answered\r\n"));
    }

    private static async Task<IReadOnlyList<Topic>> TopicsAsync(TenantScope scope, Asker asker, CancellationToken cancellationToken) =>
        TopTopics.Of(await CatalogStore.QuestionsAsync(scope, asker.Now.AddDays(-Days), MostQuestions, cancellationToken), MostTopics);

    private static string Cell(string text) =>
        $"\"{(text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public async Task<SkillResult> AnswerAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var usage = await CatalogStore.UsageAsync(scope, asker.Now.AddDays(-Days), cancellationToken);
        if (usage.Questions == 0)
            return SkillResult.No(ResultStatus.NoRows, $"Nothing was asked of the documents in the last {Days} days.");
        var cited = await CatalogStore.CitedAsync(scope, asker.Now.AddDays(-Days), cancellationToken);
        var topics = await TopicsAsync(scope, asker, cancellationToken);
        var unused = cited.Where(d => d.Answers == 0).ToList();
        var text = string.Create(CultureInfo.InvariantCulture, $"{usage.Questions:N0} question{(usage.Questions == 1 ? "" : "s")} of {usage.Askers:N0} {(usage.Askers == 1 ? "person" : "people")} in the last {Days} days; {100.0 * usage.Answered / usage.Questions:0} % answered, half of them within {usage.MedianMilliseconds:0} ms. {unused.Count:N0} of {cited.Count:N0} documents answered none.");
        if (topics.Count > 0)
            text += $" Asked about most: {string.Join(", ", topics.Take(MostListed).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Name} ({t.Questions:N0})")))}.";
        return ListResult.Of(
            "Questions of the documents", text, JsonSerializer.SerializeToElement(new UsageData(usage, topics, cited), UsageJson.Default.UsageData),
            [
                TextBlock.Of(text),
                .. topics.Count == 0 ? (CardElement[])[] : [Table.Of(
                    [TableColumn.Left(6), TableColumn.Right(2), TableColumn.Right(2)],
                    ["Topic", "Questions", "Answered"],
                    topics.Take(MostListed).Select(t => (IReadOnlyList<CardText>)
                        [t.Name, t.Questions.ToString("N0", CultureInfo.InvariantCulture), t.Answered.ToString("N0", CultureInfo.InvariantCulture)]))],
                Table.Of(
                    [TableColumn.Left(8), TableColumn.Right(2)],
                    ["Document", "Answers"],
                    cited.Take(MostListed).Concat(unused.Take(MostListed)).Distinct()
                        .Select(d => (IReadOnlyList<CardText>)[d.Title, d.Answers.ToString("N0", CultureInfo.InvariantCulture)])),
            ]);
    }
}

internal sealed record UsageData(DocumentUsage Usage, IReadOnlyList<Topic> Topics, IReadOnlyList<CitedDocument> Documents);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(UsageData))]
internal sealed partial class UsageJson : JsonSerializerContext;
