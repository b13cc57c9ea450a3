using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn.Around;

/// <summary>Takes out of a message what is said around its question: who wants to know and what for, who says so, greetings, thanks, fillers and strong words, and
/// clauses that only tell something. What has a name, a time, an amount or a word of a figure stays, and so does what leaves something out.</summary>
internal sealed class AroundQuestion(Vocabulary vocabulary, PlannerContext context)
{
    private static readonly PhraseBook Opening = Book(Openings.Phrases);
    private static readonly PhraseBook Closing = Book(Closings.Phrases);
    private static readonly PhraseBook Filler = Book(Fillers.Phrases);
    private static readonly PhraseBook Purpose = Book(Occasions.Phrases);

    // What is taken away may bare another: "ok, thanks, and by the way".
    private const int Rounds = 4;

    /// <summary>The question alone, in plain words; null where nothing is said around it or nothing would be left.</summary>
    public string? Without(string text, bool follows)
    {
        text = Idioms.Plain(text);
        var clause = Clause.Read(text, vocabulary, context, null, follows);
        // As typed: a corrected word may have been a strong one.
        var tokens = AsTyped(text);
        if (tokens.Length != clause.Tokens.Length)
            return null;
        var cut = new Cut(clause, tokens, vocabulary);
        for (var round = 0; round < Rounds && cut.Round(); round++)
        {
        }

        cut.DropAsides();
        return cut.Left();
    }

    // "I am" and "im" are read as German where nothing else is known.
    private static Token[] AsTyped(string text)
    {
        var tokens = Sentence.Of(text).Tokens;
        for (var at = 0; at < tokens.Length; at++)
        {
            var typed = text.AsSpan(tokens[at].Start, tokens[at].Length);
            var next = at + 1 < tokens.Length ? tokens[at + 1].Word : "";
            if (typed.Equals("am", StringComparison.OrdinalIgnoreCase) && (next is "i" || (at > 0 && tokens[at - 1].Is("i"))))
                tokens[at] = tokens[at] with { Word = "am" };
            else if (typed.Equals("im", StringComparison.OrdinalIgnoreCase) && (next.EndsWith("ing", StringComparison.Ordinal) || OwnClause.Everyday.Contains(next) || People.Helping.Contains(next) || People.Want.Contains(next)))
                tokens[at] = tokens[at] with { Word = "i" };
        }

        return tokens;
    }

    /// <summary>Whether a message has a word that is mostly said around a question, so that what is read with it may be read better without.</summary>
    public static bool IsLikely(string text) => Array.Exists(Sentence.Of(text).Tokens, t => AroundWords.Marks.Contains(t.Word));

    private static PhraseBook Book(string phrases) => new(phrases,
        ("hello", AroundWords.Hello), ("called", AroundWords.Called), ("thanks", AroundWords.Thanks), ("word", AroundWords.Words), ("sound", AroundWords.Sounds), ("praise", AroundWords.Praise),
        ("shorthand", AroundWords.Shorthand), ("swear-adverb", AroundWords.SwearAdverbs), ("swear", AroundWords.Swear), ("awful", AroundWords.Awful), ("agent", AroundWords.Agents),
        ("agent-article", AroundWords.AgentArticles), ("weekday", AroundWords.Weekdays), ("small", AroundWords.Small), ("count", AroundWords.Counts), ("occasion", Occasions.Nouns), ("occasion-before", Occasions.Before), ("receiver", Occasions.Receivers));

    /// <summary>One message, and what of it is taken away.</summary>
    private sealed class Cut
    {
        private readonly Clause clause;
        private readonly Token[] tokens;
        private readonly Vocabulary vocabulary;
        private readonly bool[] gone;
        private readonly bool[] breaks;

        public Cut(Clause clause, Token[] tokens, Vocabulary vocabulary)
        {
            (this.clause, this.tokens, this.vocabulary) = (clause, tokens, vocabulary);
            gone = new bool[tokens.Length];
            breaks = [.. tokens.Select((_, at) => ClauseBreaks.Before(clause.Sentence.Text, tokens, at))];
        }

