namespace FactoryBot.Skills.Tenancy.Audit;

/// <summary>What a check of the chain found.</summary>
/// <param name="Entries">How many entries were in order, from the first one on.</param>
/// <param name="Broken">The first entry that is not in order; null where all are.</param>
public sealed record AuditVerdict(long Entries, AuditBreak? Broken)
{
    public bool IsIntact => Broken is null;
}

/// <param name="Sequence">The place in the log, counted from 1.</param>
/// <param name="What">What is wrong there, in a sentence.</param>
public sealed record AuditBreak(long Sequence, AuditFault Fault, string What);

public enum AuditFault
{
    /// <summary>The entry does not have the content that was sealed.</summary>
    Changed,

    /// <summary>An entry is missing between two others, or at the beginning.</summary>
    Removed,

    /// <summary>The last entries are missing.</summary>
    CutOff,

    /// <summary>There are entries behind the last one that was sealed, or the record of the last one is gone.</summary>
    Added,
}
