using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>Names of parts, colours and materials in the languages that buyers write in beside English: facts of the trade, whatever the catalogue.</summary>
internal static partial class ForeignWords
{
    private const string German =
        "kabelverschraubung=cable gland;verschraubung=fitting;durchgangsklemme=feed through terminal;reihenklemme=terminal;schutzleiterklemme=protective conductor terminal;"
        + "leitungsschutzschalter=circuit breaker;sicherungsautomat=circuit breaker;schuetz=contactor;aderendhuelse=ferrule;schrumpfschlauch=heat shrink tube;hydraulikschlauch=hydraulic hose;"
        + "schlauch=hose;schlaeuche=hose;wellendichtring=rotary shaft seal;simmerring=rotary shaft seal;dichtring=seal ring;dichtung=seal;dichtsatz=seal kit;kugelhahn=ball valve;winkel=elbow;ueberwurfmutter=union nut;"
        + "schneidring=cutting ring;ventil=valve;magnetventil=solenoid valve;zahnrad=gear;zahnriemen=timing belt;kette=chain;feder=spring;druckfeder=compression spring;zugfeder=tension spring;"
        + "welle=shaft;kupplung=coupling;flansch=flange;rohr=pipe;bolzen=bolt;stift=pin;zylinderstift=dowel pin;passstift=dowel pin;niet=rivet;gewindestift=set screw;linsenkopfschraube=button head screw;"
        + "innensechskantschraube=socket head screw;federring=lock washer;stecker=plug;leitung=cable;litze=wire;schalter=switch;naeherungsschalter=proximity switch;widerstand=resistor;kondensator=capacitor;"
        + "sicherung=fuse;relais=relay;hutschiene=din rail;tragschiene=din rail;pumpe=pump;zylinder=cylinder;getriebemotor=gear motor;gegenmutter=lock nut;kupfer=copper;kunststoff=plastic;gummi=rubber;polyamid=nylon;"
        + "braun=brown;grau=gray;weiss=white;gruengelb=green yellow;isoliert=insulated;vernickelt=nickel;schwarze=black;rote=red;blaue=blue;graue=gray;gelbe=yellow;nadellager=needle bearing;gelenkkopf=rod end";

    private const string Romance =
        "vis=screw;ecrou=nut;rondelle=washer;boulon=bolt;roulement=bearing;vanne=valve;robinet=valve;tuyau=hose;ressort=spring;courroie=belt;engrenage=gear;moteur=motor;pompe=pump;capteur=sensor;"
        + "interrupteur=switch;disjoncteur=circuit breaker;contacteur=contactor;borne=terminal;embout=ferrule;raccord=fitting;coude=elbow;noir=black;noire=black;blanc=white;blanche=white;rouge=red;bleu=blue;bleue=blue;"
        + "vert=green;verte=green;jaune=yellow;gris=gray;grise=gray;marron=brown;acier=steel;laiton=brass;cuivre=copper;caoutchouc=rubber;nitrile=nbr;"
        + "tornillo=screw;tuerca=nut;arandela=washer;rodamiento=bearing;valvula=valve;manguera=hose;acero=steel;laton=brass;rondella=washer;cuscinetto=bearing;valvola=valve;guarnizione=seal;ottone=brass;acciaio=steel";

    private static readonly FrozenDictionary<string, string[]> Known = Build().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly SearchValues<string> Openings = SearchValues.Create(["joint", "gaine", "presse", "vanne", "chemin", "bague"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What one word says in English; null where it is none of these.</summary>
    public static string[]? Expand(string word) => Known.GetValueOrDefault(word);

    /// <summary>Names of several words, put into English before the words are read one by one.</summary>
    public static string Phrases(string text) => !text.AsSpan().ContainsAny(Openings) ? text
        : BallValve().Replace(Gland().Replace(Shrink().Replace(ShaftSeal().Replace(ORing().Replace(text, "o-ring"), "rotary shaft seal"), "heat shrink tube"), "cable gland"), "ball valve");

    private static Dictionary<string, string[]> Build()
    {
        var all = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (endings, words) in new[] { (new[] { "", "e", "n", "en", "er", "s" }, German), (new[] { "", "s", "x", "es" }, Romance) })
        {
            foreach (var pair in words.Split(';'))
            {
                var at = pair.IndexOf('=', StringComparison.Ordinal);
                foreach (var ending in endings)
                    all.TryAdd(pair[..at] + ending, pair[(at + 1)..].Split(' '));
            }
        }

        return all;
    }

    [GeneratedRegex(@"\bjoints?\s+toriques?\b", RegexOptions.IgnoreCase)]
    private static partial Regex ORing();

    [GeneratedRegex(@"\b(?:joints?|bagues?)\s+(?:a\s+levres?|d'arbres?|spi)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ShaftSeal();

    [GeneratedRegex(@"\bgaines?\s+thermo\s*-?\s*retractables?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Shrink();

    [GeneratedRegex(@"\bpresses?[\s-]+etoupes?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gland();

    [GeneratedRegex(@"\bvannes?\s+a\s+(?:bille|boule|boisseau)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex BallValve();
}
