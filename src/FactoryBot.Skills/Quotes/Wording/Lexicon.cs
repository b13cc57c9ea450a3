using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace FactoryBot.Skills.Quotes.Wording;

/// <summary>What words mean in the trade, whatever the catalogue: classes, other names, and what is only talk.</summary>
internal static class Lexicon
{
    private static readonly FrozenDictionary<string, WordClass> Classes = BuildClasses().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Other spellings and names of exactly the same, by their whole word.</summary>
    private static readonly FrozenDictionary<string, string> Canonical = new Dictionary<string, string>
    {
        ["aluminium"] = "aluminum", ["alu"] = "aluminum", ["alum"] = "aluminum", ["grey"] = "gray", ["stainless"] = "stainless", ["inox"] = "stainless",
        ["va"] = "stainless", ["edelstahl"] = "stainless", ["galvanised"] = "galvanized", ["galv"] = "galvanized", ["anodised"] = "anodized", ["zn"] = "zinc", ["verzinkt"] = "zinc", ["zp"] = "zinc", ["bzp"] = "zinc",
        ["term"] = "terminal", ["temp"] = "temperature", ["conn"] = "connector", ["res"] = "resistor", ["reg"] = "regulator", ["scr"] = "screw", ["wshr"] = "washer",
        ["hd"] = "head", ["hexagon"] = "hex", ["hexagonal"] = "hex", ["sechskant"] = "hex", ["brg"] = "bearing", ["brkt"] = "bracket", ["flg"] = "flange", ["assy"] = "assembly",
        ["coupler"] = "coupling", ["mtg"] = "mounting", ["adj"] = "adjustable", ["xfmr"] = "transformer", ["csk"] = "countersunk", ["countersink"] = "countersunk",
        ["schraube"] = "screw", ["schrauben"] = "screw", ["mutter"] = "nut", ["muttern"] = "nut", ["scheibe"] = "washer", ["scheiben"] = "washer", ["kabel"] = "cable",
        ["lager"] = "bearing", ["kugellager"] = "bearing", ["messing"] = "brass", ["stahl"] = "steel", ["schwarz"] = "black", ["rot"] = "red", ["blau"] = "blue",
        ["gruen"] = "green", ["gelb"] = "yellow", ["weiss"] = "white", ["nyloc"] = "lock", ["nylock"] = "lock", ["selflocking"] = "lock", ["locking"] = "lock",
        ["dpdt"] = "dpdt", ["teflon"] = "ptfe", ["polyamide"] = "nylon", ["pa"] = "nylon", ["acetal"] = "pom", ["delrin"] = "pom", ["blk"] = "black", ["wht"] = "white",
        ["pdip"] = "dip", ["dil"] = "dip", ["gearmotor"] = "gearmotor", ["ms"] = "ms", ["ptfe"] = "ptfe", ["opamp"] = "opamp", ["colour"] = "color",
        // Not the same as silicon, whose stem it would have.
        ["silicone"] = "siliconerubber",
        ["transparent"] = "clear", ["polymer"] = "plastic", ["pu"] = "polyurethane", ["pur"] = "polyurethane", ["tpu"] = "polyurethane",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words that many use for one another; they count a little less than the word itself.</summary>
    private static readonly FrozenDictionary<string, string[]> Near = new Dictionary<string, string[]>
    {
        ["bolt"] = ["screw"], ["screw"] = ["bolt"], ["pipe"] = ["tube", "tubing"], ["tube"] = ["pipe", "tub", "tubing"], ["tub"] = ["tube"], ["tubing"] = ["tube", "pipe"], ["hose"] = ["tubing", "tube"], ["hub"] = ["strok"], ["stroke"] = ["hub"], ["rail"] = ["gorail"],
        ["coil"] = ["inductor"], ["cord"] = ["cable"], ["lead"] = ["cable"], ["socket"] = ["receptacle"], ["chip"] = ["ic"],
        ["zinc"] = ["galvaniz"], ["galvaniz"] = ["zinc"], ["proximity"] = ["inductive"], ["stand-off"] = ["standoff"], ["spacer"] = ["standoff"], ["allen"] = ["socket", "hex"], ["through-hole"] = ["tht", "dip"], ["through-hol"] = ["tht", "dip"], ["smd"] = ["smt"], ["smt"] = ["smd"], ["jack"] = ["socket", "receptacle"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Talk = FrozenSet.ToFrozenSet(
        ("a an the of for and or to in on at with from by our your us we i me you it is are be was as this that these those please pls plz kindly quote quotation "
        + "quoting price pricing prices priced cost offer best send need needs needed want wants require required requires request requested rfq inquiry enquiry hi hello dear "
        + "thanks thank thx regards cheers mike how much many would like could can get give have has do does also following below item items line lines pos part parts number "
        + "article piece pieces pcs pc off each ea qty quantity unit units order ordering buy sample about around approx total asap urgent urgently delivery deliver delivered "
        + "new good some any all same kind make change changed instead increase reduce stuff still again just only more want's let know if possible soon today tomorrow week weeks day days your there here them they "
        + "isn aren won don t s ll ve re isn't aren't preferably preferred prefer available availability ok okay too very quick else otherwise either fine might may shall will must than then when "
        + "which what who longer whole lot per he she team all ones usual usually our last time lengths consisting consists suit matching fit above "
        + "de au aux en sur dans par dem zum zur im am bonjour merci nous faire une offre pour cordialement prix delai svp veuillez et les des du le la un avec vous votre notre livraison semaine devis quantite "
        + "menge anzahl erhoehen aendern reduzieren streichen herr frau anbei bedarf unser unsere unseren necesitamos gracias "
        + "bitte angebot anfrage wir brauchen benoetigen preis preise und oder mit fuer von stueck stk st je der die das den uns ihre").Split(' '),
        StringComparer.Ordinal);

    // A catalogue says the same few thousand words over and over. Bounded: what comes after is worked out each time.
    private const int MostRemembered = 20_000;
    private static readonly ConcurrentDictionary<string, Feature?> Remembered = new(StringComparer.Ordinal);
    private static int remembered;

    /// <summary>What a single word says of a part; null where it is only talk.</summary>
    public static Feature? Read(string word)
    {
        if (Remembered.TryGetValue(word, out var known))
            return known;
        var stem = IsTalk(word) ? null : Stem.Of(Of(word));
        Feature? read = stem is null ? null : new(FeatureKind.Word, stem, default, ClassOf(stem));
        // Its own count would lock the whole table, for each new word on each processor.
        if (Volatile.Read(ref remembered) < MostRemembered && Remembered.TryAdd(word, read))
            Interlocked.Increment(ref remembered);
        return read;
    }

    public static bool IsTalk(string word) => Talk.Contains(word);

    public static string Of(string word) => Canonical.GetValueOrDefault(word, word);

    public static IReadOnlyList<string> NearTo(string stem) => Near.GetValueOrDefault(stem, []);

    public static WordClass ClassOf(string stem) => Classes.GetValueOrDefault(stem, WordClass.Plain);

    private static Dictionary<string, WordClass> BuildClasses()
    {
        var all = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        Add(WordClass.Weak, "long length dia diameter od id thick thickness wide width high height pitch size sized type typ series serie ratio standard outer outside inner inside "
            + "diam lg lang laenge overall nominal approx version style model grade class rated rating max min value nom made spec color with through");
        Add(WordClass.Colour, "red blue green yellow black white orange brown gray violet purple pink beige clear transparent");
        Add(WordClass.Material, "steel stainless brass aluminum copper bronze nylon plastic rubber ptfe pom titanium zinc iron wood glass ceramic siliconerubber nbr fkm viton epdm pvc peek "
            + "pp pe hdpe ldpe abs pet petg pmma polyurethane neoprene carbon graphite cork leather");
        Add(WordClass.Finish, "galvanized anodized zinc plated nickel chrome passivated painted oxide polished coated tinned phosphated");
        Add(WordClass.Product, "screw bolt nut washer rivet pin stud rod bearing seal ring gasket valve hose fitting motor gear pulley belt chain sprocket shaft coupling clamp bracket "
            + "plate beam channel tube pipe profile rail hinge handle knob spring wheel caster roller bushing spacer standoff collar hub mount block arm hook anchor nail insert "
            + "resistor capacitor inductor diode transistor regulator relay fuse switch sensor connector header socket cable wire terminal transformer led battery crystal potentiometer "
            + "thermistor varistor amplifier comparator timer microcontroller memory encoder display lamp fan pump filter cylinder actuator solenoid magnet heater thermocouple "
            + "adapter plug jack receptacle housing enclosure box lug ferrule gland grommet tie sleeve drill tap endmill blade saw file wrench key screwdriver plier hammer "
            + "glue adhesive tape paint oil grease lubricant locknut flange elbow tee nipple cap cover lid bumper foot servo drive controller inverter oscillator optocoupler mosfet "
            + "thyristor triac bridge converter transceiver driver buffer gate counter shaper antenna arduino fastener circlip oring turnbuckle linkage bag label pad wedge dowel union contactor breaker kit "
            + "film carton strap reamer collet strainer holder mask glove helmet boot shoe vest goggles muffs respirator extinguisher canister bottle sheet duct rcd oring");
        Add(WordClass.Defining, "hex socket countersunk flat pan button flanged torx phillips slotted pozi cheese round square oval self-tapping tapping wood sheet grub set shoulder eye wing "
            + "lock spring-lock split ball needle taper thrust linear rotary deep groove stepper brushless brushed planetary servo male female top side bottom left right open closed "
            + "single dual double triple quad front rear internal external push pull toggle rocker momentary latching normally npn pnp n-channel p-channel schottky zener "
            + "adjustable fixed positive negative low high fine coarse metric imperial blind tubular solid hollow threaded tapped plain knurled sealed shielded insulated "
            + "flexible rigid straight angled vertical horizontal surface panel through-hole smd smt tht dip soic right-angle ribbon coaxial twisted stranded shielded usb ethernet hdmi "
            + "without femalefemale malefemale malemale micro mini analog digital optical magnetic inductive capacitive ultrasonic infrared temperature pressure current voltage humidity proximity tempered");
        return all;

        void Add(WordClass kind, string words)
        {
            foreach (var word in words.Split(' '))
                all[Stem.Of(word)] = kind;
        }
    }
}
