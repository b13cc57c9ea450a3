namespace FactoryBot.Skills.Documents.Search;

/// <summary>How much each concept of a question says, in the documents that are searched.</summary>
internal sealed class WeighConcepts
{
    private readonly Dictionary<string, int> frequencies;
    private readonly SearchStatistics statistics;

    public WeighConcepts(IReadOnlyList<Concept> concepts, Dictionary<string, int> frequencies, SearchStatistics statistics)
    {
        this.frequencies = frequencies;
        this.statistics = statistics;
        Concepts = [.. concepts.Select(Weigh)];
    }

    public IReadOnlyList<WeightedConcept> Concepts { get; }

    public double Total => Concepts.Sum(c => c.Weight);

    public double Told => Concepts.Sum(c => c.Concept.Telling);

    public IReadOnlyList<WeightedStem> Stems => [.. Concepts.SelectMany((c, i) => c.Ways.SelectMany(w => w.Stems.Select(s => new WeightedStem(i, s.Stem, s.Weight * w.Weight, frequencies.GetValueOrDefault(s.Stem)))))
        .GroupBy(s => (s.Concept, s.Stem)).Select(g => g.MaxBy(s => s.Weight)!)];

    /// <summary>A common word for a rare one is no proof: what stands in for the asker's word counts no more than all of them together.</summary>
    private WeightedConcept Weigh(Concept concept)
    {
        var all = concept.Ways.Sum(w => w.Stems.Min(s => frequencies.GetValueOrDefault(s)));
        var most = concept.Ways.Max(w => w.Stems.Min(s => frequencies.GetValueOrDefault(s)));
        var rarity = Rarity(Math.Min(all, Math.Max(most, all / 2)));
        return new(concept, rarity * concept.Importance, [.. concept.Ways.Where(w => w.Stems.All(s => frequencies.GetValueOrDefault(s) > 0)).Select(w =>
        {
            var own = w.Weight >= 1;
            var sure = own ? 1 : w.Weight < 0.5 ? w.Weight : Ranking.Synonym;
            var factor = sure / Math.Sqrt(w.Stems.Count) * concept.Importance;
            return new WeightedWay([.. w.Stems.Select(s => (s, own ? Rarity(frequencies[s]) : Math.Min(Rarity(frequencies[s]), rarity)))], factor, sure);
        })]);
    }

    private double Rarity(double having) => Ranking.Rarity(statistics.Pieces, Math.Min(having, statistics.Pieces));
}

/// <param name="Weight">Of the concept, however it is written.</param>
internal sealed record WeightedConcept(Concept Concept, double Weight, IReadOnlyList<WeightedWay> Ways)
{
    /// <summary>How little the documents know of it, from 0 to 1: 1 where none writes it in any way.</summary>
    public double Unknown => 1 - Ways.Select(w => w.Sure).DefaultIfEmpty(0).Max();

    /// <summary>How sure it is that a text with these stems speaks of it, from 0 to 1.</summary>
    public double SureIn(HashSet<string> stems) => Ways.Where(w => w.Stems.All(s => stems.Contains(s.Stem))).Select(w => w.Sure).DefaultIfEmpty(0).Max();
}

/// <param name="Sure">How sure it is that it means the same, from 0 to 1.</param>
internal sealed record WeightedWay(IReadOnlyList<(string Stem, double Weight)> Stems, double Weight, double Sure);
