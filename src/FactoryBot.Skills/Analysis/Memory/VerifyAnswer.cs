using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Analysis.Memory;

/// <summary>Marks the last answer as checked, so that its sentence is always answered this way; and the mode in which nothing else but words is answered.</summary>
internal sealed class VerifyAnswer(QueryStore store, TimeProvider time)
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
                VerifiedAt = time.GetUtcNow().UtcDateTime, ResultHash = query.ResultHash,
            },
            cancellationToken);
        return Done($"“{sentence}” is now verified by {asker.Name}: it is answered this way, and a change of the figures is told.");
    }

    public async Task<SkillResult> SafeModeAsync(Asker asker, bool on, CancellationToken cancellationToken)
    {
        await store.SetSafeModeAsync(asker.TenantId, on, cancellationToken);
        return Done(on ? "Safe mode is on: SQL of one's own is not run." : "Safe mode is off.");
    }

    private static SkillResult Done(string text) => new() { Status = ResultStatus.Answered, Text = text };
}
