using System.Collections.Frozen;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Word lists of the language itself, the same for every skill. Words are those that German and abbreviated ones stand for.</summary>
internal static class PlainWords
{
    /// <summary>Carry no meaning of their own in a question. Whatever could change a figure must not stand here.</summary>
    public static readonly FrozenSet<string> Harmless = Set("""
        the a an of for on at in to from by with during is are was were be been being am do does did done has have had having can could would
        you your we our us me my i it its that this these those there here please what which how show give tell get see display let
        lets know want need like ask asking question check look up find pull bring say hey so just again also then and or well but um uh
        kindly quick quickly real actually really maybe dear bot factorybot thanks please hello hi ok okay be being whats hows
        come come's go went value values figure figures number result results report info information details
        yo lol haha mate dude bro folks gotta wanna gonna lemme even ours
        himself s ll ve m re d'you zeige haben hat hatte wir ich es mal bitte denn doch wird wurde werden sich man als dann
        einmal geht ging lief laufen lauft liegt lag war hoch percent
        """);

    /// <summary>Begin a sentence that changes the question before.</summary>
    public static readonly FrozenSet<string> FollowUp = Set("""
        and what about how same again also now then instead but only just for with use change switch make try rather ok okay well
        yes thing ones question aber noch auch sieht nur alone
        """);

