namespace FactoryBot.Skills.Approvals;

/// <summary>Rows as the database has them: moments without an offset, states as words.</summary>
internal sealed record ApprovalRow
{
    public Guid RequestId { get; init; }
    public string Kind { get; init; } = "";
    public Guid SubjectId { get; init; }
    public int SubjectVersion { get; init; }
    public string Title { get; init; } = "";
    public string Hash { get; init; } = "";
    public string State { get; init; } = "";
    public bool Automatic { get; init; }
    public Guid RequestedBy { get; init; }
    public string RequestedByName { get; init; } = "";
    public DateTime RequestedAt { get; init; }
    public DateTime? DueAt { get; init; }

    public ApprovalRequest ToRequest(IReadOnlyList<ApprovalNeed> needs, IReadOnlyList<ApprovalDecision> decisions) => new()
    {
        RequestId = RequestId, Kind = Kind, SubjectId = SubjectId, SubjectVersion = SubjectVersion, Title = Title, Hash = Hash,
        State = Enum.Parse<ApprovalState>(State, ignoreCase: true), Automatic = Automatic, RequestedBy = RequestedBy, RequestedByName = RequestedByName,
        RequestedAt = RequestedAt, DueAt = DueAt, Needs = needs, Decisions = decisions,
    };
}

internal sealed record NeedRow
{
    public Guid RequestId { get; init; }
    public int NeedNo { get; init; }
    public int Step { get; init; }
    public Guid RuleId { get; init; }
    public string RuleName { get; init; } = "";
    public string? Permission { get; init; }
    public Guid? MemberId { get; init; }
    public bool OwnAllowed { get; init; }
    public DateTime? EscalateAt { get; init; }
    public string? EscalatePermission { get; init; }
    public Guid? SatisfiedBy { get; init; }

    public ApprovalNeed ToNeed() => new()
    {
        NeedNo = NeedNo, Step = Step, RuleId = RuleId, RuleName = RuleName, Permission = Permission, MemberId = MemberId, OwnAllowed = OwnAllowed,
        EscalateAt = EscalateAt, EscalatePermission = EscalatePermission, SatisfiedBy = SatisfiedBy,
    };
}

internal sealed record DecisionRow
{
    public Guid RequestId { get; init; }
    public Guid MemberId { get; init; }
    public string MemberName { get; init; } = "";
    public string Verdict { get; init; } = "";
    public string Comment { get; init; } = "";
    public DateTime At { get; init; }

    public ApprovalDecision ToDecision() => new(MemberId, MemberName, Verdict, Comment, At);
}

internal sealed record RuleRow
{
    public Guid RuleId { get; init; }
    public string Kind { get; init; } = "";
    public string Name { get; init; } = "";
    public string Condition { get; init; } = "{}";
    public string? Permission { get; init; }
    public Guid? MemberId { get; init; }
    public bool Everybody { get; init; }
    public int Step { get; init; }
    public bool OwnAllowed { get; init; }
    public int? DueHours { get; init; }
    public int? EscalateHours { get; init; }
    public string? EscalatePermission { get; init; }
    public bool Enabled { get; init; }

    public ApprovalRule ToRule() => new()
    {
        RuleId = RuleId, Kind = Kind, Name = Name, Condition = ApprovalCondition.Read(Condition), Permission = Permission, MemberId = MemberId, Everybody = Everybody,
        Step = Step, OwnAllowed = OwnAllowed, DueHours = DueHours, EscalateHours = EscalateHours, EscalatePermission = EscalatePermission, Enabled = Enabled,
    };
}
