using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>What the bot can do: the parts of the product with a few examples each, and all of one part where it is named ("help quotes").</summary>
internal static class HelpTopics
{
    private const int ExamplesOfEach = 2;
    private const string People = "people";

    /// <summary>Asked for a part by name: "help quotes", "what can you do with documents"; null where the sentence says anything else.</summary>
    public static SkillResult? Read(Token[] tokens, Vocabulary vocabulary)
    {
        var opening = tokens[0].Is("help") ? 1 : WhatCanYouDo(tokens) ? 4 : tokens.Length;
        if (tokens.Length - opening is < 1 or > 4 || Topics(vocabulary) is not { Count: > 1 } topics
            || !Array.TrueForAll(tokens[opening..^1], t => t.IsAny(["with", "for", "about", "on", "me", "the"])))
            return null;
        var asked = FunctionWords.Stem(tokens[^1].Word);
        return topics.FirstOrDefault(t => FunctionWords.Stem(t.Key) == asked) is { } topic
            ? SmallTalk.Answer($"{Title(topic.Key)}. You can ask:\n{string.Join('\n', topic.Select(Line))}", Choices(topic))
            : null;
    }

    public static SkillResult Overview(Vocabulary vocabulary)
    {
        var topics = Topics(vocabulary);
        if (topics.Count < 2)
            return SmallTalk.Answer($"I answer questions about your plant from its own data. You can ask:\n{string.Join('\n', topics.SelectMany(t => t).Select(Line))}", [.. topics.SelectMany(Choices)]);
        var parts = topics.Select(t => $"{Title(t.Key)}\n{string.Join('\n', Shown(t).Select(f => $"• “{Example(f)}”"))}");
        return SmallTalk.Answer(
            $"I answer from your plant's own data and documents, and say where everything comes from. Say it in your own words.\n\n{string.Join("\n\n", parts)}",
            [.. topics.Select(t => new Choice(Button(t.Key), $"help {t.Key}"))]);
    }

    private static List<IGrouping<string, SkillFunction>> Topics(Vocabulary vocabulary) =>
        [.. vocabulary.Offered.Where(f => Example(f) is not null).GroupBy(f => f.Module ?? People, StringComparer.Ordinal).OrderBy(topic => topic.Key == People)];

    private static bool WhatCanYouDo(Token[] tokens) =>
        tokens is [var what, var can, var who, var act, _, ..] && what.Is("what") && can.Is("can") && who.IsAny(["you", "i", "we"]) && act.IsAny(["do", "ask"]);

    private static IEnumerable<SkillFunction> Shown(IEnumerable<SkillFunction> topic) =>
        topic.Where(f => f.Help is not null).ToList() is { Count: > 0 } chosen ? chosen : topic.Take(ExamplesOfEach);

    private static string? Example(SkillFunction function) => function.Help ?? (function.Examples.Count > 0 ? function.Examples[0] : null);

    private static string Line(SkillFunction function) => $"• {function.Title}: “{Example(function)}”";

    private static IReadOnlyList<Choice> Choices(IEnumerable<SkillFunction> functions) =>
        [.. functions.Where(FunctionRunner.Reads).Take(4).Select(f => new Choice(f.Title, Example(f)!))];

    private static string Button(string topic) => topic switch
    {
        "metrics" => "All figures",
        "analysis" => "All about databases",
        _ => $"All about {topic}",
    };

    private static string Title(string topic) => topic switch
    {
        "metrics" => "Figures of the plant",
        "analysis" => "Any question of a database",
        "quotes" => "Quotes and approvals",
        "documents" => "Documents",
        "operations" => "Incidents and tasks",
        "knowledge" => "What experts know",
        _ => "People, approvals and settings",
    };
}
