using System.Globalization;

namespace FactoryBot.Skills.Tenancy.Audit;

/// <summary>Walks along the chain and stops at the first entry that is not in order. Pure: entries in, verdict out.</summary>
internal sealed class AuditChain(long headSequence, byte[]? headHash)
{
    private byte[] last = new byte[32];
    private long sequence;

    /// <returns>The fault; null while everything is in order.</returns>
    public AuditBreak? Next(AuditEntry entry, byte[] previousHash, byte[] hash)
    {
        var expected = sequence + 1;
        if (entry.Sequence > expected)
            return new(expected, AuditFault.Removed, Text($"Entry {expected} is missing; the next one is entry {entry.Sequence}."));
        if (!previousHash.AsSpan().SequenceEqual(last) || !entry.HashAfter(last).AsSpan().SequenceEqual(hash))
            return new(expected, AuditFault.Changed, Text($"Entry {expected} was changed after it had been written."));
        if (expected > headSequence)
            return new(expected, AuditFault.Added, Text($"Entry {expected} stands behind the last entry that was sealed."));
        last = hash;
        sequence = expected;
        return null;
    }

    public AuditVerdict End()
    {
        if (sequence < headSequence)
            return new(sequence, new(sequence + 1, AuditFault.CutOff, Text($"Entries {sequence + 1} to {headSequence} were cut off at the end.")));
        return headHash is not null && !headHash.AsSpan().SequenceEqual(last)
            ? new(sequence, new(sequence, AuditFault.Changed, Text($"Entry {sequence} is not the one that was sealed last.")))
            : new(sequence, null);
    }

    public AuditVerdict BrokenAt(AuditBreak fault) => new(sequence, fault);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
