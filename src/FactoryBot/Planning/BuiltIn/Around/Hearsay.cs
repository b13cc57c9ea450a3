using System.Collections.Frozen;
using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn.Around;

/// <summary>"The boss wants to know if", "the lads reckon", "nights are saying that", "I've been told": who wants to know, and who says so, before what is asked or said.</summary>
internal static class Hearsay
{
    /// <summary>Which tokens such an opening takes; null where there is none at a place.</summary>
    public static (int From, int End, bool Guess)? At(Clause clause, Token[] tokens, int at, Vocabulary vocabulary)
    {
        // What a shift says is mostly said of itself: its name stays.
        var shift = clause.Names.FirstOrDefault(n => n.Kind == SlotKind.Shift && n.Start == Skip(tokens, at, Articles));
        var person = shift is null ? Person(clause, tokens, at, vocabulary) : shift.End;
        if (person <= at && !IsOneself(tokens, at))
            return null;
        var verb = Skip(tokens, Math.Max(person, IsOneself(tokens, at) ? at + 1 : at), People.Helping);
        if (verb >= tokens.Length || clause.Filled[verb] || Broken(tokens, at, verb))
            return null;
        var from = shift is null ? at : shift.End;
        return People.Say.Contains(tokens[verb].Word) && !SaysNothingOfItself(tokens, at, verb) ? Said(clause, tokens, from, verb)
            : shift is null && People.Want.Contains(tokens[verb].Word) && !IsOneself(tokens, at) ? (from, AfterWanting(tokens, verb), false)
            : null;
    }

    // "I bet it's nights" guesses what the answer will show; "I think it's line 2" may say which one is meant.
    private static (int From, int End, bool Guess)? Said(Clause clause, Token[] tokens, int from, int verb)
    {
        var end = AfterSaying(tokens, verb);
        var last = end;
        while (last < tokens.Length && !ClauseBreaks.Before(clause.Sentence.Text, tokens, last))
            last++;
        var onlyNames = last > end && Enumerable.Range(end, last - end).All(i => clause.Names.Any(n => n.Start <= i && i < n.End) || PlainWords.Harmless.Contains(tokens[i].Word));
        return !onlyNames ? (from, end, false) : tokens[verb].IsAny(["bet", "guess", "suspect", "reckon", "assume", "suppose"]) ? (from, last, true) : null;
    }

    private static readonly FrozenSet<string> Articles = WordSet.Of("the our some my");
    private static readonly FrozenSet<string> Listeners = WordSet.Of("to me us everyone everybody him her them");
    private static readonly FrozenSet<string> Opens = WordSet.Of("that this it how on about");
    private static readonly FrozenSet<string> Finds = WordSet.Of("to know see hear have understand check find out look up into report present get learn me us from you a quick the answer an update");
    private static readonly FrozenSet<string> AsksWhat = WordSet.Of("if whether about for why on regarding");

    private static bool IsOneself(Token[] tokens, int at) => tokens[at].IsAny(["i", "im", "ive", "we", "weve"]);

    // "I say" and "we need" begin what is asked; "I think", "we heard", "I was told" only say where it comes from.
    private static bool SaysNothingOfItself(Token[] tokens, int at, int verb) =>
        (tokens[at].Is("we") && !tokens[verb].IsAny(["heard", "hear", "told", "think", "reckon", "suspect", "believe", "guess", "feel", "assume", "suppose"]))
        || (verb > 0 && tokens[verb - 1].IsAny(["do", "did", "dont", "not"]));

    private static int Person(Clause clause, Token[] tokens, int at, Vocabulary vocabulary)
    {
        if (clause.Names.FirstOrDefault(n => n.Start == at && n.Kind == SlotKind.Member) is { } member)
            return member.End;
        var head = at;
        while (head < tokens.Length && !People.Nouns.Contains(tokens[head].Word) && People.Before.Contains(tokens[head].Word))
            head++;
        if (head < tokens.Length && People.Nouns.Contains(tokens[head].Word) && !Broken(tokens, at, head))
        {
            // "The shift lead", "the production team leader": the last of several.
            while (head + 1 < tokens.Length && tokens[head + 1].Joint < Joint.Comma && People.Nouns.Contains(tokens[head + 1].Word))
                head++;
            var end = head + 1;
            if (end < tokens.Length && People.From.Contains(tokens[end].Word))
            {
                var place = Skip(tokens, end, People.From);
                end = Skip(tokens, place, People.Departments);
                end = end == place && end < tokens.Length && clause.Names.FirstOrDefault(n => n.Start == end && n.Kind == SlotKind.Shift) is { } shift ? shift.End : end;
            }

            return end;
        }

        // "Maintenance say": a department speaks; "quality" alone is a figure.
        if (Department(tokens, at, head) is { } department)
            return department;

        // "Dave says": nobody knows him here.
        return head == at && at < tokens.Length && !clause.Filled[at] && !tokens[at].Digits && !vocabulary.IsKnown(tokens[at].Word) && char.IsUpper(clause.Sentence.Text[tokens[at].Start]) ? at + 1 : at;
    }

    private static int? Department(Token[] tokens, int at, int head)
    {
        var last = head > at && (head >= tokens.Length || !People.Departments.Contains(tokens[head].Word)) ? head - 1 : head;
        if (last >= tokens.Length || !People.Departments.Contains(tokens[last].Word))
            return null;
        var verb = Skip(tokens, last + 1, People.Helping);
        return verb < tokens.Length && (People.Say.Contains(tokens[verb].Word) || tokens[verb].IsAny(["want", "wants", "ask", "asks", "asked", "asking"])) ? last + 1 : null;
    }

    private static int AfterSaying(Token[] tokens, int verb) => Skip(tokens, Skip(tokens, verb + 1, Listeners), Opens);

    private static int AfterWanting(Token[] tokens, int verb) => Skip(tokens, Skip(tokens, Skip(tokens, verb + 1, Listeners), Finds), AsksWhat);

    private static int Skip(Token[] tokens, int at, FrozenSet<string> words)
    {
        while (at < tokens.Length && words.Contains(tokens[at].Word) && tokens[at].Joint != Joint.Sentence)
            at++;
        return at;
    }

    private static bool Broken(Token[] tokens, int from, int to) => tokens.AsSpan(from + 1, Math.Max(0, to - from)).ToArray().Any(t => t.Joint >= Joint.Comma);
}
