using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>What people say around a question without asking it: who wants to know, what for, how soon, and how the answer shall be cut.</summary>
internal static class Chatter
{
    // A word may have others beside it ("|"), may be left out ("?"), be any number ("#") or any word ("*"), or only has to follow (">") or go before ("<").
    private static readonly Part[][] Phrases = [.. """
        boss|manager|supervisor|management|foreman|director|ceo|colleague wants|want|needs|need|asked|asks|wanted|would to|me|us|like? know|see|have|for|about|if|me? for|about?
        boss|manager|supervisor|management|foreman|director|ceo|colleague is asking for|me|about? for|about?
        for the|my|our|an|a * * meeting|audit|review
        for|before|in|at the|my|our|this|a? morning|daily|weekly|monthly|production|shift|team|management|maintenance|quality|safety|operations|board|early|next? # oclock|am|pm? meeting|standup|presentation|review|boss|audit|call|huddle|slides|manager|supervisor|management|director|ceo
        for|before|in|at the|my|our|this|a? morning|daily|weekly|monthly|production|shift|team|management|maintenance|quality|safety|operations|board|early|next? meeting|standup|presentation|review|boss|audit|call|huddle|slides|manager|supervisor|management|director|ceo
        for the|my|our|an|a * meeting|audit|review|presentation|workshop|request|report|call
        for|before the|my|our|this|a? morning|daily|weekly|monthly|production|shift|management|maintenance|quality|safety? stand up
        for|in|at a plant|factory|company|shop|line|business|industry like ours|us|this|that|mine
        as soon as possible
        asap
        urgent|urgently
        right away
        real quick|quickly|fast
        if you can|could|would
        if possible
        when|whenever you can|get|have a? minute|chance|time|sec|second|moment?
        in advance
        no rush
        i was|am just? wondering if|about|whether?
        i would|should like|love to know|see|have
        i want|need to know|see|have
        do you happen to know
        do you know
        i mean|meant
        any idea|chance
        just checking|curious|wondering
        quick one|question
        remind me
        would you mind
        fill me in on what
        one more thing|question
        i|we should know about?
        i|we need to know about
        by the way
        end|ended up with?
        lately|recently
        these days
        no|nr|num|nos >of
        could|can|may i trouble|bother you for
        calendar >week
        by 1000|thousand|million good|produced? parts|pieces|units|pcs?
        in|of|in1000 a? thousand|1000|million parts|pieces|units|pcs?
        btw
        give|gimme me? a|one sec|second|minute|min|moment
        hang|hold on
        so far
        yes|right|alright|listen|look|anyway|so|sorry >what|how|show|give|tell|can|could|which|when|why|did|was|is|are
        fyi
        break|broken|broke|split|sliced|cut|group|grouped|separated|divided it|that|them|this|those|these? down|up|out? >by|each
        breakdown|split|view >by
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' ').Select(Part.Of).ToArray())];

    private static readonly ILookup<string, Part[]> ByFirst = Phrases.SelectMany(p => p[0].Words.Select(w => (w, p))).ToLookup(x => x.w, x => x.p, StringComparer.Ordinal);

    /// <summary>Marks the tokens of such phrases.</summary>
    public static void Mark(Token[] tokens, bool[] plain)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            foreach (var phrase in ByFirst[tokens[at].Word])
            {
                if (End(phrase, tokens, at) is var end && end > at)
                {
                    Array.Fill(plain, true, at, end - at);
                    at = end - 1;
                    break;
                }
            }
        }
    }

    private static int End(Part[] phrase, Token[] tokens, int at)
    {
        foreach (var part in phrase)
        {
            var fits = at < tokens.Length && part.Fits(tokens[at]);
            if (!fits && !part.MayMiss)
            {
                return 0;
            }

            at += fits && !part.Ahead ? 1 : 0;
        }

        return at;
    }

    private sealed record Part(string[] Words, bool MayMiss, bool Ahead)
    {
        public static Part Of(string text) => new(text.Trim('?', '>').Split('|'), text.EndsWith('?'), text.StartsWith('>'));

        public bool Fits(Token token) => Words is ["*"] || Array.IndexOf(Words, token.Word) >= 0 || (token.Digits && Words is ["#"]);
    }
}
