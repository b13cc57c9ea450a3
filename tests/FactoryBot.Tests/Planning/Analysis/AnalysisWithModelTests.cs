using System.Text.Json;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Tests.Planning.OpenAI;
using Microsoft.Extensions.DependencyInjection;

namespace FactoryBot.Tests.Planning.Analysis;

/// <summary>Questions of databases with a model behind the real adapter: what it is told, what it gets wrong, what leaves.</summary>
public sealed class AnalysisWithModelTests(ModelledCompany company) : IClassFixture<ModelledCompany>
{
    private const string Heats = """{"measures":[{"name":"Cooling temperature","aggregate":"Average","formula":"heats.cooling_temperature"}],"by":[{"entity":"furnaces"}]}""";

    [Fact]
    public async Task Prompt_SchemaOf300Tables_HoldsThePartThatTheQuestionNeeds()
    {
        company.Server.ThenCalls(("analysis_query", Query(Heats))).ThenSays("Vulcan cooled at 820, Etna at 700.");

        var answer = await company.AskAsync("how hot is it usually when Vulcan and Etna cool down");

        var known = company.Known();
        Assert.Contains("- heats", known, StringComparison.Ordinal);
        Assert.Contains("cooling_temperature", known, StringComparison.Ordinal);
        Assert.Contains("name text (“title”) [Vulcan | Etna]", known, StringComparison.Ordinal);
        Assert.Contains("degrees Celsius after tapping", known, StringComparison.Ordinal);
        Assert.Contains("- key heats.furnace_id -> furnaces.furnace_id", known, StringComparison.Ordinal);
        Assert.DoesNotContain("note_17", known, StringComparison.Ordinal);
        Assert.InRange(known.Length, 500, 6_200);
        Assert.Equal(ResultStatus.Answered, answer.Result.Status);
        Assert.True(answer.WordsByModel, answer.Result.Text);
    }

