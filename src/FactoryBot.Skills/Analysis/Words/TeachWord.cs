using FactoryBot.Skills.Analysis.Parsing;
using FactoryBot.Skills.Analysis.Sources;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis.Words;

/// <summary>Keeps what a word means to the asker, forgets it, lists it. It is used only where the word would be asked back.</summary>
internal sealed class TeachWord(WordStore store, SourceModels sources, AskQuestion ask, TimeProvider time)
{
    public async Task<SkillResult> TeachAsync(Asker asker, string message, CancellationToken cancellationToken)
    {
        if (WordTalk.Taught(message) is not var (word, phrase, named, question))
            return SkillResult.No(ResultStatus.NotUnderstood, "Say it like this: remember that “sales” means “revenue”.");
        var open = (await sources.ForAsync(asker, cancellationToken)).Where(s => named is null || s.Name.Equals(named, StringComparison.OrdinalIgnoreCase)).ToList();
        // A meaning is one that the source knows; anything else would never be used.
        open.RemoveAll(s => Reader.Knows(phrase, s.Lexicon, asker.Today) is false);
        if (open.Count == 0)
            return SkillResult.No(ResultStatus.NotUnderstood, $"No database that you may ask knows “{phrase}”, so I cannot take it for “{word}”.");
        foreach (var source in open)
            await store.TeachAsync(asker.TenantId, asker.MemberId, new(source.Name, Lexer.Fold(word), phrase), time.GetUtcNow(), cancellationToken);
        if (question is not null)
            return await ask.AnswerAsync(asker, question, named, fresh: false, cancellationToken) is var answer && answer.Status == ResultStatus.Answered
                ? answer with { Warnings = [.. answer.Warnings, $"From now on “{word}” means “{phrase}” when you ask."], Choices = [.. answer.Choices.Take(4), Undo(word)] } : answer;
        return new() { Status = ResultStatus.Answered, Text = $"From now on “{word}” means “{phrase}” when you ask and it could mean several things.", Choices = [Undo(word), new("My words", "Which words have I taught you?")] };
    }

    public async Task<SkillResult> ForgetAsync(Asker asker, string message, CancellationToken cancellationToken)
    {
        if (WordTalk.Forgotten(message) is not { } word)
            return SkillResult.No(ResultStatus.NotUnderstood, "Say it like this: forget that “sales” means “revenue”.");
        return await store.ForgetAsync(asker.TenantId, asker.MemberId, Lexer.Fold(word), cancellationToken) == 0
            ? SkillResult.No(ResultStatus.NoRows, $"You have not taught me what “{word}” means.", new Choice("My words", "Which words have I taught you?"))
            : new() { Status = ResultStatus.Answered, Text = $"Forgotten: I ask again what “{word}” means." };
    }

    public async Task<SkillResult> ListAsync(Asker asker, CancellationToken cancellationToken)
    {
        var words = await store.AllAsync(asker.TenantId, asker.MemberId, cancellationToken);
        if (words.Count == 0)
            return SkillResult.No(ResultStatus.NoRows, "You have not taught me any word yet. Where a word can mean several things, “Always” keeps what you choose.");
        // What holds in several sources was taught once.
        var taught = words.DistinctBy(w => (w.Word, w.Phrase)).ToList();
        var text = $"You have taught me {(taught.Count == 1 ? "a word" : $"{taught.Count} words")}: {string.Join("; ", taught.Take(5).Select(w => $"“{w.Word}” means “{w.Phrase}”"))}.";
        return new()
        {
            Status = ResultStatus.Answered, Text = text,
            Card = new()
            {
                Body = [TextBlock.Heading("Your words"), Table.Of([TableColumn.Left(2), TableColumn.Left(3), TableColumn.Left(2)], ["Word", "Means", "In"], words.Select(w => (IReadOnlyList<CardText>)[w.Word, w.Phrase, w.Source]))],
                FallbackText = text, Lang = "en",
            },
            Proof = new("until now", $"words of {asker.Name}", [], words.Count, "list of words", 1, null, "words"),
            Choices = [.. taught.DistinctBy(w => w.Word).Take(3).Select(w => new Choice($"Forget “{w.Word}”", $"Forget that “{w.Word}” means “{w.Phrase}”"))],
        };
    }

    private static Choice Undo(string word) => new("Undo", $"Forget what “{word}” means");
}
