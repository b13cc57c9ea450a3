using FactoryBot.Planning;
using FactoryBot.Planning.OpenAI;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactoryBot.Tests.Planning;

public sealed class PlanningServicesTests
{
    [Fact]
    public async Task AddPlanning_NothingConfigured_TheBuiltInPlannerAnswers()
    {
        await using var services = Services();
        Assert.Null(services.GetRequiredService<PlannerClients>().Model);
        var answer = await services.GetRequiredService<Planner>().AnswerAsync(new() { Asker = TestSkill.Asker(), Text = "hello" }, CancellationToken.None);
        Assert.Equal((ResultStatus.Answered, false), (answer.Result.Status, answer.ByModel));
    }

    [Fact]
    public async Task AddPlanning_ModelConfigured_ItIsUsed()
    {
        await using var services = Services(("OpenAI:Model", "m"), ("OpenAI:ApiKey", "k"));
        Assert.Equal("m", services.GetRequiredService<PlannerClients>().Model!.Name);
    }

    [Theory]
    [InlineData("OpenAI:Model", "m", "ApiKey")]
    [InlineData("OpenAI:Endpoint", "not an address", "Endpoint")]
    [InlineData("OpenAI:Retries", "99", "Retries")]
    public async Task AddPlanning_WrongSetting_IsNamed(string key, string value, string named)
    {
        await using var services = Services((key, value));
        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<OpenAIOptions>>().Value);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
        return new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new SkillCatalog([new TestSkill()]))
            .AddPlanning(configuration).BuildServiceProvider();
    }
}
