using FactoryBot.Skills.Quotes.Catalogue;
using FactoryBot.Skills.Quotes.Requests;

namespace FactoryBot.Skills.Quotes.Matching;

internal enum MatchOutcome
{
    /// <summary>One part fits and it is put on the draft.</summary>
    Taken,

    /// <summary>Several fit, or some nearly do: a person chooses.</summary>
    Choose,

    /// <summary>Nothing in the catalogue is near.</summary>
    NotFound,
}

/// <param name="Score">0 to 1: how much of the words the part accounts for.</param>
/// <param name="Reason">Why it is here, in words for a person.</param>
/// <param name="Fits">True where nothing that was asked for is missing; false for an alternative.</param>
internal sealed record PartMatch(Part Part, decimal Score, string Reason, bool Fits);

/// <param name="Candidates">The best first; for <see cref="MatchOutcome.Taken"/> the first is taken.</param>
internal sealed record LineMatch(RequestLine Line, MatchOutcome Outcome, IReadOnlyList<PartMatch> Candidates, string Reason)
{
    public Part? Part => Outcome == MatchOutcome.Taken ? Candidates[0].Part : null;
}
