namespace FactoryBot.Skills.Cards;

/// <summary>An Adaptive Card as a skill builds it: typed elements, no JSON by hand.</summary>
public sealed record AdaptiveCard
{
}
