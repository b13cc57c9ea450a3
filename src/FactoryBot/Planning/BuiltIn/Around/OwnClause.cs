using System.Collections.Frozen;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn.Around;

/// <summary>A clause of its own that tells something beside the question: "purchasing denies everything", "I have the works council at 11", "the customer called".
/// It speaks of somebody, has no name, no time, no amount and nothing that could be asked for, and picks or leaves out nothing.</summary>
internal static class OwnClause
{
    /// <param name="words">The places of its words that are left, in order.</param>
    public static bool IsAside(Clause clause, Token[] tokens, IReadOnlyList<int> words, Vocabulary vocabulary)
    {
        // "Monthly review - ...", "team meeting: ...": what it is for.
        if (words.Any(i => Occasions.Nouns.Contains(tokens[i].Word)) && words.All(i => Occasions.Nouns.Contains(tokens[i].Word) || Occasions.Before.Contains(tokens[i].Word)))
            return true;
        if (NotKnowing(tokens, words) is > 0 and var unsure && words.Skip(unsure).All(i => !clause.Filled[i] && IsEveryday(tokens[i].Word)))
            return true;
        var first = words.TakeWhile(i => Joins.Contains(tokens[i].Word)).Count();
        if (first >= words.Count)
            return true;
        if (tokens[words[first]].IsAny(PlainWords.Asking) || words.Any(i => IsOfTheQuestion(clause, tokens, i, vocabulary)))
            return false;
        var word = tokens[words[first]].Word;
        if (OfThings.Contains(word))
            return words.Skip(first).All(i => IsEveryday(tokens[i].Word));
        return Speaker(tokens, words, first) is > 0 and var behind && (words.Skip(behind).All(i => IsEveryday(tokens[i].Word)) || !words.Skip(behind).Any(i => Specifies.Contains(tokens[i].Word)));
    }

    // "Not sure which I should put on the dashboard", "no idea why".
    private static int NotKnowing(Token[] tokens, IReadOnlyList<int> words)
    {
        var at = words.TakeWhile(i => tokens[i].IsAny(["i", "im", "we", "am", "are", "but", "and", "really", "still", "honestly", "have"])).Count();
        return at + 1 < words.Count && tokens[words[at]].IsAny(["not", "no", "dont", "cant", "never"])
            && tokens[words[at + 1]].IsAny(["sure", "certain", "idea", "clue", "know", "remember", "decide", "tell", "understand", "see", "clear", "expert"]) ? at + 2 : 0;
    }

    private static readonly FrozenSet<string> Joins = WordSet.Of("and so but well because as cause also or then now just yes no ok");
    private static readonly FrozenSet<string> OfThings = WordSet.Of("it that this thats its there theres we weve these those what everything things");

    // Says what is meant, wanted or counted: what stands behind it belongs to the question.
    private static readonly FrozenSet<string> Specifies = WordSet.Of("""
        want wants wanted mean means meant need needs needed use uses used using take takes took refer talking talk speaking speak look looking looks looked focus care cares include includes ignore
        count counts counted consider concerning regarding about interested like prefer run runs running ran make makes made produce install installed change changed replace replaced repair repaired
        start started stop stopped switch switched fix fixed move moved add added remove removed see seen saw know compare on for at from with of per by into over under within
        """);

    private static readonly FrozenSet<string> Oneself = WordSet.Of("i im ive he she they you someone somebody everyone everybody nobody people");

    // Behind "I", "they", "my boss", "the customer"; null where the clause speaks of nobody.
    private static int Speaker(Token[] tokens, IReadOnlyList<int> words, int first)
    {
        if (Oneself.Contains(tokens[words[first]].Word))
            return first + 1;
        var at = first;
        while (at < words.Count && !People.Nouns.Contains(tokens[words[at]].Word) && (People.Before.Contains(tokens[words[at]].Word) || tokens[words[at]].Word is "no"))
            at++;
        var isPerson = at < words.Count && (People.Nouns.Contains(tokens[words[at]].Word) || People.Departments.Contains(tokens[words[at]].Word));
        return isPerson && at + 1 < words.Count ? at + 1 : 0;
    }

    private static bool IsOfTheQuestion(Clause clause, Token[] tokens, int at, Vocabulary vocabulary)
    {
        var word = tokens[at].Word;
        if (IsClock(tokens, at) || IsStillToCome(clause, tokens, at) || (word is "shift" && at > 0 && tokens[at - 1].IsAny(["off", "on", "my"])))
            return false;
        return clause.Filled[at] || tokens[at].Digits || (tokens[at].Number is not null && word is not ("one" or "second" or "first"))
            || word is "only" or "if" or "unless" or "than" or "instead" or "per" or "each" or "which" or "how" or "why"
            || PlainWords.Leaving.Contains(word) || PlainWords.Compare.Contains(word) || PlainWords.Extreme.Contains(word)
            || (PlainWords.Changing.Contains(word) && !Everyday.Contains(word))
            || vocabulary.SubjectWords.Contains(clause.Stems[at]) || (vocabulary.FigureWords.Contains(clause.Stems[at]) && !Everyday.Contains(word)) || vocabulary.NarrowingWords.Contains(clause.Stems[at])
            || IsPartOfSubject(clause, at, vocabulary) || CauseNames.IsCommon(tokens[at]) || KindNouns.KindOf(word) is not null || clause.Limits.Any(l => l.Start <= at && at < l.End);
    }

