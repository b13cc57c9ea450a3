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

    public static bool IsKind(string word) => word.StartsWith(Kind, StringComparison.Ordinal);

    public static string[] Of(Clause clause)
    {
        var shape = new List<string>(clause.Tokens.Length);
        for (var at = 0; at < clause.Tokens.Length;)
        {
            var end = at;
            if (clause.Names.FirstOrDefault(n => n.Start == at) is { } name)
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

    /// <summary>A sentence of a corpus.</summary>
    public static string[] OfWritten(string written) =>
        Array.ConvertAll(Sentence.Of(written.Replace("{", Kind, StringComparison.Ordinal).Replace('}', ' ')).Tokens, t => t.Digits ? Number : FunctionWords.Stem(t.Word));

    /// <summary>An example as a function declares it, its names those of the demo plant, with the kinds of names and times instead.</summary>
    public static string WithKinds(string example)
    {
        var sentence = Sentence.Of(example);
        var taken = new bool[sentence.Tokens.Length];
        var schedules = ScheduleReader.Find(sentence, taken);
        foreach (var schedule in schedules)
            Array.Fill(taken, true, schedule.Start, schedule.End - schedule.Start);
        var times = schedules.Select(s => (s.Start, s.End, Kind: "schedule"))
            .Concat(PeriodReader.Find(sentence, taken, AnyDay).Select(p => (p.Start, p.End, Kind: "period"))).OrderByDescending(t => t.Start).ToList();
        var text = new System.Text.StringBuilder(example);
        foreach (var (start, end, kind) in times)
        {
            text.Remove(sentence.Tokens[start].Start, sentence.Tokens[end - 1].End - sentence.Tokens[start].Start).Insert(sentence.Tokens[start].Start, $"{{{kind}}}");
        }

        foreach (var (name, kind) in DemoNames)
            text.Replace(name, $"{{{kind}}}");
        return text.ToString();
    }

    private static readonly (string Name, string Kind)[] DemoNames =
    [
        ("CNC-001", "machine"), ("Assembly-001", "machine"), ("Packaging-001", "machine"), ("Testing-001", "machine"), ("Main Plant", "site"),
        ("line 1", "line"), ("line 2", "line"), ("Line 1", "line"), ("Line 2", "line"), ("day shift", "shift"), ("night shift", "shift"),
        ("the cnc", "machine"),
    ];
}
