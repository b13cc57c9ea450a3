using System.Text.Json;

namespace FactoryBot.Skills.Approvals;

/// <summary>A request for approval as REST returns it.</summary>
public sealed record ApprovalData
{
    public required Guid Request { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required int Version { get; init; }

    /// <summary>Of the content that is asked for: a decision hands it back, so that nobody decides what they have not seen.</summary>
    public required string ContentHash { get; init; }
    public required ApprovalState State { get; init; }
    public required string AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public required bool Overdue { get; init; }

    /// <summary>What is still needed; needs of the same step are side by side, steps follow one another.</summary>
    public required IReadOnlyList<NeedData> Needs { get; init; }
    public required IReadOnlyList<DecisionData> Decisions { get; init; }

    /// <summary>Whether whoever asks may decide it now.</summary>
    public required bool MayDecide { get; init; }

    public static ApprovalData Of(ApprovalRequest request, bool mayDecide, DateTimeOffset now) => new()
    {
        Request = request.RequestId, Kind = request.Kind, Title = request.Title.Trim(), Version = request.SubjectVersion, ContentHash = request.Hash, State = request.State,
        AskedBy = request.RequestedByName, AskedAt = request.RequestedAt, DueAt = request.DueAt, Overdue = request.State == ApprovalState.Open && request.DueAt < now,
        Needs = [.. request.Needs.Select(n => new NeedData(n.Step, n.RuleName, n.SatisfiedBy is not null, n.Step == request.Case.CurrentStep, n.EscalateAt))],
        Decisions = [.. request.Decisions.Select(d => new DecisionData(d.MemberName, d.Verdict, d.Comment, d.At))],
        MayDecide = mayDecide,
    };

    public static JsonElement ToJson(IReadOnlyList<ApprovalData> requests) => JsonSerializer.SerializeToElement(requests, ApprovalsJson.Default.IReadOnlyListApprovalData);
}

/// <param name="Step">Its place in the order.</param>
/// <param name="Rule">The rule that asks for it.</param>
/// <param name="Given">Whether somebody has agreed.</param>
/// <param name="Now">Whether it is this step's turn.</param>
/// <param name="EscalatesAt">From when on others may agree too.</param>
public sealed record NeedData(int Step, string Rule, bool Given, bool Now, DateTimeOffset? EscalatesAt);

/// <param name="By">Who.</param>
/// <param name="Verdict">approve, reject, changes or withdraw.</param>
/// <param name="Comment">For the person who asked.</param>
/// <param name="At">When.</param>
public sealed record DecisionData(string By, string Verdict, string Comment, DateTimeOffset At);
