using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"Down on last month", "up from last week", "nights down on days": one thing is held against another, and nothing stood still.</summary>
internal static class Against
{
    private static readonly string[] Holding = ["down", "up", "behind", "ahead"];
    private static readonly string[] Compared = ["better", "worse", "higher", "lower", "stronger", "weaker"];
    private static readonly string[] Between = ["on", "of", "from", "against", "vs", "versus", "the"];

    /// <summary>The word that holds the question against a time that has passed, with that time; null where none does.</summary>
    public static (int At, PeriodMention Period)? Time(Token[] tokens, IReadOnlyList<PeriodMention> periods, DateOnly today)
    {
        for (var at = 0; at + 2 < tokens.Length; at++)
        {
            if (!(tokens[at].IsAny(["down", "up"]) && tokens[at + 1].IsAny(["on", "from", "against", "vs", "versus"])) && !(tokens[at].IsAny(Compared) && tokens[at + 1].IsAny(["than", "compared", "against", "vs"])))
                continue;
            var latest = tokens[at + 2].IsAny(["the", "to", "with", "in"]) ? at + 3 : at + 2;
            if (periods.FirstOrDefault(p => p.Start > at && p.Start <= latest && p.Period.To < today && p.Period.Grain is Grain.Week or Grain.Month or Grain.Quarter or Grain.Year) is { } period)
                return (at, period);
        }

        return null;
    }

    /// <summary>Where one of two of a kind is held against the other; -1 where none is.</summary>
    public static int Name(Token[] tokens, IReadOnlyList<EntityMention> names)
    {
        if (names.Count < 2)
            return -1;
        for (var at = 1; at + 1 < tokens.Length; at++)
        {
            if (!tokens[at].IsAny(Holding))
                continue;
            var next = at + 1;
            while (next < tokens.Length && tokens[next].IsAny(Between))
                next++;
            if (names.FirstOrDefault(n => n.Start == next) is { } second && names.Any(n => n.Kind == second.Kind && n.End <= at))
                return at;
        }

        return -1;
    }
}
