using FactoryBot.Skills.Documents.Catalog;

namespace FactoryBot.Skills.Tests.Documents.Catalog;

public sealed class TopTopicsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public void Of_Questions_NamesWhatMostOfThemShareAndCountsEachOnce()
    {
        var topics = TopTopics.Of(
            [
                Asked("how do I cancel a purchase order?"), Asked("who approves purchase orders", answered: false), Asked("print the purchase order"),
                Asked("post scrap"), Asked("where is scrap posted"), Asked("what is a routing"),
            ],
            5);

        Assert.Equal([new("purchase order", 3, 2), new Topic("scrap", 2, 2)], topics.Select(t => t.Name.StartsWith("purchase order", StringComparison.Ordinal) ? t with { Name = "purchase order" } : t));
    }

    [Fact]
    public async Task Usage_OfQuestions_TellsTheTopicsInWordsDataCardAndCsv()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        await host.AddAsync("scrap.md", "# Post scrap\n\n1. Open the **Output Journal**.\n2. Enter the scrap quantity.\n");
        await host.AskAsync("how do I post scrap?");
        await host.AskAsync("who may book =scrap");

        var usage = await host.Get<ShowUsage>().AnswerAsync(host.Asker(FactoryBot.Skills.Tenancy.Role.Owner), default);
        var csv = await host.Get<ShowUsage>().TopicsCsvAsync(host.Asker(FactoryBot.Skills.Tenancy.Role.Owner), default);

        Assert.EndsWith("Asked about most: scrap (2).", usage.Text, StringComparison.Ordinal);
        Assert.Equal("scrap", usage.Data!.Value.GetProperty("topics")[0].GetProperty("name").GetString());
        Assert.StartsWith("topic,questions,answered\r\n\"scrap\",2,", csv, StringComparison.Ordinal);
    }

    private static TopicQuestion Asked(string text, bool answered = true) => new() { Text = text, Answered = answered };
}
