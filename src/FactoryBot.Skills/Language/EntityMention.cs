using FactoryBot.Skills.Functions;

namespace FactoryBot.Skills.Language;

/// <summary>How sure it is which thing is meant.</summary>
public enum Certainty
{
    /// <summary>The name itself, or the only thing that the words can mean.</summary>
    Sure,

    /// <summary>Several things can be meant; the candidates are all of them.</summary>
    Ambiguous,

    /// <summary>It looks like a name, but nothing is called so; the candidates are the nearest names.</summary>
    Unknown,
}

/// <summary>A name in a sentence: the tokens from Start up to, not with, End.</summary>
/// <param name="Entity">What is meant; null unless it is sure.</param>
public sealed record EntityMention(int Start, int End, SlotKind Kind, Certainty Certainty, Entity? Entity, IReadOnlyList<Entity> Candidates);
