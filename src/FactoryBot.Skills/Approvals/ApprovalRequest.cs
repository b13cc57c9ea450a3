namespace FactoryBot.Skills.Approvals;

/// <summary>A stored request for approval.</summary>
public sealed record ApprovalRequest
{
    public Guid RequestId { get; init; }
    public string Kind { get; init; } = "";
    public Guid SubjectId { get; init; }
    public int SubjectVersion { get; init; }
    public string Title { get; init; } = "";

    /// <summary>Hexadecimal.</summary>
    public string Hash { get; init; } = "";
    public ApprovalState State { get; init; }

    /// <summary>No rule asked for anybody.</summary>
    public bool Automatic { get; init; }
    public Guid RequestedBy { get; init; }
    public string RequestedByName { get; init; } = "";
    public DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public IReadOnlyList<ApprovalNeed> Needs { get; init; } = [];
    public IReadOnlyList<ApprovalDecision> Decisions { get; init; } = [];

    public ApprovalCase Case => new(RequestedBy, Hash, State, Needs);
}

/// <summary>What somebody decided.</summary>
public sealed record ApprovalDecision(Guid MemberId, string MemberName, string Verdict, string Comment, DateTimeOffset At)
{
    /// <summary>Approved, rejected, asked for changes, withdrew.</summary>
    public string Spoken => Verdict switch { "approve" => "approved", "reject" => "rejected", "changes" => "asked for changes", _ => "withdrew" };
}
