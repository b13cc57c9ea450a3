using FactoryBot.Skills.Results;
using Microsoft.Extensions.AI;

namespace FactoryBot.Planning;

/// <summary>How the built-in planner reads a question: as calls, or as a result that needs none.</summary>
internal sealed record BuiltInReading(IReadOnlyList<FunctionCallContent> Calls, SkillResult? Result)
{
    public bool Understood => Calls.Count > 0;

    /// <summary>Greetings, thanks, help: answered without looking anything up.</summary>
    public bool SmallTalk => Result is { Status: ResultStatus.Answered };

    public static async Task<BuiltInReading> OfAsync(
        IChatClient builtIn, IReadOnlyList<ChatMessage> messages, PlannerContext context, CancellationToken cancellationToken)
    {
        var options = new ChatOptions { Tools = context.Tools as AITool[] ?? [.. context.Tools], AdditionalProperties = new() { [PlannerContext.Key] = context } };
        var response = await builtIn.GetResponseAsync(messages, options, cancellationToken);
        var calls = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ToList();
        if (calls.Count > 0)
            return new(calls, null);
        return new([], response.AdditionalProperties?.GetValueOrDefault(PlannerContext.ResultKey) as SkillResult
            ?? SkillResult.No(ResultStatus.NotUnderstood, response.Text));
    }
}
