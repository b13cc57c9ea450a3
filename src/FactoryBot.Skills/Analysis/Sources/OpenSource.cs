using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Parsing;
using Npgsql;

namespace FactoryBot.Skills.Analysis.Sources;

/// <summary>A source that is ready to be asked.</summary>
internal sealed record OpenSource
{
    public required string Name { get; init; }

    /// <summary>What people read: "the plant", "the sample shop".</summary>
    public required string Title { get; init; }

    public required NpgsqlDataSource Data { get; init; }

    /// <summary>Set for each transaction, so that row-level security shows one tenant; null for a database of the tenant's own.</summary>
    public Guid? TenantId { get; init; }

    public required SchemaLexicon Lexicon { get; init; }

    /// <summary>Changes when rows do, as far as that can be told; part of a cached answer's key.</summary>
    public required string DataVersion { get; init; }

    /// <summary>When it was loaded last; null where nobody says.</summary>
    public DateTimeOffset? LoadedAt { get; init; }

    /// <summary>Tables that stand behind views and are reached through them.</summary>
    public IReadOnlySet<string> Behind { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public SemanticModel Model => Lexicon.Model;

    public bool MayRead(string relation) => Behind.Contains(relation) || Model.Entities.Any(e => $"{e.Schema}.{e.Table}" == relation);
}
