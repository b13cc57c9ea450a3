using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn.Learned;

/// <summary>A sentence as the learner sees it: the stems of its words, with each name and time replaced by its kind.</summary>
internal static class Shape
{
    public const string Number = "#";

    // In a corpus "{line}" is cut into words as any other; this keeps it apart from the word "line".
    private const string Kind = "qq";

    // Examples are few; their times are found as any sentence's are.
    private static readonly DateOnly AnyDay = new(2026, 11, 21);

    /// <summary>What stands for a name of a kind.</summary>
    public static string Of(SlotKind kind) => Kinds[(int)kind];

    private static readonly string[] Kinds = [.. Enum.GetValues<SlotKind>().Select(k => Kind + k.ToString().ToLowerInvariant())];

    /// <summary>"The last shift" is what a hand-over is of, which the name of a shift is not: people's sentences have it word for word.</summary>
    public static bool IsWords(EntityMention name) => name.Entity?.Name == ClockShifts.Ended;

    public static bool IsKind(string word) => word.StartsWith(Kind, StringComparison.Ordinal);

    public static string[] Of(Clause clause)
    {
        var shape = new List<string>(clause.Tokens.Length);
        for (var at = 0; at < clause.Tokens.Length;)
        {
            var end = at;
            if (clause.Names.FirstOrDefault(n => n.Start == at) is { } name && !IsWords(name))
            {
                shape.Add(Of(name.Kind));
                end = name.End;
            }
            else if (clause.Periods.FirstOrDefault(p => p.Start == at) is { } period)
            {
                shape.Add(Of(SlotKind.Period));
                end = period.End;
            }
            else if (clause.Schedules.FirstOrDefault(s => s.Start == at && clause.Filled[at]) is { } schedule)
            {
                shape.Add(Of(SlotKind.Schedule));
                end = schedule.End;
            }

            if (end == at)
            {
                shape.Add(clause.Tokens[at].Digits ? Number : clause.Stems[at]);
                end++;
            }

            at = end;
        }

        return [.. shape];
    }

    /// <summary>Whether an example names a work order.</summary>
    public static bool NamesOrder(string example, IReadOnlyList<Slot> slots) => WithKinds(example, slots).Contains("{workorder}", StringComparison.Ordinal);

    /// <summary>A sentence of a corpus.</summary>
    public static string[] OfWritten(string written) =>
        Array.ConvertAll(Sentence.Of(written.Replace("{", Kind, StringComparison.Ordinal).Replace('}', ' ')).Tokens, t => t.Digits ? Number : FunctionWords.Stem(t.Word));

    /// <summary>An example as a function declares it, with the kinds of the names and times that fill its slots instead.</summary>
    public static string WithKinds(string example, IReadOnlyList<Slot> slots)
    {
        var sentence = Sentence.Of(example);
        var taken = new bool[sentence.Tokens.Length];
        var schedules = ScheduleReader.Find(sentence, taken);
        foreach (var schedule in schedules)
            Array.Fill(taken, true, schedule.Start, schedule.End - schedule.Start);
        var times = schedules.Select(s => (s.Start, s.End, Kind: "schedule"))
            .Concat(PeriodReader.Find(sentence, taken, AnyDay).Select(p => (p.Start, p.End, Kind: "period"))).ToList();
        foreach (var (start, end, _) in times)
            Array.Fill(taken, true, start, end - start);
        for (var at = 0; at < taken.Length; at++)
        {
            if (NameAt(sentence, at, taken) is { } name && slots.Any(s => s.Kind == name.Kind))
            {
                times.Add((name.Start, name.End, name.Kind.ToString().ToLowerInvariant()));
                Array.Fill(taken, true, name.Start, name.End - name.Start);
            }
        }

        var text = new System.Text.StringBuilder(example);
        foreach (var (start, end, kind) in times.OrderByDescending(t => t.Start))
        {
            text.Remove(sentence.Tokens[start].Start, sentence.Tokens[end - 1].End - sentence.Tokens[start].Start).Insert(sentence.Tokens[start].Start, $"{{{kind}}}");
        }
        return text.ToString();
    }

    // A name in an example is told by how it is built: "CNC-001", "WO-1004", "line 1", "night shift", "Main Plant".
    private static (int Start, int End, SlotKind Kind)? NameAt(Sentence sentence, int at, bool[] taken)
    {
        var tokens = sentence.Tokens;
        if (taken[at] || at + 1 >= tokens.Length || taken[at + 1])
            return null;
        var (first, second) = (tokens[at], tokens[at + 1]);
        return !first.Digits && second is { Digits: true, Joint: Joint.Dash } && IsUpper(first) ? (at, at + 2, first.Length > 2 ? SlotKind.Machine : SlotKind.WorkOrder)
            : second.Digits && second.Joint == Joint.Space && KindNouns.KindOf(first.Word) is { } numbered ? (at, at + 2, numbered)
            : KindNouns.KindOf(second.Word) is SlotKind.Shift && first.IsAny(Shifts) ? (at, at + 2, SlotKind.Shift)
            : KindNouns.KindOf(second.Word) is SlotKind.Site && IsUpper(first) && IsUpper(second) ? (at, at + 2, SlotKind.Site)
            : null;

        bool IsUpper(Token token) => char.IsUpper(sentence.Text[token.Start]);
    }

    private static readonly string[] Shifts = ["day", "night", "early", "late", "morning", "evening"];
}
