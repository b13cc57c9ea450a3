using FactoryBot.Skills.Analysis.Evaluation;

namespace FactoryBot.Skills.Tests.Analysis;

/// <summary>The sample shop asked in words, with no word of ours in its model.</summary>
public sealed class SalesQuestionsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Questions_OfTheSampleShop_AreRightOrNotAnswered()
    {
        var questions = await SetQuestion.ReadAsync(Path.Combine(AppContext.BaseDirectory, "Analysis/Questions/sales.jsonl"), CancellationToken.None);
        var evaluated = await new EvaluateSet(TimeProvider.System).RunAsync(questions, await postgres.NewConnectionStringAsync(), ["sales"], null, CancellationToken.None);

        Assert.Empty(evaluated.Where(e => e.Outcome == Outcome.Wrong).Select(e => $"{e.Question.Question}\n{e.Note}"));
        Assert.Empty(evaluated.Where(e => e.Outcome != Outcome.Right).Skip(3).Select(e => $"{e.Question.Question}: {e.Note}"));
    }
}
