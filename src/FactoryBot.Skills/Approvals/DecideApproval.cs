using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;
using FactoryBot.Skills.Tenancy.Audit;

namespace FactoryBot.Skills.Approvals;

/// <summary>Takes a pressed decision: checked again by the database, and whatever follows from it happens in the same unit of work or not at all.</summary>
internal sealed class DecideApproval(
    FactoryDatabase database, ApprovalNotices notices, AuditLog audit, IEnumerable<IApprovalSubject> subjects, TimeProvider time)
{
    private const int LongestComment = 2000;

    /// <param name="hash">The content that the card showed.</param>
    public async Task<SkillResult> RunAsync(Guid requestId, string hash, string verdict, string? comment, Asker asker, CancellationToken cancellationToken)
    {
        if (Read(verdict) is not { } decided)
            return ApprovalFailures.UnknownVerdict(verdict);
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await ApprovalStore.FindAsync(scope, requestId, cancellationToken) is not { } asked)
            return ApprovalFailures.NoRequest();
        var subject = subjects.First(s => s.Kind == asked.Kind);
        var now = time.GetUtcNow();
        var note = (comment ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        var refusal = await ApprovalStore.DecideAsync(scope, requestId, asker.MemberId, decided, hash, note.Length > LongestComment ? note[..LongestComment] : note, now, cancellationToken);
        if (refusal is { } why)
            return await RefusedAsync(scope, subject, asked, why, asker, cancellationToken);

        var after = (await ApprovalStore.FindAsync(scope, requestId, cancellationToken))!;
        if (after.State != ApprovalState.Open)
            await subject.DecidedAsync(scope, after, now, cancellationToken);
        await notices.DecidedAsync(scope, subject, after, asker, cancellationToken);
        // In a channel the answer may take the card's place, which is everybody's.
        var shown = asker.InGroup
            ? await notices.ForAllAsync(scope, subject, after, asker, cancellationToken)
            : await subject.ShowAsync(scope, after, asker, mayDecide: false, cancellationToken);
        await audit.AppendAsync(
            scope, AuditActor.Of(asker), $"{asked.Kind}.{after.Decisions[^1].Verdict}", asked.Title, $$"""{"request":"{{requestId}}","hash":"{{asked.Hash}}","version":{{asked.SubjectVersion}}}""", cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return shown;
    }

    private static Verdict? Read(string verdict) => verdict.Trim().ToLowerInvariant() switch
    {
        "approve" => Verdict.Approve, "reject" => Verdict.Reject, "changes" => Verdict.Changes, _ => null,
    };

    /// <summary>Who was too late sees what came of it, not an old card.</summary>
    private async Task<SkillResult> RefusedAsync(
        TenantScope scope, IApprovalSubject subject, ApprovalRequest asked, Refusal why, Asker asker, CancellationToken cancellationToken)
    {
        var said = (why, asked.State) switch
        {
            // What was changed or taken back was decided by nobody.
            (Refusal.Closed, ApprovalState.Superseded) => ApprovalFailures.Of(Refusal.Stale, asked.Title),
            (Refusal.Closed, ApprovalState.Withdrawn) => ApprovalFailures.TakenBack(asked.Title),
            _ => ApprovalFailures.Of(why, asked.Title),
        };
        var now = (await ApprovalStore.LatestAsync(scope, asked.Kind, asked.SubjectId, cancellationToken)) ?? asked;
        var people = await ApprovalPeople.LoadAsync(scope, time.GetUtcNow(), cancellationToken);
        var shown = await subject.ShowAsync(scope, now, asker, people.MayDecide(now, asker.MemberId), cancellationToken);
        return said with { Card = shown.Card is { } card ? card with { Body = [Cards.TextBlock.Of(said.Text) with { Weight = Cards.TextWeight.Bolder }, .. card.Body], FallbackText = said.Text } : null };
    }
}
