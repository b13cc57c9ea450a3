using FactoryBot.Skills.Functions;
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
        IChatClient builtIn, IReadOnlyList<ChatMessage> messages, IReadOnlyList<AITool> tools, PlannerContext context,
        CancellationToken cancellationToken)
    {
        var options = new ChatOptions { Tools = [.. tools.Where(t => SkillFunction.Of(t) is not { WholeSentence: true })], AdditionalProperties = new() { [PlannerContext.Key] = context } };
        var response = await builtIn.GetResponseAsync(messages, options, cancellationToken);
        var calls = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ToList();
        if (calls.Count > 0)
            return new(calls, null);
        var result = response.AdditionalProperties?.GetValueOrDefault(PlannerContext.ResultKey) as SkillResult
            ?? SkillResult.No(ResultStatus.NotUnderstood, response.Text);
        return result.Status == ResultStatus.NotUnderstood && await WholeSentenceAsync(messages, tools, context, cancellationToken) is { } call
            ? new([call], null)
            : new([], result);
    }

    /// <summary>No function's declaration accounts for the words; a skill that reads whole sentences may.</summary>
    private static async Task<FunctionCallContent?> WholeSentenceAsync(
        IReadOnlyList<ChatMessage> messages, IReadOnlyList<AITool> tools, PlannerContext context, CancellationToken cancellationToken)
    {
        var sentence = messages.LastOrDefault(m => m.Role == ChatRole.User)?.Text ?? "";
        foreach (var reader in context.SentenceReaders)
        {
            var function = tools.Select(SkillFunction.Of).FirstOrDefault(f => f?.Name == reader.Function);
            if (function is { Slots: [var slot, ..] } && sentence.Length > 0 && await reader.AccountsForAsync(context.Asker, sentence, cancellationToken))
                return new("call_0", function.Name, new Dictionary<string, object?> { [slot.Name] = sentence });
        }

        return null;
    }
}
