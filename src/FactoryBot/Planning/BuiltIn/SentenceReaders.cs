using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Offers a sentence that no function's declaration accounts for to the skills that read whole sentences, in the order in which
/// they were registered: the stricter reader comes first.</summary>
internal sealed class SentenceReaders(IReadOnlyList<ISentenceReader> readers)
{
    public async Task<Outcome> ReadAsync(Outcome read, string sentence, Vocabulary vocabulary, PlannerContext context, CancellationToken cancellationToken)
    {
        if (read.Result is not { } result || Clause.Orders(sentence))
            return read;
        foreach (var reader in readers)
        {
            var function = vocabulary.Functions.FirstOrDefault(f => f.WhyNot is null && f.Words.Function.Name == reader.Function)?.Words.Function;
            if (function is not null && await TakesAsync(reader, result.Status, context, sentence, cancellationToken))
                return Outcome.Call([new(function.Name, new Dictionary<string, object?>(StringComparer.Ordinal) { [function.Slots[0].Name] = sentence })]);
        }

        return read;
    }

    private static ValueTask<bool> TakesAsync(ISentenceReader reader, ResultStatus status, PlannerContext context, string sentence, CancellationToken cancellationToken) =>
        status == ResultStatus.NotUnderstood
            ? reader.AccountsForAsync(context.Asker, sentence, cancellationToken) : reader.HasAnswerAsync(context.Asker, sentence, cancellationToken);
}
