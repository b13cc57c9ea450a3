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
        var tokens = Sentence.Of(text).Tokens;
        if (tokens.Length != clause.Tokens.Length)
            return null;
        var cut = new Cut(clause, tokens, vocabulary);
        for (var round = 0; round < Rounds && cut.Round(); round++)
        {
        }

        cut.DropAsides();
        return cut.Left();
    }

    private static PhraseBook Book(string phrases) => new(phrases,
        ("hello", AroundWords.Hello), ("called", AroundWords.Called), ("thanks", AroundWords.Thanks), ("word", AroundWords.Words), ("sound", AroundWords.Sounds), ("praise", AroundWords.Praise),
        ("shorthand", AroundWords.Shorthand), ("swear-adverb", AroundWords.SwearAdverbs), ("swear", AroundWords.Swear), ("awful", AroundWords.Awful), ("agent", AroundWords.Agents),
        ("agent-article", AroundWords.AgentArticles), ("weekday", AroundWords.Weekdays), ("occasion", Occasions.Nouns), ("occasion-before", Occasions.Before), ("receiver", Occasions.Receivers));

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
            if (Begins(at) && (Take(at, Opening.End(tokens, at, Ends), times: true) || (Hearsay.At(clause, tokens, at, vocabulary) is { } heard && Take(heard.From, heard.End, times: false))))
                return;
            _ = Take(at, Purpose.End(tokens, at, Ends), times: true) || Take(at, Filler.End(tokens, at, Ends), times: false) || Take(at, Closing.End(tokens, at, Ends), times: false);
        }

        // The first word of a clause that is left, but for what joins it.
        private bool Begins(int at)
        {
            for (var i = at; ; i--)
            {
                if (i == 0 || breaks[i])
                    return true;
                if (!gone[i - 1] && !tokens[i - 1].IsAny(["and", "so", "but", "because", "now", "well", "also", "then"]))
                    return false;
            }
        }

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
        private bool Take(int from, int end, bool times)
        {
            if (end <= from)
                return false;
            if (clause.Names.Any(n => n.Start < end && from < n.End && !(times && n.Kind == SlotKind.Shift && from <= n.Start && n.End <= end)))
                return false;
            if (!times && Enumerable.Range(from, end - from).Any(i => clause.Filled[i]))
                return false;
            Array.Fill(gone, true, from, end - from);
            return true;
        }

        public void DropAsides()
        {
            var clauses = new List<List<int>>();
            for (var at = 0; at < tokens.Length; at++)
            {
                if (at == 0 || breaks[at])
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