    /// <summary>Words with which a question begins.</summary>
    public static readonly string[] Asking =
        ["is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "which", "what", "who", "how", "when", "where", "why", "should", "may"];

    /// <summary>Name a figure by what a machine does; where another figure is named, they say how it came ("what made the OEE go down").</summary>
    public static readonly FrozenSet<string> Doing = Set("made make produce produced down stopped speed lost lose loses stood stands");

    /// <summary>Leave something out: never accounted for because an example happens to have the word.</summary>
    public static readonly FrozenSet<string> Leaving = Set("not no without except excluding exclude besides unless never none but");

    /// <summary>Stand for another thing, another time or another amount than the words beside them alone: accounted for only where an example
    /// or a learned sentence has them beside the same word.</summary>
    public static readonly FrozenSet<string> Changing = Set("""
        second third fourth fifth next previous other another rest remaining else
        last first longest shortest latest oldest newest earliest average median min max minimum maximum fastest slowest deviation cumulative
        minute hour day week month quarter year weekday weekend monday tuesday wednesday thursday friday saturday sunday
        higher lower ever over under above below more less least fewest most between fewer exceed exceeded until before after since
        minutes hours days weeks months quarters years weekends
        if unless would should could weekly monthly quarterly yearly fortnightly
        """);

    /// <summary>Pick one of many: what they pick it of stands behind them, behind a name at most ("the longest packer stop").</summary>
    public static readonly FrozenSet<string> Extreme = Set("longest shortest latest oldest newest earliest min max minimum maximum fastest slowest median deviation");

    /// <summary>Say that a figure moved from one time to another.</summary>
    public static readonly FrozenSet<string> Moving = Set("""
        change changed changes drop dropped fall fell fallen rise rose risen go goes going went gone better worse improve improved increase increased decrease
        decreased decline declined down up difference jump jumped lose lost losing gain gained differ different slip slipped slide slid worsen worsened
        """);

    /// <summary>Set two things side by side.</summary>
    public static readonly FrozenSet<string> Compare = Set("vs compare compared comparison comparing against than difference versus beside side");

    /// <summary>Stand with the whole plant.</summary>
    public static readonly FrozenSet<string> Whole = Set("whole entire overall complete plant factory site plants everything total");

    /// <summary>Ask what a word means, not for a figure.</summary>
    public static readonly FrozenSet<string> Meaning = Set("mean meaning means define definition explain explanation formula calculated calculate bedeutet bedeutung");

    /// <summary>Kinds of machine that examples name; a name is never part of what a function is about.</summary>
    public static readonly FrozenSet<string> Names = Set("""
        cnc assembly packaging testing press robot lathe mill welder welding painting oven mixer filler labeler palletizer main ana
        """);

    /// <summary>Common words that are no typing errors of a word that a function knows.</summary>
    public static readonly FrozenSet<string> Common = Set("""
        about above across after again against all almost alone along already always among amount angle annual another answer any anyone
        anything apart area around arrive aside attend away back base basic batch bath because become been before begin behind below
        best better between beyond bill black blank block blue board boat body bolt book boss both bottom box break bridge bring broke
        broken brown budget build built bulk burn busy buyer cable call came capacity card care cart case cash cast cause cell center
        chain chair change charge chart cheap check chief child choose city claim class clean clear clock close cloud coat code coffee
        cold color come common company cool copy core corner cost costs count country course cover crane crash crew cross current
        customer cut cycle damage dark deal dear decide deep defect delay deliver delivery demand deny depth desk detail device did
        difference direct dirt dirty done door double down draw dress drill drink drive drop dropped due during dust duty each early earn
        earth easy east edge effect effort either electric else email emissions employee empty end energy engine enough enter equal
        error even evening event ever every exact example except excluding expect expected expensive extra face fact fail failed failure
        fall false family fast fault feed feel field figure file fill filter final fine fire firm fish fit five fix fixed flat floor
        flow food foot force forecast forget form four free fresh friend front fuel full fund game gap gas gate general get girl give
        glass goal goes going gold gone grade grand great green ground group grow guess guide half hall hand happen happened hard hate
        head health hear heat heavy height hello here high highest hold hole home hope hour hours house huge human idea ideal idle
        inch include including income index inside into invoice iron issue issues item join joke jump just keep kept kill kind king know
        labor labour lack lake land lane large largest late later laugh law lead leak learn least leave left length less let letter level
        life lift light like lime limit link list little live load local lock logo long longest look loop lose loss lost lot loud love
        low lower lowest luck lunch made mail main maintenance make male manual many map margin mark market mass mast match material
        matter max maximum maybe meal mean meant meat meet meeting mess message metal meter middle might mile milk mill mind mine minute
        minutes miss missing mistake mixed mode model money mood moon more morning most moth mother mouth move movie much music must
        name near neck need never news nice nine none noon normal north nose note nothing notice now number oil old once only open
        operate operator operators option orange order orders other others output outside over overtime own owner pace pack package page
        paid pain pair paper park part parts party pass past path pay peak people per percent perfect person phone photo pick picture
        piece pieces pink pipe place plan planned plane plate play plus point pool poor port post pound power predict prediction present
        pressure pretty price print problem problems process product products production profit project proof provide public pull pump
        pure push put race rail rain raise range rank rate rather raw reach read ready real reason red reject rejects repair repeat
        reply rest result return revenue rich ride right ring rise risk river road rock role roll roof room root rope rose rough round
        row rows rule run running runs rush safe safety said sale sales salt sand save saw scale scan school score screen sea seal
        season seat second see seed seem sell send sense sent serve service set setup seven shape share sharp sheet ship shop short
        should shut side sign silver since single sink site size skill skin sleep slow slowest small smart smell smoke snow soft soil
        sold some song soon sort sound south space spare speak speed spend split sport spot staff stage stand star start started state
        status stay steam steel step stick still stock stone stood stop stops stopped store storm story strange street strong such sudden
        sugar suit summer supply support sure table take taken talk tall tank target tax team tell temperature ten tend tent term
        terrible test tests than thank then there thick thin thing think third thought thread throw ticket tight till time tiny tip tired
        tool top torque total touch tough tour town track trade traffic train travel tree trend trial trip truck true trust try tube tune
        turn twelve twice type under unit units unless unplanned unusual upper urgent usage use used user usual value very view visit
        voice wait wake walk wall want war warm warn warning wash waste watch water wave way weak wear weather web weight welcome well
        west wet what wheel when where which while white who whole why wide wife will win wind window wine winter wire wish with within
        without wood word work worked worker workers working works world worse worst worth write wrong yard yellow yield young zero zone
        analyse analyze average benchmark breakdown breakdowns cheapest compare consumption co2 downtime energy estimate microstop mtbf
        mttr predict quote quotes scrap shipping stock supplier supervisor teep throughput trouble uptime workorder
        letter latter deal quantity qualify wasted
        starting joining planner scheduler engineer technician inspector foreman coordinator trainee apprentice mechanic electrician fitter
        """);

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
}
