namespace FactoryBot.Skills.Results;

/// <summary>What was wrong with a call that can be made again, corrected.</summary>
/// <param name="Hint">For whoever wrote the call: a model, or a program over REST. People who asked in words never read it.</param>
/// <param name="Note">For people, once the corrected call has answered: what was corrected, in a sentence.</param>
public sealed record Repair(string Hint, string Note);
