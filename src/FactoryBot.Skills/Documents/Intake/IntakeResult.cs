namespace FactoryBot.Skills.Documents.Intake;

internal enum IntakeOutcome
{
    Added,
    Replaced,

    /// <summary>The same content under the same name is there already.</summary>
    Unchanged,

    /// <summary>The same content is there under another name; it is not taken in twice.</summary>
    Duplicate,
    Failed,
}

/// <summary>What became of one file.</summary>
/// <param name="Note">Why it failed, or which document it is a copy of.</param>
internal sealed record IntakeResult(string Name, IntakeOutcome Outcome, int Pieces = 0, int? Pages = null, string? Note = null);
