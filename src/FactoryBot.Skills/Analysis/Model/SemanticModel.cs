using System.Collections.Frozen;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>What may be asked of one source: entities, how they hang together, measures and named filters. Never changed once made.</summary>
public sealed class SemanticModel
{
    private readonly FrozenDictionary<string, Entity> byName;

    public SemanticModel(
        string source, IReadOnlyList<Entity> entities, IReadOnlyList<Relation> relations,
        IReadOnlyList<Measure> measures, IReadOnlyList<NamedFilter> filters)
    {
        Source = source;
        Entities = entities;
        Relations = relations;
        Measures = measures;
        Filters = filters;
        byName = entities.ToFrozenDictionary(e => e.Name, StringComparer.Ordinal);
        Graph = new(this);
    }

    public string Source { get; }
    public IReadOnlyList<Entity> Entities { get; }
    public IReadOnlyList<Relation> Relations { get; }
    public IReadOnlyList<Measure> Measures { get; }
    public IReadOnlyList<NamedFilter> Filters { get; }

    /// <summary>Changes whenever the tables or the edited file do; part of every cached answer's key.</summary>
    public string Version { get; init; } = "1";

    /// <summary>The youngest moment that any row tells of; null where no date is known.</summary>
    public DateOnly? DataUntil { get; init; }

    internal JoinGraph Graph { get; }

    public Entity? Find(string name) => byName.GetValueOrDefault(name);

    public Entity this[string name] => byName[name];
}

/// <summary>A foreign key: many rows of one entity to one row of the other.</summary>
/// <param name="Role">What the other is to the one, where its name alone does not say it: "manager", "ship address"; empty where it does.</param>
public sealed record Relation(string From, IReadOnlyList<string> FromColumns, string To, IReadOnlyList<string> ToColumns, string Role = "")
{
    /// <summary>How a query names this way among several: the first column of the key.</summary>
    public string Via => FromColumns[0];

    /// <summary>Nothing in the database holds the key to it: it may lead nowhere.</summary>
    public bool Guessed { get; init; }

    /// <summary>Also with the entity that holds it before it, <c>rooms@hotel_id</c>, where keys of several entities are called the same.</summary>
    public bool IsCalled(string via) => via == Via || via == $"{From}@{Via}";
}

/// <summary>A figure with a formula over one entity's rows.</summary>
/// <param name="Formula">Fields and arithmetic: <c>order_details.unit_price * order_details.quantity</c>; "*" counts rows.</param>
public sealed record Measure(string Name, IReadOnlyList<string> Phrases, string Entity, Aggregate Aggregate, string Formula, string? Unit = null)
{
    /// <summary>Conditions that its rows must meet, as the query language writes them.</summary>
    public IReadOnlyList<Query.Condition> Where { get; init; } = [];

    /// <summary>Divided by this measure, and given in percent where the unit is "%".</summary>
    public string? Per { get; init; }
}

/// <summary>A condition with a name: "active customers", "late orders".</summary>
public sealed record NamedFilter(string Name, IReadOnlyList<string> Phrases, string Entity, Query.Condition Condition);

public enum Aggregate
{
    Count,
    CountDistinct,
    Sum,
    Average,
    Least,
    Most,
    Median,
}
