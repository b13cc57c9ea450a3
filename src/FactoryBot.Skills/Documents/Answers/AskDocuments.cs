using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Gaps;
using FactoryBot.Skills.Documents.Ready;
using FactoryBot.Skills.Documents.Search;
using FactoryBot.Skills.Documents.Systems;
using FactoryBot.Skills.Documents.Terms;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using Microsoft.Extensions.Options;

namespace FactoryBot.Skills.Documents.Answers;

/// <summary>Answers a member's question out of the documents, or says that they do not answer it and books the gap.</summary>
internal sealed class AskDocuments(AnswerQuestion answer, AnswerResult results, FactoryDatabase database, IOptions<DocumentsOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    public async Task<SkillResult> AnswerAsync(Asker asker, string question, CancellationToken cancellationToken)
    {
        if (WholePassages.Of(question) is { } shown)
            return await WholeAsync(asker, shown, cancellationToken);
        var started = clock.GetTimestamp();
        if (await ReadyAsync(asker, question, cancellationToken) is { } ready)
            return await ReadyResultAsync(asker, question, ready, started, cancellationToken);
        if (ShowTopic.Of(question) is { } topic)
            return await TopicAsync(asker, question, topic, started, cancellationToken);
        var about = await AboutAsync(asker, question, cancellationToken);
        if (about is not null && await ReadyAsync(asker, $"{about} {question}", cancellationToken) is { } further)
            return await ReadyResultAsync(asker, question, further, started, cancellationToken);
        var given = await answer.RunAsync(question, about, await WhereAsync(asker, question, cancellationToken), cancellationToken);
        if (given.Search.Statistics.Documents == 0)
            return DocumentsFailures.NoDocuments();

        await BookAsync(asker, given, about, given.Answers(options.Value), clock.GetElapsedTime(started), cancellationToken);
        return ResultOf(asker, given);
    }

    // In the books as well: "how do I post one?" after it speaks of the topic.
    private async Task<SkillResult> TopicAsync(Asker asker, string question, string topic, long started, CancellationToken cancellationToken)
    {
        var speaking = await answer.RunAsync(topic, null, await WhereAsync(asker, question, cancellationToken), cancellationToken);
        if (speaking.Search.Statistics.Documents == 0)
            return DocumentsFailures.NoDocuments();
        var documents = ShowTopic.Speaking(speaking.Search);
        if (documents.Count > 0)
            await BookAsync(asker, speaking, null, answered: true, clock.GetElapsedTime(started), cancellationToken);
        return ShowTopic.Result(topic, documents);
    }

    private SkillResult ResultOf(Asker asker, DocumentAnswer given) => given.Answers(options.Value) ? results.Of(asker.TenantId, given, asker.TimeZone)
        : given.IsShown(options.Value) ? results.Unsure(asker.TenantId, given, asker.TimeZone)
        : DocumentsFailures.Gap();

    // The question is in the books already; what was a gap stays one.
    private async Task<SkillResult> WholeAsync(Asker asker, string question, CancellationToken cancellationToken)
    {
        var about = await AboutAsync(asker, question, cancellationToken);
        return ResultOf(asker, await answer.RunAsync(question, about, await WhereAsync(asker, question, cancellationToken), cancellationToken) with { IsWhole = true });
    }

    /// <summary>Whether the planner may send a sentence here that no other function accounts for.</summary>
    public async Task<bool> AccountsForAsync(Asker asker, string sentence, CancellationToken cancellationToken)
    {
        if (WholePassages.Of(sentence) is not null || await HasReadyAsync(asker, sentence, cancellationToken))
            return true;
        if (QuestionForm.AsksFigure(sentence))
            return false;
        // A question of how something is done that the documents do not answer is a gap, or there are none; it is not a sentence that was not understood.
        if (QuestionForm.AsksHow(sentence) || ShowTopic.Of(sentence) is not null)
            return true;
        var about = await AboutAsync(asker, sentence, cancellationToken);
        if (about is null && !QuestionForm.Asks(sentence))
            return false;
        var given = await answer.RunAsync(sentence, about, await WhereAsync(asker, sentence, cancellationToken), cancellationToken);
        // They speak of it and lack the fact: that is a gap too, not a sentence that was not understood. So is who does something: no figure says that.
        return given.SpeaksOf(options.Value) || (QuestionForm.AsksWho(sentence) && given.Search.Statistics.Documents > 0);
    }

    /// <summary>Whether the rest of an answer is asked for, or what is known of a topic, or what somebody has to do, and documents speak of it: a database that has
    /// a word of it says less.</summary>
    public async Task<bool> SpeaksOfAsync(Asker asker, string sentence, CancellationToken cancellationToken)
    {
        if (WholePassages.Of(sentence) is not null)
            return true;
        var topic = ShowTopic.AsksWhatIsKnown(sentence) ? ShowTopic.Of(sentence) : null;
        if (topic is null && !QuestionForm.AsksForSteps(sentence))
            return false;
        var given = await answer.RunAsync(topic ?? sentence, null, await WhereAsync(asker, sentence, cancellationToken), cancellationToken);
        return topic is null ? given.Answers(options.Value) : ShowTopic.Speaking(given.Search).Count > 0;
    }

    private async Task<string?> AboutAsync(Asker asker, string sentence, CancellationToken cancellationToken)
    {
        if (!FollowUp.Is(sentence))
            return null;
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        return await GapStore.LastAsync(scope, asker.MemberId, asker.Now - Remembered, cancellationToken) is { } last
            ? last.About is null ? last.Text : $"{last.About} {last.Text}" : null;
    }

    private async Task BookAsync(Asker asker, DocumentAnswer given, string? about, bool answered, TimeSpan took, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        long? gap = null;
        if (!answered)
        {
            var stems = TermReader.Content(about is null ? given.Question : $"{about} {given.Question}").Select(t => t.Stem).Distinct(StringComparer.Ordinal).ToArray();
            gap = await GapStore.GapAsync(scope, given.Question, stems, given.Quotes.Count == 0 ? "not found" : "weak", asker.Now, cancellationToken);
        }

        await GapStore.BookAsync(
            scope,
            new()
            {
                TurnId = asker.TurnId, MemberId = asker.MemberId, Text = given.Question, About = about, Answered = answered, Confidence = (float)given.Confidence,
                Pieces = answered ? [.. given.Quotes.Select(q => q.Piece.Text.PieceId)] : [],
                Documents = answered ? [.. given.Quotes.Select(q => q.Piece.Text.DocumentId).Distinct()] : [],
                Milliseconds = (float)took.TotalMilliseconds, AskedAt = asker.Now,
            },
            gap,
            cancellationToken);
        await scope.CommitAsync(cancellationToken);
    }

    /// <summary>Whether an answer is kept for exactly this question.</summary>
    public async Task<bool> HasReadyAsync(Asker asker, string sentence, CancellationToken cancellationToken) =>
        await ReadyAsync(asker, sentence, cancellationToken) is not null;

    private async Task<ReadyAnswer?> ReadyAsync(Asker asker, string question, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        return await ReadyStore.FindAsync(scope, Phrasing.KeyOf(question), cancellationToken);
    }

    private async Task<SkillResult> ReadyResultAsync(Asker asker, string question, ReadyAnswer ready, long started, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        await GapStore.BookAsync(
            scope,
            new()
            {
                TurnId = asker.TurnId, MemberId = asker.MemberId, Text = question, Answered = true, Confidence = 1, Pieces = [], Documents = [],
                Milliseconds = (float)clock.GetElapsedTime(started).TotalMilliseconds, AskedAt = asker.Now,
            },
            null,
            cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return ReadyResult.Of(ready, asker.TimeZone);
    }

    // A question that names one of the plant's ERP systems is answered from that system's documents alone.
    private async Task<SearchScope> WhereAsync(Asker asker, string question, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var named = ErpSystem.Named(await SystemStore.ListAsync(scope, cancellationToken), question);
        return new() { TenantId = asker.TenantId, Role = (int)asker.Role, System = named?.Name, Version = named?.Version };
    }
}
