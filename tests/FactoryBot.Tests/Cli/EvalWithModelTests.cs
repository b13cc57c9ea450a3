using System.Text.Json;
using FactoryBot.Cli;
using FactoryBot.Hosting;
using FactoryBot.Tests.Planning.OpenAI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FactoryBot.Tests.Cli;

/// <summary>The evaluation of a set through the planner, with a model on loopback.</summary>
public sealed class EvalWithModelTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Run_ModelOnLoopback_CountsWhatItAnsweredRightAndWrong()
    {
        await using var server = await ModelServer.StartAsync();
        foreach (var sql in new[] { "select count(*) from boats", "select count(*) + 1 from boats" })
            server.ThenCalls(("analysis_sql", JsonSerializer.Serialize(new { sql, source = "evaluation" }))).ThenSays("See above.");

        var (code, output) = await RunAsync(("OpenAI:Model", "test"), ("OpenAI:ApiKey", "k"), ("OpenAI:Endpoint", server.Address), ("OpenAI:Streaming", "false"));

        Assert.True(code == 0, output);
        Assert.Contains("built-in planner stood in for 0 of 2 questions", output, StringComparison.Ordinal);
        Assert.Contains("1 (50 %)", output, StringComparison.Ordinal);
        Assert.Contains("answered: median", output, StringComparison.Ordinal);
        Assert.Contains("boats", server.Requests[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoModel_SaysWhatToSet()
    {
        var (code, output) = await RunAsync();

        Assert.Equal(1, code);
        Assert.Contains("No language model is configured: set OpenAI:Model", output, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output)> RunAsync(params (string Key, string Value)[] settings)
    {
        var data = await postgres.NewEmptyDatabaseAsync();
        await using (var owner = NpgsqlDataSource.Create(data))
        await using (var create = owner.CreateCommand("create table boats (boat_id int primary key, name text); insert into boats values (1, 'Ada'), (2, 'Bea')"))
            await create.ExecuteNonQueryAsync();
        var set = Path.Combine(TestFolder.New(), "set.jsonl");
        await File.WriteAllLinesAsync(set, Enumerable.Range(1, 2).Select(i => JsonSerializer.Serialize(new { id = $"q{i}", question = $"count the boats zorgfully {i}", difficulty = 1, gold_sql = "select count(*) from boats" })));
        var connection = await postgres.NewConnectionStringAsync();
        await using var output = new StringWriter();
        var code = await CommandLine.RunAsync(["eval", "analysis", "--set", set, "--connection", data, "--with-model"], Parts, _ => throw new InvalidOperationException("no server here"), new StringReader(""), output, output);
        return (code, output.ToString());

        void Parts(IServiceCollection services, IConfiguration configuration)
        {
            configuration["ConnectionStrings:FactoryBot"] = connection;
            foreach (var (key, value) in settings)
                configuration[key] = value;
            services.AddFactoryBot(configuration);
        }
    }
}
