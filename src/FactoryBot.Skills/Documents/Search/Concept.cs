namespace FactoryBot.Skills.Documents.Search;

/// <summary>One thing a question speaks of, and the ways in which a document may write it.</summary>
/// <param name="Text">As the asker wrote it.</param>
/// <param name="Ways">The asker's own words first, with weight 1.</param>
/// <param name="Importance">Below 1 where it comes from the question before.</param>
/// <param name="Everyday">How common it is in ordinary texts, as a logarithm; 0 where nothing is known.</param>
internal sealed record Concept(string Text, IReadOnlyList<Way> Ways, double Importance = 1, double Everyday = 0)
{
    private const double Everydays = 0.5;

    /// <summary>How much it says of what is asked, whatever the documents are: the same in a few short pages and in many long ones.</summary>
    public double Telling => Importance / (1 + Everydays * Everyday);
}

/// <param name="Stems">All of them must be there.</param>
/// <param name="Weight">How sure it is that they mean the same, from 0 to 1.</param>
internal sealed record Way(IReadOnlyList<string> Stems, double Weight);
