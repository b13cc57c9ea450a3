using System.Text.RegularExpressions;
using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis.Memory;

/// <summary>Marks the last answer as checked, so that its sentence is always answered this way; and the mode in which nothing else but words is answered.</summary>
internal sealed partial class VerifyAnswer(QueryStore store, FactoryDatabase database, TimeProvider time)
{
    public async Task<SkillResult> VerifyAsync(Asker asker, CancellationToken cancellationToken)
    {
        var last = await store.LastAsync(asker.TenantId, asker.MemberId, 1, cancellationToken);
        if (last is not [{ Sentence: { } sentence, Status: "answered" } query])
            return SkillResult.No(ResultStatus.NoRows, "There is no answer to verify: ask the question first, then verify its answer.");
        await store.VerifyAsync(
            asker.TenantId,
            new()
            {
                VerifiedId = query.QueryId, Source = query.Source, Sentences = [sentence], Query = query.Query, Sql = query.Sql, VerifiedBy = asker.Name,
                VerifiedAt = time.GetUtcNow().UtcDateTime, ResultHash = query.ResultHash, OwnerId = asker.MemberId,
            },
            cancellationToken);
        return Done($"“{sentence}” is now verified by {asker.Name}: it is answered this way, and a change of the figures is told.");
    }

    /// <summary>"Answer “turnover by group” the same way": another sentence for the answer that the asker verified last.</summary>
    public async Task<SkillResult> VariantAsync(Asker asker, string message, CancellationToken cancellationToken)
    {
        if (SameWay().Match(message) is not { Success: true } match)
            return SkillResult.No(ResultStatus.NotUnderstood, "Say it like this: answer “turnover by group” the same way.");
        var sentence = match.Groups["sentence"].Value.Trim();
        if ((await store.RulesAsync(asker.TenantId, cancellationToken)).Verified.LastOrDefault(v => v.OwnerId == asker.MemberId) is not { } last)
            return SkillResult.No(ResultStatus.NoRows, "You have verified no answer yet: ask a question, verify its answer, then name other words for it.");
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        await VerifiedStore.AddAsync(scope, last.VerifiedId, sentence, cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return Done($"“{sentence}” is answered like “{last.Sentences[0]}” from now on.");
    }

    [GeneratedRegex(@"^\s*(please\s+)?(also\s+)?answer\s+[“""']?(?<sentence>.{3,300}?)[”""']?\s+(in\s+)?the\s+same\s+way\s*[.!]?$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex SameWay();

    public async Task<SkillResult> SafeModeAsync(Asker asker, bool on, CancellationToken cancellationToken)
    {
        await store.SetSafeModeAsync(asker.TenantId, on, cancellationToken);
        return Done(on ? "Safe mode is on: SQL of one's own is not run." : "Safe mode is off.");
    }

    private static SkillResult Done(string text) => new() { Status = ResultStatus.Answered, Text = text };
}
