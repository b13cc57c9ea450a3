using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"Scrap without the packer", "OEE excluding nights": a place, a shift or a product is left out. It is asked back, for a figure is of one of them or
/// of all; where only one other of its kind is there, that one is offered first.</summary>
internal static class Exclusion
{
    private static readonly string[][] Words =
    [
        ["without"], ["except"], ["except", "for"], ["excluding"], ["exclude"], ["excl"], ["besides"], ["minus"], ["apart", "from"], ["aside", "from"], ["other", "than"],
        ["not", "counting"], ["not", "including"], ["leaving", "out"], ["leave", "out"], ["but", "not"],
    ];

    private static readonly string[] Between = ["the", "on", "of", "at", "in", "any", "a", "all"];

    /// <summary>What is left out, with the words that say so; null where nothing is.</summary>
    public static (int Start, EntityMention Name)? Find(Clause clause)
    {
        foreach (var name in clause.Names)
        {
            if (!(Clause.IsScope(name.Kind) || name.Kind is SlotKind.Shift or SlotKind.Product) || name.Entity is null)
                continue;
            var end = name.Start;
            while (end > 0 && clause.Tokens[end - 1].IsAny(Between))
                end--;
            if (Array.Find(Words, words => EndsWith(clause.Tokens, end, words)) is { } said)
                return (end - said.Length, name);
            // "All machines but the packer".
            if (EndsWith(clause.Tokens, end, ["but"]) && clause.Tokens.Take(end).Any(t => t.IsAny(["all", "every", "everything", "each"])))
                return (end - 1, name);
        }

        return null;
    }

    private static bool EndsWith(Token[] tokens, int end, string[] words) =>
        end >= words.Length && words.Index().All(word => tokens[end - words.Length + word.Index].Is(word.Item));

    // The sentence with the one that is left in place of the one that is left out; null where there are several, or a place is named beside it.
    private static Choice? OfTheOther(Clause clause, int start, EntityMention name, Vocabulary vocabulary)
    {
        if (clause.Names.Any(n => n != name && (n.Kind == name.Kind || (Clause.IsScope(n.Kind) && Clause.IsScope(name.Kind)))))
            return null;
        return vocabulary.Names.All.Where(e => e.Kind == name.Kind && e.Name != name.Entity!.Name).Select(e => e.Name).Distinct(StringComparer.Ordinal).ToList() is [var other]
            ? new($"Only {other}", clause.Sentence.Replace(start, name.End, name.Kind == SlotKind.Shift ? $"on the {other} shift" : $"for {other}"))
            : null;
    }

    /// <summary>What can be asked instead.</summary>
    /// <param name="start">Where the words begin that leave <paramref name="name"/> out.</param>
    public static SkillResult AskInstead(Clause clause, int start, EntityMention name, FunctionWords words, Vocabulary vocabulary, IReadOnlyList<EarlierCall> previous)
    {
        var noun = KindNouns.Noun(name.Kind);
        var before = previous is [var earlier, ..] && earlier.Function == words.Function.Name ? earlier : null;
        var subject = before?.Arguments.GetValueOrDefault(CallBuilder.Figure) as string ?? words.Function.Subjects[0];
        var when = string.Join(" and ", clause.Periods.Where(p => !p.Future && p.Readings.Count == 0).Select(p => SentenceWriter.Say(p.Period)));
        when = when.Length == 0 && before is not null ? before.When().Trim() : when;
        var place = clause.Scopes.FirstOrDefault(n => n != name && n.Entity is not null)?.Entity!.Name
            ?? (Clause.IsScope(name.Kind) ? null : before?.Arguments.GetValueOrDefault("machine") ?? before?.Arguments.GetValueOrDefault("line")) as string;
        return SkillResult.No(
            ResultStatus.Clarify,
            $"I cannot leave {name.Entity!.Name} out: a figure is of one {noun} or of all. Which do you want?",
            [
                .. OfTheOther(clause, start, name, vocabulary) is { } other ? (Choice[])[other] : [],
                new($"Each {noun} by itself", $"{subject} by {noun}{(place is null ? "" : $" on {place}")} {when}".TrimEnd()),
                new($"All, with {name.Entity.Name}", $"{subject} of {place ?? "the whole plant"} {when}".TrimEnd()),
            ]);
    }
}