    [Fact]
    public async Task Prompt_NamesOfPeopleAndDatabases_StandInNoSystemMessage()
    {
        company.Server.ThenSays("Which furnace do you mean?");

        await company.AskAsync("what about the furnaces of hall north and their heats");

        Assert.Contains(company.Messages(0), m => m is { Role: "user" } && m.Text.Contains("furnaces", StringComparison.Ordinal));
        Assert.DoesNotContain(company.Messages(0), m => m.Role == "system" && m.Text.Contains("furnace", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("what is the heat temperature of the secret recipes")]
    [InlineData("Secret Steel")]
    public async Task Prompt_DatabaseOfAnotherTenant_IsNeverInIt(string question)
    {
        company.Server.ThenCalls(("analysis_describe", """{"source":null,"about":"secret recipes"}"""), ("analysis_sql", """{"sql":"select * from secret_recipes","source":"neighbour"}""")).ThenSays("I do not know.");

        await company.AskAsync(question);

        Assert.NotEqual("", company.Known());
        var others = company.Server.Requests.Select(r => string.Join('\n', r.GetProperty("messages").EnumerateArray().Where(m => m.GetProperty("role").GetString() is "user" or "tool").Select(m => m.ToString())));
        Assert.All(others, text => Assert.DoesNotContain("secret_recipe_id", text, StringComparison.Ordinal));
        Assert.All(others, text => Assert.DoesNotContain("heat_temperature", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Prompt_AskerWithoutTheRight_IsToldOfNoTableAndOfferedNoSql()
    {
        company.Server.ThenSays("Which furnace do you mean?");
        await company.AskAsync("average cooling of furnaces please", Role.Viewer);
        Assert.Contains("- furnaces", company.Known(), StringComparison.Ordinal);
        Assert.DoesNotContain("= table", company.Known(), StringComparison.Ordinal);
        Assert.DoesNotContain("analysis_sql", Tools(), StringComparison.Ordinal);

        company.Server.ThenSays("Which furnace do you mean?");
        await company.AskAsync("average cooling of furnaces please", Role.Owner);
        Assert.Contains("= table public.heats", company.Known(), StringComparison.Ordinal);
        Assert.Contains("analysis_sql", Tools(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompt_VerifiedQuestionThatMeansIt_IsInIt()
    {
        await CallAsync("analysis_ask", ("question", "revenue per category in source sample"));
        await CallAsync("analysis_verify");
        company.Server.ThenCalls(("analysis_ask", """{"question":"revenue per category","source":null}""")).ThenSays("There are four categories.");

        var answer = await company.AskAsync("which category makes us the most revenue, roughly speaking");

        Assert.Contains("“revenue per category”", company.Known(), StringComparison.Ordinal);
        Assert.Contains("verified by", JsonSerializer.Serialize(answer.Result.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_DatabaseError_IsCorrectedOnceAndSaidSo()
    {
        company.Server.ThenCalls(("analysis_sql", Sql("select avg(cooling_temprature) as cooling from heats")))
            .ThenCalls(("analysis_sql", Sql("select avg(cooling_temperature) as cooling from heats"))).ThenSays("It is 780 on average.");

        var answer = await company.AskAsync("mean temperature over everything poured so far, whatever the grade");

        var told = Tool(1);
        Assert.Contains("does not exist", told.GetProperty("wrong").GetString(), StringComparison.Ordinal);
        Assert.Contains("public.heats.cooling_temperature", told.GetProperty("wrong").GetString(), StringComparison.Ordinal);
        Assert.Equal(ResultStatus.Answered, answer.Result.Status);
        Assert.Equal("It is 780 on average.", answer.Result.Text);
        Assert.Contains("The first query had an error; it was corrected and run again.", answer.Result.Warnings);
        Assert.Contains("it was corrected and run again", JsonSerializer.Serialize(answer.Result.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("temprature", JsonSerializer.Serialize(answer.Result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_SecondError_IsTheCalmSentenceAndNothingOfTheInside()
    {
        company.Server.ThenCalls(("analysis_sql", Sql("select hidden_one from heats"))).ThenCalls(("analysis_sql", Sql("select hidden_two from heats")))
            .ThenCalls(("analysis_sql", Sql("select 1 as third"))).ThenSays("The column hidden_two does not exist.");

        var answer = await company.AskAsync("mean temperature over everything poured so far, whatever the grade");

        Assert.Equal(ResultStatus.Failed, answer.Result.Status);
        Assert.StartsWith("I could not put that question to company.", answer.Result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", JsonSerializer.Serialize(answer.Result), StringComparison.Ordinal);
        Assert.False(Tool(2).TryGetProperty("wrong", out _));
        Assert.Contains("failed twice", Tool(3).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_WrongNamesInAStructure_AreAnsweredWithTheNearest()
    {
        company.Server.ThenCalls(("analysis_query", Query(Heats.Replace("heats.cooling_temperature", "heat.cooling_temp", StringComparison.Ordinal))))
            .ThenCalls(("analysis_query", Query(Heats.Replace("heats.cooling_temperature", "heats.cooling_temp", StringComparison.Ordinal)))).ThenSays("Sorry.");

        var answer = await company.AskAsync("how hot is it usually when Vulcan and Etna cool down");

        Assert.Contains("There is no entity “heat”; nearest: heats", Tool(1).GetProperty("wrong").GetString(), StringComparison.Ordinal);
        Assert.Equal(ResultStatus.Failed, answer.Result.Status);
    }

    [Theory]
    [InlineData("Vulcan cooled at 920, Etna at 700.", false)]
    [InlineData("Vulcan cooled at 700, Etna at 820.", false)]
    [InlineData("Vulcan cooled at 820, Etna at 700.", true)]
    public async Task Answer_NumbersOfTheModel_AreHeldAgainstTheRows(string words, bool sent)
    {
        company.Server.ThenCalls(("analysis_query", Query(Heats))).ThenSays(words);

        var answer = await company.AskAsync("how hot is it usually when Vulcan and Etna cool down");

        Assert.Equal(sent, answer.WordsByModel);
        Assert.Contains("820", answer.Result.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("920", answer.Result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_ForAModel_HoldsColumnsKeysAndWhatFitsTheWords()
    {
        company.Server.ThenCalls(("analysis_describe", """{"source":"company","about":"cooling of furnaces"}""")).ThenSays("Done.");

        await company.AskAsync("tell me about the cooling of furnaces in the company database, what is there");

        var figures = Tool(1).GetProperty("figures").ToString();
        Assert.Contains("cooling_temperature number", figures, StringComparison.Ordinal);
        Assert.Contains("key heats.furnace_id -> furnaces.furnace_id", figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tools_AsSent_AreWithinWhatServersTake()
    {
        company.Server.ThenSays("Which one?");
        await company.AskAsync("furnaces");

        foreach (var tool in company.Server.Requests[0].GetProperty("tools").EnumerateArray().Select(t => t.GetProperty("function")))
            Assert.True(tool.GetProperty("description").GetString()!.Length <= 1_024, tool.GetProperty("name").GetString());
    }

    private static string Query(string query) => JsonSerializer.Serialize(new { query, source = ModelledCompany.Company });

    private static string Sql(string sql) => JsonSerializer.Serialize(new { sql, source = ModelledCompany.Company });

    private JsonElement Tool(int request) => JsonElement.Parse(company.Messages(request).Last(m => m.Role == "tool").Text);

    private string Tools() => company.Server.Requests[0].GetProperty("tools").ToString();

    private async Task CallAsync(string function, params (string Name, object? Value)[] arguments)
    {
        company.Time.Advance(TimeSpan.FromSeconds(1));
        var result = await company.Services.GetRequiredService<SkillCatalog>().Find(function)!
            .CallAsync(arguments.Select(a => KeyValuePair.Create(a.Name, a.Value)), await company.AskerAsync(Role.Owner), CancellationToken.None);
        Assert.Equal(ResultStatus.Answered, result.Status);
    }
}
