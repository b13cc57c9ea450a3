using System.Collections.Frozen;

namespace FactoryBot.Planning.BuiltIn.Around;

/// <summary>Who is quoted or wants to know, and the verbs with which people are.</summary>
internal static class People
{
    public static readonly FrozenSet<string> Nouns = WordSet.Of("""
        boss bosses gaffer gaffers guvnor governor chief chiefs manager managers mgr mgmt management supervisor supervisors director directors foreman foremen forewoman lead leads leader leaders
        leadhand teamlead teamleader head heads ceo cfo coo cto cio md vp president owner owners superior superiors higherups bigwigs suits cheese exec execs executive executives chairman chair
        board committee council leadership hq headquarters headoffice corporate shareholders investors
        auditor auditors inspector inspectors consultant consultants controller controllers controlling accountant accountants bookkeeper finance accounting purchasing procurement sales marketing
        logistics planning engineering hr personnel union unions works
        customer customers client clients supplier suppliers visitor visitors guest guests
        engineer engineers planner planners scheduler schedulers technician technicians tech techs fitter fitters mechanic mechanics electrician electricians setter setters toolmaker welder
        operator operators worker workers trainee trainees apprentice apprentices intern interns student students newbie
        colleague colleagues coworker coworkers teammate teammates mate mates buddy friend friends wife husband
        lad lads lass lasses guy guys bloke blokes chap chaps fella fellas fellow fellows folk folks boy boys girl girls man men woman women crew crews gang team teams people person
        everyone everybody someone somebody anyone anybody nobody others lot they he she dude
        """);

    /// <summary>Words before such a noun: "the plant manager", "our new quality lead".</summary>
    public static readonly FrozenSet<string> Before = WordSet.Of("""
        the a my our your his her their this that these those some one few couple all both other new old young big top senior junior deputy assistant acting interim general dear local lovely
        plant production factory site shop floor shopfloor line team shift quality maintenance safety logistics operations ops process project product operational night day morning evening
        managing executive steering supervisory works head sales purchasing finance technical continuous improvement lean group area department regional external internal
        """);

    /// <summary>Where they sit: "the guys from quality", "the lads on nights", "the boss upstairs".</summary>
    public static readonly FrozenSet<string> From = WordSet.Of("from of in at upstairs downstairs over there here up down");

    public static readonly FrozenSet<string> Departments = WordSet.Of("""
        quality maintenance planning logistics sales purchasing procurement finance accounting controlling engineering production management office upstairs hq headquarters corporate it hr lab
        toolshop warehouse workshop dispatch shipping the our
        """);

    public static readonly FrozenSet<string> Helping = WordSet.Of("""
        is are was were has have had been be being keep keeps kept just also always now all both still again really even already often sometimes constantly only currently
        would will who whos have've does do did wont dont doesnt
        """);

    public static readonly FrozenSet<string> Say = WordSet.Of("""
        say says said saying reckon reckons reckoned think thinks thought thinking claim claims claimed claiming believe believes believed tell tells told telling insist insists insisted insisting
        swear swears swore argue argues argued arguing complain complains complained complaining moan moans moaned moaning mention mentions mentioned suspect suspects suspected suspecting
        guess guesses assume assumes assumed feel feels felt suggest suggests suggested bet bets suppose supposes
        maintain maintains state states stated convinced certain afraid worried adamant positive hear heard hears hearing shout shouts shouting whisper
        grumble grumbles grumbling whinge whinges whinging banging banged harping ranting rants ranted joke jokes joking boast boasts boasting brag brags bragging gossip hint hints hinted admit admits admitted
        """);

    public static readonly FrozenSet<string> Want = WordSet.Of("""
        want wants wanted wanting wanna ask asks asked asking need needs needed needing wonder wonders wondered wondering request requests requested requesting demand demands demanded demanding
        require requires required expect expects expected expecting like love curious interested keen eager dying desperate nagging pestering pushing chasing bugging pressing begging after
        """);
}