    // "We have an audit tomorrow": no figure is of a time that is still to come.
    private static bool IsStillToCome(Clause clause, Token[] tokens, int at) =>
        clause.Periods.Any(p => p.Future && p.Start <= at && at < p.End) && tokens.Any(t => Occasions.Nouns.Contains(t.Word) || People.Nouns.Contains(t.Word));

    // "Hand over": several words that name what can be asked for.
    private static bool IsPartOfSubject(Clause clause, int at, Vocabulary vocabulary) => vocabulary.Functions.Any(f => f.Words.Subjects.Any(s => s.Length > 1 && at + s.Length <= clause.Stems.Length
        && s[0] == clause.Stems[at] && s.AsSpan().SequenceEqual(clause.Stems.AsSpan(at, s.Length))));

    // "At 11", "in 5 minutes": when somebody has what they speak of.
    private static bool IsClock(Token[] tokens, int at) => (tokens[at].Digits && at > 0 && tokens[at - 1].IsAny(["at", "in", "by"]))
        || (at > 1 && tokens[at - 1].Digits && tokens[at].IsAny(["minutes", "minute", "min", "oclock", "am", "pm"]) && tokens[at - 2].IsAny(["at", "in", "by"]));

    internal static bool IsEveryday(string word) => Everyday.Contains(word) || PlainWords.Harmless.Contains(word) || AroundWords.Awful.Contains(word) || AroundWords.Praise.Contains(word)
        || AroundWords.Called.Contains(word) || Occasions.Nouns.Contains(word) || Occasions.Before.Contains(word) || People.Say.Contains(word) || People.Nouns.Contains(word) || People.Helping.Contains(word);

    /// <summary>Of what people tell of their day, their feelings and what they do with an answer.</summary>
    public static readonly FrozenSet<string> Everyday = WordSet.Of("""
        day days week morning afternoon evening night lunch break coffee tea beer pub home bed car train traffic phone desk office weather weekend holiday holidays vacation leave sick flu kids family
        busy tired late early sick ill hungry thirsty stuck lost confused curious worried nervous stressed sure unsure certain afraid sorry glad happy sad angry mad annoyed fed sick upset surprised shocked
        amazed disappointed proud impressed bored excited keen ready free new back done finished gone here there somewhere anywhere everywhere nowhere outside inside away
        feel feeling feels felt love loves loved hate hates hated hope hopes hoped wish enjoy enjoyed dislike trust trusts trusted doubt doubts worry worries bother bothers matter matters care
        called call calls rang phoned emailed mailed wrote texted messaged replied answered promised agreed refused denied denies deny disagreed disagree disagrees argue arguing argued fight fighting quarrel bet
        challenge challenges challenged question questioned blame blames blamed blaming laugh laughs laughed joke joking shouted screamed cried panicked panicking freaking screaming shouting breathing neck
        forgot forget forgotten remember remembers remembered lost missed misplaced left arrived came come coming go going gone went leave leaving sit sitting stand waiting wait waits hurry rush rushing
        present presenting prepare preparing prepared finish finishing write writing send sending submit submitting print printing hand over report reporting update updating fill filling put show showing
        explain explaining defend justify prove convince persuade answer join joining attend attending meet meeting visit visiting host hosting decide deciding sign signing approve review reviewing
        work works working worked job shift task duty life money pay bonus rumour rumours story joke thing things stuff lot lots bit bits mess trouble pressure stress panic fuss fun luck idea ideas clue chance
        time times moment minute second hour minutes while ages today tomorrow later soon again already still yet always never often sometimes usually really very quite rather too pretty
        good bad better worse best worst nice great awful terrible odd weird strange funny fishy wrong right true false fine ok okay alright important urgent critical serious normal usual typical unusual
        crazy hard easy difficult simple tough tricky long short big small little huge silly stupid dumb embarrassing first last next other another same different own
        first-time beginner newbie rookie english native language spelling typing typo typos keyboard autocorrect words word sentence
        would could should might must will may can cant dont doesnt didnt wasnt isnt arent werent havent hasnt wont because since about round around on in at for with of to from by into off out up down over
        anybody anyone anything something someone somebody everything everyone nobody nothing all any some much many more most few one ones else enough almost nearly hardly barely
        looks look looked looking seems seem seemed sounds sound sounded appears appear happen happens happened means guess think thought thinking know knows knew known believe wonder wondering reckon
        says said say told tell heard hear ask asked asking want wants wanted need needs needed got get getting gets have has had having give gives gave given take takes took taken make makes made making
        hot cold warm freezing boiling chilly raining rain snow snowing sunny noisy loud quiet dark hell kettle birthday party lottery football match game tired knackered hungover starving
        auditors auditor inspection inspectors visitors customer customers client clients delegation minister press day
        council works union
        ears eyes hair head hands stomach roof ceiling wall throat patience nerves temper answers numbers figures it's
        """);
}
