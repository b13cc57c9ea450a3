using FactoryBot.Skills.Analysis.Model;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Which verbs only tie words together, and which say something of their own that the data must know of: a customer who paid late is
/// not one whose order was late.</summary>
internal static class Verbs
{
    private static readonly HashSet<string> Light = Stemmed(
        "place make do get come go belong have contain include carry list name call locate base live reside work associate assign link relate connect involve take use hold own store register serve handle process manage run cover cost price last weigh provide offer supply deliver source responsible move haul operate employ deal pick represent amount originate reside lie house cater reach collect hand look know mention bear feature in up to for out by gather travel go transport load book log stand sit send wait pass elapse put keep occur happen need consume concern affect enter raise issue file submit record do spend visit attend fulfill list complete charge finish receive");

    private static readonly HashSet<string> Trade = Stemmed("buy sell purchase order spend earn generate bring produce");

    public static bool IsLight(string verb) => Light.Contains(Stems.OfVerb(verb.Split(' ')[^1]));

    public static bool Fits(string verb, SemanticModel model)
    {
        var stem = Stems.OfVerb(verb.Split(' ')[^1]);
        if (Light.Contains(stem) || stem is "sourc" or "caus" or "belong")
            return true;
        if (Trade.Contains(stem) && model.Measures.Any(m => m.Phrases.Contains("revenue") || m.Phrases.Contains("spend")))
            return true;
        return model.Entities.Any(e => e.Nouns.Any(n => Reader.IsAgent(n, verb))) || model.Entities.Any(e => e.Nouns.Any(n => Has(n, stem)) || e.Columns.Any(c => c.Phrases.Any(p => Has(p, stem))));
    }

    private static bool Has(string phrase, string stem) => phrase.Split(' ').Any(w => Stems.OfVerb(w) == stem);

    private static HashSet<string> Stemmed(string words) => words.Split(' ').Select(Stems.OfVerb).ToHashSet(StringComparer.Ordinal);
}
