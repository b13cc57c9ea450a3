using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Offers a sentence that no function's declaration accounts for to the skills that read whole sentences, in the order in which
/// they were registered; who takes much comes last.</summary>
internal sealed class SentenceReaders(IEnumerable<ISentenceReader> all)
{
    private readonly IReadOnlyList<ISentenceReader> readers = [.. all.OrderBy(r => r.TakesMuch)];

    public async Task<Outcome> ReadAsync(Outcome read, Dialogue dialogue, Vocabulary vocabulary, PlannerContext context, CancellationToken cancellationToken)
    {
        if (read.Settled)
            return read;
        var sentence = dialogue.Question;
        if (await FollowAsync(read, dialogue, vocabulary, context, cancellationToken) is { } follow)
            return follow;
        // "Reject it" where nothing waits is no question for the scrap in a database.
        if (read.Result is not { } result || Clause.Orders(sentence) || Clause.TellsToDo(sentence))
            return read;
        var able = readers.Select(r => (Reader: r, Function: vocabulary.Functions.FirstOrDefault(f => f.WhyNot is null && f.Words.Function.Name == r.Function)?.Words.Function)).ToList();
        // Whoever the sentence names comes before whoever can make something of it.
        Func<ISentenceReader, ValueTask<bool>>[] tests = result.Status == ResultStatus.NotUnderstood ? [Claims, Takes] : [Takes];
        foreach (var test in tests)
        {
            foreach (var (reader, function) in able)
            {
                if (function is not null && await test(reader))
                    return Outcome.Call([new(function.Name, new Dictionary<string, object?>(StringComparer.Ordinal) { [function.Slots[0].Name] = sentence })]);
            }
        }

        return read;

        ValueTask<bool> Claims(ISentenceReader reader) => reader.ClaimsAsync(context.Asker, sentence, cancellationToken);
        ValueTask<bool> Takes(ISentenceReader reader) => TakesAsync(reader, result.Status, context, sentence, cancellationToken);
    }

    // "Now by month" after an answer of a skill that knows what it answered.
    private async Task<Outcome?> FollowAsync(Outcome read, Dialogue dialogue, Vocabulary vocabulary, PlannerContext context, CancellationToken cancellationToken)
    {
        if (dialogue.Previous is not [var last, ..] || read.Result is { Status: not (ResultStatus.NotUnderstood or ResultStatus.Clarify) })
            return null;
        foreach (var reader in readers.Where(r => Family(r.Function) == Family(last.Function)))
        {
            if (read.Calls.Any(c => c.Function != reader.Function && Family(c.Function) == Family(reader.Function)))
                continue;
            var name = await reader.FollowUpAsync(context.Asker, dialogue.Question, read.Calls.All(c => c.Function == reader.Function), cancellationToken);
            if (name is not null && vocabulary.Functions.FirstOrDefault(f => f.WhyNot is null && f.Words.Function.Name == name)?.Words.Function is { } function)
                return Outcome.Call([new(function.Name, new Dictionary<string, object?>(StringComparer.Ordinal) { [function.Slots[0].Name] = dialogue.Question })]);
        }

        return null;
    }

    // Functions of one skill begin alike.
    private static string Family(string function) => function.Split('_')[0];

    private static ValueTask<bool> TakesAsync(ISentenceReader reader, ResultStatus status, PlannerContext context, string sentence, CancellationToken cancellationToken) =>
        status == ResultStatus.NotUnderstood
            ? reader.AccountsForAsync(context.Asker, sentence, cancellationToken) : reader.HasAnswerAsync(context.Asker, sentence, cancellationToken);
}
