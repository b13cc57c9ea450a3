using System.Collections.Frozen;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

internal enum Talk
{
    Greeting,
    Thanks,
    Goodbye,
    Help,

    /// <summary>Who or what they talk to.</summary>
    Who,

    /// <summary>Nothing is wanted any more.</summary>
    Fine,
}

/// <summary>What people say to a colleague beside their questions.</summary>
internal static class SmallTalk
{
    // Longer phrases first: "good night" ends a talk, "good morning" begins one.
    private static readonly (Talk Talk, string[] Words)[] Phrases = [.. """
        Help: what can you do for me
        Help: what can you do
        Help: what can you help with
        Help: what can i ask you
        Help: what can i ask
        Help: what do you do
        Help: what are you able to do
        Help: was can you
        Help: what can i do
        Help: how do you work
        Help: how does this work
        Help: how can you help
        Who: who are you
        Who: what are you
        Who: what is your name
        Who: whats your name
        Who: are you a bot
        Who: are you a robot
        Who: are you a person
        Who: are you a human
        Who: are you human
        Who: are you real
        Who: are you an ai
        Who: are you ai
        Fine: never mind
        Fine: nevermind
        Fine: forget it
        Fine: no problem
        Fine: sorry
        Fine: cancel
        Help: can you help
        Help: i need help
        Help: help
        Help: commands
        Help: menu
        Help: examples
        Goodbye: see you
        Goodbye: good night
        Goodbye: good bye
        Goodbye: goodbye
        Goodbye: bye
        Goodbye: have a good day
        Goodbye: auf wiedersehen
        Thanks: thank you
        Thanks: thanks
        Thanks: got it
        Thanks: that is all
        Thanks: thats all
        Thanks: that will be all
        Thanks: all good
        Thanks: well done
        Thanks: good job
        Thanks: good bot
        Thanks: great
        Thanks: perfect
        Thanks: super
        Thanks: cool
        Thanks: nice
        Thanks: awesome
        Greeting: good morning
        Greeting: good tomorrow
        Greeting: good afternoon
        Greeting: good evening
        Greeting: good day
        Greeting: how are you
        Greeting: how is it going
        Greeting: how it going
        Greeting: morning
        Greeting: hello
        Greeting: hi
        Greeting: hey
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(": "))
        .Select(parts => (Enum.Parse<Talk>(parts[0]), parts[1].Split(' ')))
        .OrderByDescending(p => p.Item2.Length)];

    private static readonly FrozenSet<string> FirstWords = Phrases.Select(p => p.Words[0]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Fillers =
        ["very", "much", "so", "a", "lot", "bot", "factorybot", "there", "all", "team", "everyone", "you", "please", "for", "the", "ok",
            "okay", "and", "me", "to", "today", "again", "work", "now", "i", "my", "friend", "guys", "mate", "buddy", "man", "dude", "pal", "folks", "sir", "colleague", "about", "that", "yes", "else", "more", "needed", "wanted", "need", "want", "is", "was", "then"];

    public static IEnumerable<string> Words => Phrases.SelectMany(p => p.Words);

    /// <summary>What the whole sentence says, if it says nothing else; otherwise how many tokens at its start do.</summary>
    public static (Talk? Talk, int Skip) Read(Token[] tokens)
    {
        Talk? found = null;
        var at = 0;
        var skip = 0;
        while (at < tokens.Length)
        {
            if (At(tokens, at) is { } phrase)
            {
                found = found is { } before && before > phrase.Talk ? before : phrase.Talk;
                at += phrase.Length;
                skip = found is Talk.Help ? skip : at;
            }
            else if (tokens[at].IsAny(Fillers))
            {
                at++;
            }
            else
            {
                return (null, skip);
            }
        }

        return (found, tokens.Length);
    }

    public static SkillResult Reply(Talk talk, Vocabulary vocabulary)
    {
        var examples = vocabulary.Functions.Where(f => f.WhyNot is null && f.Words.Function.Examples.Count > 0).Select(f => f.Words.Function).ToList();
        var choices = examples.Where(FunctionRunner.Reads).Take(4).Select(f => new Choice(f.Title, f.Examples[0])).ToList();
        return talk switch
        {
            Talk.Greeting => Answer("Hello! Ask me about your plant, for example:", choices),
            Talk.Thanks => Answer("You are welcome.", []),
            Talk.Goodbye => Answer("Goodbye!", []),
            Talk.Fine => Answer("All right.", []),
            Talk.Who => Answer(
                "I am FactoryBot, a program and no person. I answer questions about your plant from its own data, and every figure says where it comes from.", choices),
            _ => HelpTopics.Overview(vocabulary),
        };
    }

    private static (Talk Talk, int Length)? At(Token[] tokens, int at)
    {
        if (!FirstWords.Contains(tokens[at].Word))
            return null;
        foreach (var (talk, words) in Phrases)
        {
            var matched = 0;
            var end = at;
            while (matched < words.Length && end < tokens.Length && (tokens[end].Is(words[matched]) || (matched > 0 && tokens[end].IsAny(["else", "all"]))))
            {
                matched += tokens[end].Is(words[matched]) ? 1 : 0;
                end++;
            }

            if (matched == words.Length)
            {
                return (talk, end - at);
            }
        }

        return null;
    }

    internal static SkillResult Answer(string text, IReadOnlyList<Choice> choices) =>
        new() { Status = ResultStatus.Answered, Text = text, Choices = choices };
}