        public bool Round()
        {
            var before = gone.Count(g => g);
            for (var at = 0; at < tokens.Length; at++)
            {
                if (!gone[at])
                    TakeAt(at);
            }

            return gone.Count(g => g) > before;
        }

        private void TakeAt(int at)
        {
            if (heard)
                TakeAmount(at);
            if (Begins(at) && (Take(at, Opening.End(tokens, at, Ends), times: true) || TakeHearsay(at)))
                return;
            _ = Take(at, Purpose.End(tokens, at, Ends), times: true) || Take(at, Filler.End(tokens, at, Ends), times: false) || (Closing.End(tokens, at, Ends) is var end && end > at && !IsAsked(at) && !(end == at + 1 && IsGoverned(at)) && !IsPredicate(at) && Take(at, end, times: false));
        }

        private bool TakeHearsay(int at)
        {
            var taken = Hearsay.At(clause, tokens, at, vocabulary) is { } said && Take(said.From, said.End, times: false, names: said.Guess);
            heard |= taken;
            return taken;
        }

        // "The lads say it stood for two hours": how much they say it was is what the answer tells; "over two hours" is a bound.
        private void TakeAmount(int at)
        {
            var end = tokens[at].IsAny(["twice", "thrice"]) ? at + 1
                : tokens[at].Number is not null && at + 1 < tokens.Length && tokens[at + 1].IsAny(Amounts) ? at + 2
                : tokens[at].Digits && clause.Of(SlotKind.Product).Any(n => n.Start == at + 1) ? at + 1 : at;
            var from = at > 0 && tokens[at - 1].IsAny(["for", "about", "around", "nearly", "almost", "like", "some", "roughly", "only", "just", "by"]) ? at - 1 : at;
            if (end > at && !clause.Limits.Any(l => l.Start < end && at < l.End) && !(from > 0 && tokens[from - 1].IsAny(Bounding)) && !tokens[at].IsAny(["first", "second"]))
                _ = Take(from, end, times: false);
        }

        private bool heard;

        private static readonly string[] Amounts = ["times", "hours", "hour", "minutes", "minute", "min", "h", "pieces", "parts", "percent", "points", "stops", "x"];
        private static readonly string[] Bounding = ["than", "over", "under", "above", "below", "least", "most", "top", "last", "past", "worst", "best", "every", "first"];

        // "Since when is it", "which machine was it": no question whether something is so.
        private bool IsAsked(int at)
        {
            if (!tokens[at].IsAny(Helping))
                return false;
            for (var i = at; i > 0 && !breaks[i]; i--)
            {
                if (!gone[i - 1] && tokens[i - 1].IsAny(["what", "which", "how", "when", "where", "why", "who"]))
                    return true;
            }

            return false;
        }

        // "Is the OEE of line 1 right or not" asks just that.
        private bool IsPredicate(int at)
        {
            if (!tokens[at].IsAny(Predicates) || breaks[at])
                return false;
            var first = at;
            while (first > 0 && !breaks[first])
                first--;
            while (first < at && (gone[first] || tokens[first].IsAny(Joining)))
                first++;
            return tokens[first].IsAny(Helping) || Enumerable.Range(first, at - first).Count(i => !gone[i]) < LeastSaid;
        }

        // "Line 2 ok": too little to be a question that somebody only wants to be told is so.
        private const int LeastSaid = 4;

        private static readonly string[] Predicates = ["right", "true", "correct", "ok", "okay", "false", "wrong", "or"];

        // "Output per team": what something is of is no last word.
        private bool IsGoverned(int at) => at > 0 && !breaks[at] && !gone[at - 1] && tokens[at - 1].IsAny(Governing);

