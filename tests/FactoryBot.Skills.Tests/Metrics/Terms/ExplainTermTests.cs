using System.Reflection;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Metrics.Terms;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Tests.Metrics.Terms;

public sealed class ExplainTermTests(LoadedPlant loaded) : IClassFixture<LoadedPlant>
{
    [Fact]
    public async Task Answer_Availability_SaysMeaningFormulaAndHowItIsCountedHere()
    {
        var answer = await AskAsync("availability");

        Assert.Equal(
            "Availability: The share of the planned time in which the machine ran. ISO 22400-2 defines it. Availability = run time ÷ planned time. "
            + "Here it is counted in the standard form: planned stops are taken out of the planned time. "
            + "Usually called good: 90 %, from Seiichi Nakajima (Introduction to TPM, 1988), for discrete manufacturing in the standard form.",
            answer.Text);
        Assert.Equal("availability of the whole plant", Assert.Single(answer.Choices).Say);
        CardSamples.Save("explain", answer.Card);
    }

    [Fact]
    public async Task Answer_EveryTermThatTheFunctionDeclares_IsExplained()
    {
        var declared = typeof(TermWords).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((string)field.GetRawConstantValue()!).Split('=')[0]).ToList();

        Assert.Equal(declared.Order(StringComparer.Ordinal), Term.All.Select(term => term.Name).Order(StringComparer.Ordinal));
        foreach (var term in declared)
            Assert.Equal(ResultStatus.Answered, (await AskAsync(term)).Status);
    }

    [Fact]
    public async Task Answer_AWordThatIsNoTerm_SaysWhichAre()
    {
        var answer = await AskAsync("kaizen");

        Assert.Equal(ResultStatus.NotUnderstood, answer.Status);
        Assert.StartsWith("I have no explanation of “kaizen”. I can explain OEE, availability,", answer.Text, StringComparison.Ordinal);
    }

    private Task<SkillResult> AskAsync(string term) => loaded.Plant.Explain.AnswerAsync(MetricsPlant.Asker(), term, default);
}
