using System.Collections.Frozen;
using FactoryBot.Skills.Quotes.Wording;

namespace FactoryBot.Skills.Quotes.Requests;

/// <summary>What goods come in: "5 canisters", "24 Dosen", "100 Kartons". The word counts, and says something of the part as well: it may be the very thing that is asked for.</summary>
internal static class Containers
{
    /// <summary>Words beside the commoner ones for packs; one of these is one piece.</summary>
    public const string Words =
        "canisters|kanister|bidons?|drums|faesser|fass|futs?|bottles|flaschen?|flacons?|cans|dosen?|tins|cartridges|kartuschen?|cartouches?|buckets|pails|eimer|seaux?|jars|sacks|saecke|tueten?";

    private static readonly FrozenDictionary<string, string> Names = Build();

    private static readonly FrozenSet<string> Stems = Names.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <returns>The stem of its English name; empty where it is none.</returns>
    public static string NameOf(string word) => Names.GetValueOrDefault(word, "");

    public static bool Is(string stem) => Stems.Contains(stem);

    private static FrozenDictionary<string, string> Build()
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("bag", "bag bags beutel tuete tueten sachet sachets");
        Add("sack", "sacks saecke");
        Add("box", "box boxes schachtel schachteln boite boites");
        Add("carton", "carton cartons karton kartons");
        Add("can", "cans tins dose dosen");
        Add("canister", "canisters kanister bidon bidons");
        Add("bottle", "bottles flasche flaschen flacon flacons");
        Add("drum", "drums fass faesser fut futs");
        Add("cartridge", "cartridges kartusche kartuschen cartouche cartouches");
        Add("bucket", "buckets pails eimer seau seaux");
        Add("jar", "jars");
        return all.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string name, string words)
        {
            foreach (var word in words.Split(' '))
                all[word] = Stem.Of(name);
        }
    }
}
