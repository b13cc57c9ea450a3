using System.Runtime.InteropServices;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Catalogue;

/// <summary>Which parts hold which term. A word that was met before leads straight to its lists, without its terms being spelt again.</summary>
internal sealed class TermIndex
{
    private readonly Dictionary<string, Postings> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<Feature, Postings[]> known = new(new SameFeature());
    private readonly Postings?[] pieces = new Postings?[PartTerms.Buckets];
    private readonly List<Lexeme> lexemes = [];
    private readonly List<Feature> features = [];

    /// <summary>Entries of all lists together.</summary>
    public long Size { get; private set; }

    /// <summary>Parts come in rising order of their numbers in the index.</summary>
    public void Add(Part part)
    {
        ReadFeatures.Read(part.Words, lexemes, features);
        foreach (var feature in features)
        {
            ref var lists = ref CollectionsMarshal.GetValueRefOrAddDefault(known, feature, out _);
            foreach (var list in lists ??= [.. PartTerms.StoredOf(feature).Select(ListOf)])
                Size += list.Add(part.PartNo) ? 1 : 0;
        }

        foreach (var piece in PartTerms.Pieces(part.Number))
            Size += (pieces[PartTerms.BucketOf(piece)] ??= new()).Add(part.PartNo) ? 1 : 0;
    }

    /// <summary>Those of later parts.</summary>
    public void Add(TermIndex later)
    {
        Size += later.Size;
        foreach (var (term, postings) in later.terms)
            ListOf(term).Add(postings);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (later.pieces[i] is { } postings)
                (pieces[i] ??= new()).Add(postings);
        }
    }

    public IEnumerable<(string Term, Postings Postings)> All()
    {
        foreach (var (term, postings) in terms)
            yield return (term, postings);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i] is { } postings)
                yield return (PartTerms.BucketTerm(i), postings);
        }
    }

    private Postings ListOf(string term) => CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out _) ??= new();

    /// <summary>Equal features have equal texts, and few texts belong to several.</summary>
    private sealed class SameFeature : IEqualityComparer<Feature>
    {
        public bool Equals(Feature x, Feature y) => x == y;

        public int GetHashCode(Feature feature) => string.GetHashCode(feature.Text, StringComparison.Ordinal) ^ (int)feature.Kind;
    }
}
