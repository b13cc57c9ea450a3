using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FactoryBot.Skills.Cards;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Gaps;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents.Ready;

/// <summary>Keeps answers ready for exact questions, lists and forgets them.</summary>
internal sealed class KeepAnswers(FactoryDatabase database, CloseGap close)
{
    private const int MostRows = 15;

    public async Task<SkillResult> KeepAsync(Asker asker, string message, CancellationToken cancellationToken)
    {
        var (questions, answer) = Phrasing.Read(message);
        return await KeepAsync(asker, questions, answer, cancellationToken);
    }

    public async Task<SkillResult> KeepAsync(Asker asker, IReadOnlyList<string> questions, string answer, CancellationToken cancellationToken)
    {
        var phrasings = Phrasing.Of(questions);
        if (phrasings.Count == 0 || answer.Trim().Length is 0 or > 4_000)
            return ReadyFailures.HowToKeep();
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var id = await ReadyStore.KeepAsync(scope, answer.Trim(), phrasings, asker.MemberId, asker.Name, asker.Now, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        var closed = await close.ByQuestionsAsync(asker, [.. phrasings.Select(p => p.Phrasing)], answer.Trim(), cancellationToken);
        return new()
        {
            Status = ResultStatus.Answered,
            Text = string.Create(
                CultureInfo.InvariantCulture,
                $"Kept as answer {id} to {(phrasings.Count == 1 ? "this question" : $"these {phrasings.Count} questions")}: {string.Join("; ", phrasings.Select(p => $"“{p.Phrasing}”"))}.")
                + (closed == 0 ? "" : " Whoever asked it before is told."),
        };
    }

    public async Task<SkillResult> ListAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var all = await ReadyStore.ListAsync(scope, cancellationToken);
        if (all.Count == 0)
            return ReadyFailures.None();
        var text = $"{all.Count} ready answer{(all.Count == 1 ? "" : "s")}: {string.Join("; ", all.Take(5).Select(a => $"{a.AnswerId}: “{a.Phrasings[0]}”"))}.";
        var table = Table.Of(
            [TableColumn.Right(1), TableColumn.Left(5), TableColumn.Left(6), TableColumn.Left(2)],
            ["No.", "Questions", "Answer", "Owner"],
            all.Take(MostRows).Select(a => (IReadOnlyList<CardText>)
                [a.AnswerId.ToString(CultureInfo.InvariantCulture), string.Join("; ", a.Phrasings), a.Text.Length > 120 ? a.Text[..117] + "..." : a.Text, a.Owner]));
        return ListResult.Of("Ready answers", text, JsonSerializer.SerializeToElement(all, ReadyJson.Default.IReadOnlyListReadyAnswer), [table]);
    }

    public async Task<SkillResult> RemoveAsync(Asker asker, string message, CancellationToken cancellationToken) =>
        long.TryParse(string.Concat(message.Where(char.IsAsciiDigit).Take(18)), CultureInfo.InvariantCulture, out var id)
            ? await RemoveAsync(asker, id, cancellationToken) : ReadyFailures.Unknown();

    public async Task<SkillResult> RemoveAsync(Asker asker, long id, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var removed = await ReadyStore.RemoveAsync(scope, id, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return removed ? new() { Status = ResultStatus.Answered, Text = string.Create(CultureInfo.InvariantCulture, $"Answer {id} is forgotten.") } : ReadyFailures.Unknown();
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<ReadyAnswer>))]
internal sealed partial class ReadyJson : JsonSerializerContext;
