using FactoryBot.Skills.Analysis.Evaluation;
using Npgsql;

namespace FactoryBot.Skills.Tests.Analysis;

/// <summary>Databases with a drafted model alone, as on a customer's first day.</summary>
public sealed class StrangeDatabasesTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    /// <summary>Names in snake case with abbreviations, in German, and in camel case; some questions that no draft can answer are among them.</summary>
    [Theory]
    [InlineData("clinic")]
    [InlineData("energie")]
    [InlineData("erp")]
    [InlineData("fleet")]
    [InlineData("hotel")]
    [InlineData("league")]
    [InlineData("lending")]
    [InlineData("library")]
    [InlineData("maint")]
    [InlineData("school")]
    public async Task Questions_OfOtherNamings_AreRightOrNotAnswered(string name)
    {
        var evaluated = await EvaluateAsync(name);

        Assert.Empty(evaluated.Where(e => e.Outcome == Outcome.Wrong).Select(e => $"{e.Question.Question}\n{e.Note}"));
        Assert.Empty(evaluated.Where(e => e.Outcome != Outcome.Right).Skip(2).Select(e => $"{e.Question.Question}: {e.Note}"));
    }

    [Theory]
    [InlineData("airline")]
    [InlineData("carrental")]
    [InlineData("helpdesk")]
    [InlineData("staffing")]
    [InlineData("transport")]
    public async Task Questions_OfADatabaseNobodyEdited_AreRight(string name) =>
        Assert.Empty((await EvaluateAsync(name)).Where(e => e.Outcome != Outcome.Right).Select(e => $"{e.Question.Question}: {e.Outcome}\n{e.Note}"));

    /// <summary>Databases of manufacturers, each with a schema for every area: comments that explain codes, begins and ends, keys that lead nowhere.</summary>
    [Theory]
    [InlineData("mes", "press", "paint")]
    [InlineData("qclab", "qclab")]
    [InlineData("plantx", "extrusion", "packing")]
    public async Task Questions_OfAPlantsOwnDatabase_AreRight(string name, params string[] schemas) =>
        Assert.Empty((await EvaluateAsync(name, schemas)).Where(e => e.Outcome != Outcome.Right).Select(e => $"{e.Question.Question}: {e.Outcome}\n{e.Note}"));

    private Task<IReadOnlyList<Evaluated>> EvaluateAsync(string name) => EvaluateAsync(name, [name]);

    private async Task<IReadOnlyList<Evaluated>> EvaluateAsync(string name, string[] schemas)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Analysis/Questions");
        var connection = await postgres.NewEmptyDatabaseAsync();
        await using (var owner = NpgsqlDataSource.Create(connection))
        await using (var create = owner.CreateCommand(await File.ReadAllTextAsync(Path.Combine(folder, name + ".sql"))))
            await create.ExecuteNonQueryAsync();
        var questions = await SetQuestion.ReadAsync(Path.Combine(folder, name + ".jsonl"), CancellationToken.None);
        return await new EvaluateSet(TimeProvider.System).RunAsync(questions, connection + $";Search Path={schemas[0]}", schemas, null, CancellationToken.None);
    }
}
