namespace FactoryBot.Skills.Approvals;

/// <summary>Who must agree to what, as a tenant has it.</summary>
public sealed record ApprovalRule
{
    public Guid RuleId { get; init; }

    /// <summary>The kind of thing that it is for: quote, sop, task.</summary>
    public required string Kind { get; init; }
    public required string Name { get; init; }
    public ApprovalCondition Condition { get; init; } = new();

    /// <summary>Anybody with this permission; null where <see cref="MemberId"/> names one person.</summary>
    public string? Permission { get; init; }
    public Guid? MemberId { get; init; }

    /// <summary>Each of those with the permission, not one of them.</summary>
    public bool Everybody { get; init; }

    /// <summary>Steps follow one another; rules with the same step run side by side. Default 1, range 1 to 20.</summary>
    public int Step { get; init; } = 1;

    /// <summary>Whether the person who asks may agree too. Default false.</summary>
    public bool OwnAllowed { get; init; }

    /// <summary>Hours after which a reminder goes out; null: never.</summary>
    public int? DueHours { get; init; }

    /// <summary>Hours after which those with <see cref="EscalatePermission"/> may decide as well; null: never.</summary>
    public int? EscalateHours { get; init; }
    public string? EscalatePermission { get; init; }
    public bool Enabled { get; init; } = true;

    /// <summary>What made it apply, in words: "amount from 10,000".</summary>
    public string Why()
    {
        var reasons = new List<string>();
        if (Condition.AmountFrom is { } amount)
            reasons.Add(FormattableString.Invariant($"amount from {amount:#,0.##}"));
        if (Condition.DiscountOver is { } discount)
            reasons.Add(FormattableString.Invariant($"discount over {discount:0.##} %"));
        if (Condition.MarginBelow is { } margin)
            reasons.Add(FormattableString.Invariant($"margin below {margin:0.##} % or not known"));
        if (Condition.NewCustomer is { } isNew)
            reasons.Add(isNew ? "new customer" : "known customer");
        if (Condition.LineOfBusiness is { } business)
            reasons.Add($"contains {business}");
        return reasons.Count == 0 ? "always" : string.Join(" and ", reasons);
    }
}
