namespace FactoryBot.Skills.Cards;

/// <summary>Names with their values, one below the other.</summary>
public sealed record FactSet : CardElement
{
    public required IReadOnlyList<Fact> Facts { get; init; }

    public static FactSet Of(params IReadOnlyList<Fact> facts) => new() { Facts = facts };
}

public sealed record Fact(CardText Title, CardText Value);
