using System.Globalization;
using System.Text.RegularExpressions;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Ready;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents.Gaps;

/// <summary>Closes a gap with an answer that somebody gives. It is kept for every phrasing in which it was asked, and whoever asked is told.</summary>
internal sealed partial class CloseGap(FactoryDatabase database, NoticeBoard notices)
{
    /// <param name="message">"Answer gap 3: call the help desk."</param>
    public async Task<SkillResult> WithAnswerAsync(Asker asker, string message, CancellationToken cancellationToken)
    {
        if (Form().Match(message) is not { Success: true } match || !long.TryParse(match.Groups["gap"].Value, CultureInfo.InvariantCulture, out var gap))
            return SkillResult.No(ResultStatus.Clarify, "Write it as: answer gap 3: (the answer).");
        var answer = match.Groups["answer"].Value.Trim();
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var phrasings = Phrasing.Of(await GapStore.PhrasingsAsync(scope, gap, cancellationToken));
        if (phrasings.Count == 0 || answer.Length > 4_000 || !await GapStore.CloseAsync(scope, gap, asker.Now, cancellationToken))
            return DocumentsFailures.NoSuchGap();
        await ReadyStore.KeepAsync(scope, answer, phrasings, asker.MemberId, asker.Name, asker.Now, cancellationToken);
        await TellAsync(scope, gap, phrasings[0].Phrasing, answer, asker, cancellationToken);
        // Asked again inside the same transaction: the gap is closed only if the question is answered now.
        if (await ReadyStore.FindAsync(scope, phrasings[0].Key, cancellationToken) is null)
            throw new InvalidOperationException("The answer that was just kept is not found.");
        await scope.CommitAsync(cancellationToken);
        return new() { Status = ResultStatus.Answered, Text = string.Create(CultureInfo.InvariantCulture, $"Gap {gap} is closed, the answer is kept for {phrasings.Count} phrasing{(phrasings.Count == 1 ? "" : "s")}, and whoever asked is told.") };
    }

    /// <summary>Closes the gaps that one of these questions opened.</summary>
    public async Task<int> ByQuestionsAsync(Asker asker, IReadOnlyList<string> questions, string answer, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var closed = 0;
        foreach (var open in await GapStore.OfQuestionsAsync(scope, questions, cancellationToken))
        {
            if (!await GapStore.CloseAsync(scope, open.GapId, asker.Now, cancellationToken))
                continue;
            await TellAsync(scope, open.GapId, open.Question, answer, asker, cancellationToken);
            closed++;
        }

        await scope.CommitAsync(cancellationToken);
        return closed;
    }

    private async Task TellAsync(TenantScope scope, long gap, string question, string answer, Asker asker, CancellationToken cancellationToken)
    {
        var result = new SkillResult { Status = ResultStatus.Answered, Text = $"You asked: “{question}” {asker.Name} answers: {answer}" };
        foreach (var member in await GapStore.AskersAsync(scope, gap, cancellationToken))
            await notices.PostAsync(scope, Notice.To(member, $"documents gap:{gap}", result), cancellationToken);
    }

    [GeneratedRegex(@"\banswer\s+(the\s+)?gap\s+(?<gap>\d{1,18})\s*[:,-]?\s+(?<answer>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Form();
}
