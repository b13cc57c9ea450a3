namespace FactoryBot.Skills.Approvals;

/// <summary>Where a request for approval stands.</summary>
public enum ApprovalState { Open, Approved, Rejected, Changes, Withdrawn, Superseded }

/// <summary>What a person can do with a request.</summary>
public enum Verdict { Approve, Reject, Changes, Withdraw }

/// <summary>Why a press changes nothing.</summary>
public enum Refusal { Closed, Stale, Own, NoRight, Decided, Rules }

/// <summary>One person's agreement that is needed.</summary>
public sealed record ApprovalNeed
{
    public int NeedNo { get; init; }
    public int Step { get; init; } = 1;
    public Guid RuleId { get; init; }
    public string RuleName { get; init; } = "";

    /// <summary>What one must have to agree; beside a member it is what that member must have still.</summary>
    public string? Permission { get; init; }
    public Guid? MemberId { get; init; }
    public bool OwnAllowed { get; init; }
    public DateTimeOffset? EscalateAt { get; init; }
    public string? EscalatePermission { get; init; }
    public Guid? SatisfiedBy { get; init; }

    /// <summary>Whether it is this person's to agree: the one who is named, or anybody with the right. Who has lost it agrees to nothing.</summary>
    public bool IsOf(Guid member, Func<Guid, string, bool> may) =>
        (MemberId is null || MemberId == member) && (Permission is { } permission ? may(member, permission) : MemberId is not null);
}

/// <summary>Somebody decides for somebody who is away.</summary>
public sealed record Delegation(Guid MemberId, Guid DelegateId, DateTimeOffset FromAt, DateTimeOffset UntilAt);

/// <summary>A request with what it needs. Pure; the database decides by the same rules, and its word counts.</summary>
public sealed record ApprovalCase(Guid RequestedBy, string Hash, ApprovalState State, IReadOnlyList<ApprovalNeed> Needs)
{
    /// <param name="rules">All rules of the kind.</param>
    /// <param name="holders">Who has a permission now.</param>
    public static ApprovalCase Open(
        Guid requestedBy, string hash, ApprovalFacts facts, IEnumerable<ApprovalRule> rules, Func<string, IEnumerable<Guid>> holders, DateTimeOffset at)
    {
        var needs = new List<ApprovalNeed>();
        foreach (var rule in rules.Where(r => r.Enabled && r.Condition.Fits(facts)).OrderBy(r => r.Step).ThenBy(r => r.Name, StringComparer.Ordinal))
        {
            var named = rule.Everybody ? holders(rule.Permission!).Where(m => rule.OwnAllowed || m != requestedBy).Cast<Guid?>().DefaultIfEmpty() : [rule.MemberId];
            needs.AddRange(named.Select(member => new ApprovalNeed
            {
                Step = rule.Step, RuleId = rule.RuleId, RuleName = rule.Name, Permission = rule.Permission, MemberId = member, OwnAllowed = rule.OwnAllowed,
                EscalateAt = rule.EscalateHours is { } hours ? at.AddHours(hours) : null, EscalatePermission = rule.EscalatePermission,
            }));
        }

        return new(requestedBy, hash, needs.Count == 0 ? ApprovalState.Approved : ApprovalState.Open, [.. needs.Select((n, i) => n with { NeedNo = i + 1 })]);
    }

    /// <summary>The step that is waited for; null where nothing is.</summary>
    public int? CurrentStep => State == ApprovalState.Open ? Needs.Where(n => n.SatisfiedBy is null).Min(n => (int?)n.Step) : null;

    public bool MayDecide(Guid member, Func<Guid, string, bool> may, IReadOnlyList<Delegation> delegations, DateTimeOffset at) =>
        Needs.Any(n => n.Step == CurrentStep && MaySatisfy(n, member, may, delegations, at));

    /// <summary>Whether somebody was among those asked at any time, so that their card is made new.</summary>
    public bool WasAsked(Guid member, Func<Guid, string, bool> may) =>
        Needs.Any(n => n.SatisfiedBy == member || n.MemberId == member || (n.MemberId is null && n.IsOf(member, may) && (n.OwnAllowed || member != RequestedBy)));

    public (ApprovalCase Case, Refusal? Refused) Decide(
        Guid member, Verdict verdict, string hash, Func<Guid, string, bool> may, IReadOnlyList<Delegation> delegations, DateTimeOffset at)
    {
        if (State != ApprovalState.Open)
            return (this, Refusal.Closed);
        if (hash != Hash)
            return (this, Refusal.Stale);
        if (verdict == Verdict.Withdraw)
            return member == RequestedBy || may(member, Tenancy.Permissions.UsersManage) ? (this with { State = ApprovalState.Withdrawn }, null) : (this, Refusal.NoRight);
        var step = CurrentStep;
        var hits = Needs.Where(n => n.Step == step && MaySatisfy(n, member, may, delegations, at)).ToHashSet();
        if (hits.Count == 0)
            return (this, Needs.Any(n => n.SatisfiedBy == member) ? Refusal.Decided : member == RequestedBy ? Refusal.Own : Refusal.NoRight);
        if (verdict != Verdict.Approve)
            return (this with { State = verdict == Verdict.Reject ? ApprovalState.Rejected : ApprovalState.Changes }, null);
        var needs = Needs.Select(n => hits.Contains(n) ? n with { SatisfiedBy = member } : n).ToArray();
        return (this with { Needs = needs, State = needs.All(n => n.SatisfiedBy is not null) ? ApprovalState.Approved : ApprovalState.Open }, null);
    }

    private bool MaySatisfy(ApprovalNeed need, Guid member, Func<Guid, string, bool> may, IReadOnlyList<Delegation> delegations, DateTimeOffset at)
    {
        if (need.SatisfiedBy is not null || (member == RequestedBy && !need.OwnAllowed))
            return false;
        return need.IsOf(member, may)
            || delegations.Any(d => d.DelegateId == member && at >= d.FromAt && at < d.UntilAt && (need.OwnAllowed || d.MemberId != RequestedBy) && need.IsOf(d.MemberId, may))
            || (need.EscalateAt is { } late && at >= late && need.EscalatePermission is { } wider && may(member, wider));
    }
}
