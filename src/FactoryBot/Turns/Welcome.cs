using FactoryBot.Planning;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Turns;

/// <summary>The first words to somebody who has just met the bot: who it is, and questions that work at once.</summary>
internal sealed class Welcome(SkillCatalog catalog)
{
    private const int Suggestions = 4;

    public SkillResult For(Asker asker)
    {
        var greeting = asker.Name.Length == 0 || asker.Name.StartsWith(MemberName.Unknown, StringComparison.Ordinal) ? "Hello," : $"Hello {asker.Name},";
        Choice[] choices = [.. catalog.For(asker)
            .Where(f => f.Examples.Count > 0 && FunctionRunner.Reads(f))
            .OrderBy(f => f.Module is null)
            .Take(Suggestions - 1)
            .Select(f => new Choice(f.Title, f.Examples[0])), new("Help", "help")];
        return new()
        {
            Status = ResultStatus.Answered,
            Text = $"{greeting} I am FactoryBot. Ask me about your production in your own words; every figure I give says where it comes from. "
                + "Type \"help\" at any time to see what I can do for you.",
            Choices = choices,
        };
    }
}
