using System.Runtime.CompilerServices;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;
using Microsoft.Extensions.AI;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>The planner without a language model. It knows what functions declare and the tenant's names, nothing else; it understands a
/// whole question or says which word it did not, and never guesses. The same question gets the same answer.</summary>
public sealed class BuiltInChatClient(IEnumerable<ISentenceReader>? readers = null) : IChatClient
{
    private readonly SentenceReaders readers = new([.. readers ?? []]);
    private readonly ConditionalWeakTable<IReadOnlyList<Entity>, VocabularySet> vocabularies = [];

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var all = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        if (all.Count > 0 && all[^1].Role == ChatRole.Tool)
        {
            return new(new ChatMessage(ChatRole.Assistant, Words(all[^1]))) { FinishReason = ChatFinishReason.Stop };
        }

        var context = options?.AdditionalProperties?.GetValueOrDefault(PlannerContext.Key) as PlannerContext
            ?? throw new InvalidOperationException($"The built-in planner needs a {nameof(PlannerContext)} among the chat options.");
        var vocabulary = VocabularyFor(options!.Tools ?? [], context);
        var dialogue = Dialogue.Of(all).Without(vocabulary.ShowsAgain);
        var reader = new QuestionReader(vocabulary, context);
        var outcome = await readers.ReadAsync(
            new FileReading(context.Asker, vocabulary.Offered).Read(dialogue, d => reader.Read(d)), dialogue, vocabulary, context, cancellationToken);
        return outcome.Result is { } result ? Response(result) : Response(outcome.Calls);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held open.
    }

    private static ChatResponse Response(IReadOnlyList<EarlierCall> calls)
    {
        var contents = new List<AIContent>(calls.Count);
        foreach (var call in calls)
        {
            contents.Add(new FunctionCallContent($"call_{contents.Count}", call.Function, new Dictionary<string, object?>(call.Arguments)));
        }

        return new(new ChatMessage(ChatRole.Assistant, contents)) { FinishReason = ChatFinishReason.ToolCalls };
    }

    private static ChatResponse Response(SkillResult result) => new(new ChatMessage(ChatRole.Assistant, result.Text))
    {
        FinishReason = ChatFinishReason.Stop,
        AdditionalProperties = new() { [PlannerContext.ResultKey] = result },
    };

    private static string Words(ChatMessage results) => string.Join(
        "\n\n", results.Contents.OfType<FunctionResultContent>().Select(r => r.Result is SkillResult result ? result.Text : r.Result?.ToString() ?? ""));

    private Vocabulary VocabularyFor(IList<AITool> tools, PlannerContext context) =>
        vocabularies.GetOrAdd(context.Entities, static _ => new()).For(tools, context);
}
