using FactoryBot.Skills.Analysis.Evaluation;
using Npgsql;

namespace FactoryBot.Skills.Tests.Analysis;

/// <summary>Databases with a drafted model alone, as on a customer's first day.</summary>
public sealed class StrangeDatabasesTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("helpdesk")]
    [InlineData("transport")]
    public async Task Questions_OfADatabaseNobodyEdited_AreRight(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Analysis/Questions");
        var connection = await postgres.NewEmptyDatabaseAsync();
        await using (var owner = NpgsqlDataSource.Create(connection))
        await using (var create = owner.CreateCommand(await File.ReadAllTextAsync(Path.Combine(folder, name + ".sql"))))
            await create.ExecuteNonQueryAsync();
        var questions = await SetQuestion.ReadAsync(Path.Combine(folder, name + ".jsonl"), CancellationToken.None);

        var evaluated = await new EvaluateSet(TimeProvider.System).RunAsync(questions, connection + $";Search Path={name}", [name], null, CancellationToken.None);

        Assert.Empty(evaluated.Where(e => e.Outcome != Outcome.Right).Select(e => $"{e.Question.Question}: {e.Outcome}\n{e.Note}"));
    }
}
