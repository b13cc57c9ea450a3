using FactoryBot.Skills.Documents.Evaluation;

namespace FactoryBot.Skills.Tests.Documents.Evaluation;

public sealed class EvaluateDocumentsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    /// <summary>Forty pages of an ERP system that nobody has, asked in words that the pages avoid. The floors hold with and without a
    /// dictionary; the figures themselves are printed by <c>factorybot eval documents</c>.</summary>
    [Fact]
    public async Task Evaluate_GuideOfAnotherSystem_FindsMostAndRefusesWhatItDoesNotSay()
    {
        await using var host = new DocumentsHost(await postgres.NewDatabaseAsync());
        var folder = Path.Combine(AppContext.BaseDirectory, "Documents", "Evaluation");
        foreach (var page in (await File.ReadAllTextAsync(Path.Combine(folder, "plant-guide.txt"))).Split("=== ", StringSplitOptions.RemoveEmptyEntries))
            await host.AddAsync(page.Split('\n')[0], page[(page.IndexOf('\n', StringComparison.Ordinal) + 1)..]);

        var report = EvaluationReport.Of(await host.EvaluateAsync(EvaluationQuestion.Read(Path.Combine(folder, "plant-guide-questions.jsonl"))));

        Assert.InRange(report.FirstFive, 65, 100);
        Assert.InRange(report.RefusedUnanswerable, 80, 100);
        Assert.InRange(report.RefusedAnswerable, 0, 50);
    }
}
