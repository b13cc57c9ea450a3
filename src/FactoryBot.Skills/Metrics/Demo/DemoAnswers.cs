using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics.Demo;

/// <summary>What is said when the demo plant is taken out.</summary>
internal static class DemoAnswers
{
    public const string Button = "Remove the demo plant";

    public static SkillResult Offer()
    {
        const string text = "This removes the demo plant with its machines, figures and work orders for everybody; what you imported stays. It cannot be taken back.";
        return new()
        {
            Status = ResultStatus.Clarify,
            Text = text,
            Card = new()
            {
                Body = [TextBlock.Heading(Button), TextBlock.Of(text), new ActionSet { Actions = [Remove()] }],
                FallbackText = text,
                Lang = "en",
            },
        };
    }

    public static CardAction Remove() => ExecuteAction.Of(Button, DemoSkill.Confirm, []);

    public static SkillResult Cleared(DemoCleared cleared) => new() { Status = ResultStatus.Answered, Text = Sentence(cleared) };

    public static string Sentence(DemoCleared cleared) =>
        (cleared.Machines == 0 ? "Nothing was removed." : FormattableString.Invariant($"The demo plant is gone: {cleared.Machines} machines with all their rows."))
        + (cleared.Kept.Count == 0 ? "" : $" {string.Join(", ", cleared.Kept)} stayed, because imported rows are on {(cleared.Kept.Count == 1 ? "it" : "them")}.");

    public static SkillResult NoDemo() => SkillResult.No(ResultStatus.NoRows, "There is no demo plant here; nothing was removed.");
}
