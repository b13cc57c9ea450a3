using FactoryBot.Skills.Database;
using FactoryBot.Skills.Results;
using FactoryBot.Skills.Tenancy;

namespace FactoryBot.Skills.Approvals;

/// <summary>Changes the rules of approval. What waits under the old rules is asked again under the new ones in the same unit of work, so that nobody
/// decides by rules that hold no more.</summary>
internal sealed class ChangeRules(FactoryDatabase database, ApprovalNotices notices, IEnumerable<IApprovalSubject> subjects, TimeProvider time)
{
    private const string Kind = "quote";

    public async Task<SkillResult> AddAsync(string text, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var (rules, problem) = ReadRule.Of(text, Kind, await ApprovalMemberStore.PeopleAsync(scope, cancellationToken));
        if (problem is not null)
            return ApprovalFailures.UnknownRule(text, problem);
        if (rules[0].Condition.LineOfBusiness is { } business && !await subjects.First(s => s.Kind == Kind).HasBusinessAsync(scope, business, cancellationToken))
            return ApprovalFailures.UnknownRule(text, $"no part belongs to “{business}”.");
        return await ChangeAsync(scope, [.. rules.Select(r => (Guid.Empty, (ApprovalRule?)r))], "Added: " + string.Join("; ", rules.Select(r => r.Name)), asker, cancellationToken);
    }

    /// <param name="wanted">The rule's place in the list, its id, or words of its name.</param>
    public async Task<SkillResult> RemoveAsync(string wanted, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        var rules = (await ApprovalStore.RulesAsync(scope, Kind, cancellationToken)).Where(r => r.RuleId != Guid.Empty).ToArray();
        var fits = RuleNamed.In(rules, wanted);
        return fits.Count switch
        {
            0 => ApprovalFailures.NoSuchRule(wanted),
            > 1 => ApprovalFailures.WhichRule(fits),
            _ => await ChangeAsync(scope, [(fits[0].RuleId, null)], "Removed: " + fits[0].Name, asker, cancellationToken),
        };
    }

    /// <summary>Puts back what the last change took or changed; said twice, it is done again.</summary>
    public async Task<SkillResult> UndoAsync(Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        if (await ApprovalRuleStore.LastChangeAsync(scope, cancellationToken) is not var (ruleId, before, after))
            return ApprovalFailures.NothingToUndo();
        return await ChangeAsync(scope, [(ruleId, before is null ? null : before with { RuleId = ruleId })], $"Undone. {(before is null ? "Removed" : after is null ? "Back again" : "As before")}: {(before ?? after)!.Name}", asker, cancellationToken);
    }

    /// <summary>As a whole, for programs: a rule with an id takes the place of the one that has it.</summary>
    public async Task<SkillResult> PutAsync(ApprovalRule rule, Asker asker, CancellationToken cancellationToken)
    {
        await using var scope = await database.OpenAsync(asker.TenantId, cancellationToken);
        return await ChangeAsync(scope, [(rule.RuleId, rule)], "Kept: " + rule.Name, asker, cancellationToken);
    }

    private async Task<SkillResult> ChangeAsync(
        TenantScope scope, IReadOnlyList<(Guid RuleId, ApprovalRule? Rule)> changes, string said, Asker asker, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var (ruleId, rule) in changes)
        {
            var (_, refused) = rule is null
                ? await ApprovalRuleStore.RemoveAsync(scope, ruleId, asker, now, cancellationToken)
                : await ApprovalRuleStore.SaveAsync(scope, rule, asker, now, cancellationToken);
            if (refused is not null)
                return refused switch { "approvals:no_right" => ApprovalFailures.MayNotChangeRules(), "approvals:no_rule" => ApprovalFailures.NothingToUndo(), _ => ApprovalFailures.BadRule() };
        }

        var again = 0;
        foreach (var waiting in (await ApprovalStore.OpenAsync(scope, cancellationToken)).Where(r => r.Kind == Kind))
        {
            await AskAgainAsync(scope, waiting, asker, now, cancellationToken);
            again++;
        }

        var shown = await ShowRules.OfAsync(scope, Kind, asker, said + "." + (again > 0 ? FormattableString.Invariant($" {again} open {(again == 1 ? "request was" : "requests were")} asked again under the new rules.") : ""), cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return shown;
    }

    private async Task AskAgainAsync(TenantScope scope, ApprovalRequest old, Asker asker, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var subject = subjects.First(s => s.Kind == old.Kind);
        var request = await ApprovalStore.AskAsync(scope, old.Kind, old.SubjectId, old.SubjectVersion, old.RequestedBy, now, cancellationToken);
        if (request.State == ApprovalState.Approved)
            await subject.DecidedAsync(scope, request, now, cancellationToken);
        else
            await notices.AskedAsync(scope, subject, request, asker, cancellationToken);
        // The old cards lose their buttons, and the requester of what is now approved learns of it.
        await notices.DecidedAsync(scope, subject, (await ApprovalStore.FindAsync(scope, old.RequestId, cancellationToken))!, asker, cancellationToken);
    }
}
