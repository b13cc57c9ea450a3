namespace FactoryBot.Api.Documents;

/// <summary>What became of a file.</summary>
/// <param name="Text">The same in a sentence.</param>
/// <param name="GapsClosed">Open questions that are answered since.</param>
/// <param name="Files">One for each file; several where an archive was sent.</param>
internal sealed record IntakeAnswer(string Text, int GapsClosed, IReadOnlyList<TakenInFile> Files);

/// <summary>One file.</summary>
/// <param name="Name">With its folders inside an archive.</param>
/// <param name="Outcome">added, replaced, unchanged, duplicate or failed.</param>
/// <param name="Pieces">How many pieces it was cut into.</param>
/// <param name="Pages">Missing where the kind of file has no pages.</param>
/// <param name="Note">Why it failed, or which document it is a copy of.</param>
internal sealed record TakenInFile(string Name, string Outcome, int Pieces, int? Pages, string? Note);
