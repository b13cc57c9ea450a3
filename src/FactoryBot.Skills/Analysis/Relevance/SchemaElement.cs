using System.Security.Cryptography;
using System.Text;

namespace FactoryBot.Skills.Analysis.Relevance;

internal enum ElementKind
{
    Entity,
    Column,
    Measure,
    Filter,
    Verified,
}

/// <summary>One thing of a source that a question can be about.</summary>
/// <param name="Key">Unique in its source: its kind and its name.</param>
/// <param name="Entity">The entity that it belongs to; empty for a verified question.</param>
/// <param name="Names">What people call it.</param>
/// <param name="Text">What else says what it is.</param>
internal sealed record SchemaElement(string Key, ElementKind Kind, string Entity, IReadOnlyList<string> Names, string Text)
{
    /// <summary>What a column holds; a question names values more often than columns.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>All of it in one text, from which its vector is made.</summary>
    public string Whole => $"{string.Join(", ", Names)}: {Text}";

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Whole)))[..16];
}

/// <summary>An element with how well it fits a question.</summary>
internal sealed record RankedElement(string Source, SchemaElement Element, double Score);