        private static readonly string[] Governing =
        [
            "by", "per", "of", "for", "from", "to", "with", "the", "a", "my", "our", "each", "every", "in", "on", "at", "and", "or", "than", "vs", "without", "no", "not", "any", "which", "what", "how", "are", "is", "was",
        ];

        private static readonly string[] Helping = ["is", "are", "was", "were", "do", "does", "did", "has", "have", "can", "could"];

        // The first word of a clause that is left, but for what joins it.
        private bool Begins(int at)
        {
            for (var i = at; ; i--)
            {
                if (i == 0 || breaks[i])
                    return true;
                if (!gone[i - 1] && !tokens[i - 1].IsAny(Joining))
                    return false;
            }
        }

        private static readonly string[] Joining = ["and", "so", "but", "because", "now", "well", "also", "then", "can", "could", "would", "will", "you", "please", "just"];

        // Nothing more is said in the clause.
        private bool Ends(int at)
        {
            for (var i = at; i < tokens.Length && !(i > at && breaks[i]); i++)
            {
                if (breaks[i] && i == at)
                    return true;
                if (!gone[i])
                    return false;
            }

            return true;
        }

        // A name is never taken away; a time only as a part of a phrase that has one ("good morning", "for the morning meeting").
        private bool Take(int from, int end, bool times, bool names = false)
        {
            if (end <= from)
                return false;
            if (!names && clause.Names.Any(n => n.Start < end && from < n.End && !(times && n.Kind == SlotKind.Shift && from <= n.Start && n.End <= end)))
                return false;
            if (!times && !names && Enumerable.Range(from, end - from).Any(i => clause.Filled[i]))
                return false;
            Array.Fill(gone, true, from, end - from);
            return true;
        }

        public void DropAsides()
        {
            DropSignature();
            var clauses = new List<List<int>>();
            for (var at = 0; at < tokens.Length; at++)
            {
                if (at == 0 || breaks[at] || ClauseBreaks.Asks(tokens, at))
                    clauses.Add([]);
                if (!gone[at])
                    clauses[^1].Add(at);
            }

            clauses.RemoveAll(words => words.Count == 0);
            var asides = clauses.Where(words => OwnClause.IsAside(clause, tokens, words, vocabulary)).ToList();
            if (asides.Count == clauses.Count)
                return;
            foreach (var at in asides.SelectMany(words => words))
                gone[at] = true;
        }

        // "Best regards, P. Meier": who signs.
        private void DropSignature()
        {
            var from = Array.FindLastIndex(tokens, t => t.IsAny(["regards", "wishes", "greetings", "sincerely", "rgds"])) + 1;
            var ofAName = from > 0 && gone[from - 1] && from < tokens.Length && tokens.Length - from <= LongestSignature
                && Enumerable.Range(from, tokens.Length - from).All(i => (!clause.Filled[i] || clause.Of(SlotKind.Member).Any(n => n.Start <= i && i < n.End)) && !tokens[i].Digits && char.IsUpper(clause.Sentence.Text[tokens[i].Start]));
            if (ofAName)
                Array.Fill(gone, true, from, tokens.Length - from);
        }

        private const int LongestSignature = 4;

        /// <summary>What is left as typed, with the marks between its clauses.</summary>
        public string? Left()
        {
            if (gone.All(g => g))
                return null;
            var left = new System.Text.StringBuilder();
            var last = -1;
            for (var at = 0; at < tokens.Length; at++)
            {
                if (gone[at])
                    continue;
                if (last >= 0)
                    left.Append(last + 1 == at ? clause.Sentence.Text[tokens[last].End..tokens[at].Start] : ClauseBreaks.Mark(clause.Sentence.Text, tokens, last, at));
                left.Append(clause.Sentence.Text, tokens[at].Start, tokens[at].Length);
                last = at;
            }

            left.Append(ClauseBreaks.Tail(clause.Sentence.Text, tokens, last));
            return left.ToString();
        }
    }
}
