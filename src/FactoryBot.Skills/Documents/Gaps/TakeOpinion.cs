using System.Text.RegularExpressions;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Documents.Terms;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Notices;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Documents.Gaps;

/// <summary>Notes what people think of an answer with its question and its pieces. A rejected answer is a gap, and whoever brought the documents in is told.</summary>
internal sealed partial class TakeOpinion(FactoryDatabase database, NoticeBoard notices) : IOpinionTaker
{
    private const int LongestReason = 1_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    /// <summary>"That did not help because …", said of the last answer.</summary>
    public async Task<SkillResult> AnswerAsync(Asker asker, string words, CancellationToken cancellationToken)
    {
        var helped = !Rejects().IsMatch(words);
        var reason = Reason().Match(words) is { Success: true } match ? match.Groups["reason"].Value.Trim(' ', '.', '!') : null;
        return await TakeAsync(asker, null, helped, reason, cancellationToken)
            ? new() { Status = ResultStatus.Answered, Text = helped ? "Thank you, that is noted." : "Thank you. It is noted as a gap, and whoever looks after the document sees it." }
            : SkillResult.No(ResultStatus.NoRows, "You have asked the documents nothing in the last 15 minutes that this could be about.");
    }

    public Task TakeAsync(Asker asker, Guid turnId, bool helped, string? reason, CancellationToken cancellationToken) =>
        TakeAsync(asker, (Guid?)turnId, helped, reason, cancellationToken);

    private async Task<bool> TakeAsync(Asker asker, Guid? turnId, bool helped, string? reason, CancellationToken cancellationToken)
    {
        reason = reason is { Length: > LongestReason } ? reason[..LongestReason] : reason;
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await GapStore.RateAsync(scope, asker.MemberId, turnId, asker.Now - Remembered, helped, reason, cancellationToken) is not { } rated)
            return false;
        if (!helped && rated.Answered)
        {
            var stems = TermReader.Content($"{rated.About} {rated.Text}").Select(t => t.Stem).Distinct(StringComparer.Ordinal).ToArray();
            await GapStore.PutUnderAsync(scope, rated.QuestionId, await GapStore.GapAsync(scope, rated.Text, stems, "rejected", asker.Now, cancellationToken), cancellationToken);
            var result = new SkillResult
            {
                Status = ResultStatus.Answered,
                Text = $"{asker.Name} says that your document did not answer “{rated.Text}”{(reason is null ? "." : $": {reason}")}",
            };
            foreach (var owner in await GapStore.OwnersAsync(scope, rated.Documents, cancellationToken))
                await notices.PostAsync(scope, Notice.To(owner, $"documents opinion:{rated.QuestionId}", result), cancellationToken);
        }

        await scope.CommitAsync(cancellationToken);
        return true;
    }

    [GeneratedRegex(@"\b(not|n't|wrong|no help|useless)\b|n't", RegexOptions.IgnoreCase)]
    private static partial Regex Rejects();

    [GeneratedRegex(@"(\b(because|since|as)\b|[:,;-])\s*(?<reason>\S.{1,999})$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Reason();
}
