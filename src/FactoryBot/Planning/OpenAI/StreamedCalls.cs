using System.Text;
using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace FactoryBot.Planning.OpenAI;

/// <summary>Puts function calls together from the fragments of a stream. Several calls can be interleaved; only their index ties
/// the pieces of one together, and none is whole before the stream's end.</summary>
internal sealed class StreamedCalls
{
    private readonly SortedDictionary<int, Parts> byIndex = [];

    public void Add(Wire.StreamingChatToolCallUpdate update)
    {
        if (!byIndex.TryGetValue(update.Index, out var parts))
            byIndex[update.Index] = parts = new();
        parts.Id ??= NullIfEmpty(update.ToolCallId);
        parts.Name ??= NullIfEmpty(update.FunctionName);
        if (update.FunctionArgumentsUpdate is { } piece && !piece.ToMemory().IsEmpty)
            parts.Arguments.Append(piece.ToString());
    }

    public IEnumerable<FunctionCallContent> Whole() => byIndex.Select(p =>
        p.Value is { Id: { } id, Name: { } name }
            ? OpenAIResponse.Call(id, name, p.Value.Arguments.ToString())
            : throw new ModelFailedException(ModelFailure.CutOff, "a function call without id or name"));

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private sealed class Parts
    {
        public string? Id { get; set; }
        public string? Name { get; set; }
        public StringBuilder Arguments { get; } = new();
    }
}
