using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Parsing;

internal enum MeaningKind
{
    Entity,
    Column,
    Value,
    Measure,
    Filter,

    /// <summary>What another row of the same kind is to this one: "manager".</summary>
    Role,
}

/// <summary>One thing that words of a question can mean in a model.</summary>
/// <param name="Weight">How far the words are from the name: 0 the name itself.</param>
internal sealed record Meaning(MeaningKind Kind, string Entity, string? Column, int Weight)
{
    public string? Value { get; init; }
    public Measure? Measure { get; init; }
    public NamedFilter? Filter { get; init; }
    public Relation? Relation { get; init; }

    public string Field => Relation is { } relation ? $"{Entity}@{relation.Via}.{Column}" : $"{Entity}.{Column}";
}
