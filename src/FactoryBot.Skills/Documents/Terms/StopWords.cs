using System.Collections.Frozen;

namespace FactoryBot.Skills.Documents.Terms;

/// <summary>Words that say nothing about what a question or a text is about.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = """
        a about above after again all also always am an and any anybody anyone anything are arent as ask asked at be because been before being below
        between both but by can cannot cant could couldnt did didnt do does doesnt doing done dont during each either else etc ever every everybody
        everything few for from further had has hasnt have havent having he hello her here hers herself hey hi him himself his how i id if ill im in into
        is isnt it its itself ive just kindly let lets like ll many may maybe me mean means might more most much must my myself need needed needs neither no nobody none nor often
        not nothing now of off ok okay on once one only onto or other others otherwise our ours ourselves out over own per please pls possible quite
        rather really s same shall she should since so some somebody someone something still such sure t tell than thank thanks that thats the their theirs
        them themselves then there theres these they theyre theyve thing things this those though through to too under until up upon us ve very via want
        wanted wants was wasnt way ways we well were werent weve what whats when where wheres whether which while who whom whose why will with within without
        wont would wouldnt yes yet you youd youll your youre yours yourself youve able actually already anyway bit easily exactly explain folks get gets getting
        got gonna guys happen happens help know known look looks lot lots meant mine show simply sort stuff supposed try trying use used uses using want
        along although among anymore anywhere around beside besides beyond despite elsewhere everywhere except however instead meanwhile
        nowhere otherwise perhaps somehow somewhere therefore thus till toward towards unless whatever whenever whereas wherever whichever whoever
        hw hwo howto wat wht wher whos hows wanna gotta dunno yeah nope asap kinda
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string word) => word.Length < 2 || Words.Contains(word);
}
