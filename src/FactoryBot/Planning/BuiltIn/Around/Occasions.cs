using System.Collections.Frozen;

namespace FactoryBot.Planning.BuiltIn.Around;

/// <summary>What an answer is wanted for, and who gets it: "for my slide", "before the steering committee", "for the auditors".</summary>
internal static class Occasions
{
    /// <summary>Meetings, papers and pictures.</summary>
    public static readonly FrozenSet<string> Nouns = WordSet.Of("""
        meeting meetings mtg standup standups huddle huddles review reviews audit audits call calls conference presentation presentations session sessions workshop workshops briefing debrief debriefing
        toolbox townhall committee gemba walk walkthrough walkaround tour visit appraisal interview retro retrospective kickoff sync catchup roundup discussion talk chat teams gathering
        slide slides slidedeck deck powerpoint ppt pptx dashboard whiteboard noticeboard blackboard newsletter memo handout poster flyer
        paperwork thesis essay homework project boardroom bonus
        """);

    /// <summary>Who gets it. Customers and suppliers are left out: a figure for one of them is another figure.</summary>
    public static readonly FrozenSet<string> Receivers = WordSet.Of("""
        boss bosses gaffer guvnor chief manager managers mgmt management supervisor director directors foreman leader leadership ceo cfo coo cto md vp president owner owners board committee council
        cheese auditor auditors shareholders investors controller controllers controlling accountant accountants headquarters hq headoffice corporate colleague colleagues friend mate union works
        execs executives exec suits higherups bigwigs finance accounting
        """);

    /// <summary>Words before such a noun.</summary>
    public static readonly FrozenSet<string> Before = WordSet.Of("""
        the a my our your his her their this that these those some one new big next upcoming early late quick short little regular usual annual yearly quarterly monthly weekly daily morning afternoon
        evening lunch lunchtime monday tuesday wednesday thursday friday plant production factory site shop floor shift team quality maintenance safety operations ops management board steering works
        supervisory executive department project customer audit budget strategy kpi lean kaizen cip tier town toolbox stand up leadership sales head office
        """);

    /// <summary>Times of day beside one: "the 10 o'clock", "my half nine".</summary>
    public const string Phrases = """
        for|before|in|at|during|to|ahead|til|until|into of? {occasion-before}? {occasion-before}? {occasion-before}? {occasion-before}? {occasion} {occasion}? with|of? {occasion-before}? {occasion-before}? {receiver}?
        for|to {occasion-before}? {occasion-before}? {occasion-before}? {receiver} {receiver}? on|at|in? {occasion-before}? {occasion}?
        before|for|at|by|ahead of? the|my|our # oclock|am|pm? {occasion}?
        before|for|ahead of? the|my|our nine|ten|eleven|twelve|one|two|three|four|five|six|seven|eight oclock {occasion}?
        for my|our own|personal? notes|records|information|info|reference|understanding|curiosity|interest|sake|mind|boss|kids|wife|husband|peace
        for|in a|the? fun|interest|comparison's|reference|information|info|context|completeness .
        as|for my own? reference|preparation|prep|homework .
        in|for|with a? {occasion} format|form|style|ready
        """;
}
