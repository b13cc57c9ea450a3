using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

// Of a sentence's words those that name one of the tenant's stop reasons or defect types.
internal sealed partial class Cover
{
    /// <summary>The stop reasons or defect types that a sentence names.</summary>
    public static IEnumerable<string> CausesIn(Clause clause, FunctionWords words)
    {
        var cover = new Cover(words, clause);
        cover.CoverValues();
        cover.CoverCauses();
        return cover.Values.Where(v => v.Slot.Kind is SlotKind.StopReason or SlotKind.DefectType).Select(v => v.Value);
    }

    /// <summary>"Cleaning", of a plant that books no such reason: never a word without a meaning.</summary>
    public bool IsForeignCause(int at) => Words.Causes.Length > 0 && !valued[at] && !Clause.Filled[at] && Clause.Is(at, WordTraits.CommonCause)
        && !Words.InSubject.Contains(Clause.Stems[at]) && Words.Causes.All(causes => causes.Find(Clause.Tokens.AsSpan(at, 1)) is null);

    // "Because of changeovers and cleaning", "material stops", "how many burrs".
    private void CoverCauses()
    {
        foreach (var causes in Words.Causes)
        {
            for (var i = 0; i < covered.Length; i++)
            {
                for (var length = Math.Min(CauseWords.Longest, covered.Length - i); length > 0; length--)
                {
                    if (Runs(i, length) && causes.Find(Clause.Tokens.AsSpan(i, length)) is { } cause && Takes(causes.Slot, cause, i, length))
                    {
                        i += length - 1;
                        break;
                    }
                }
            }
        }
    }

    // "What share of the downtime was maintenance": the plant's own name beside the figure that it is a reason of is never a word without a meaning.
    private void CoverBareCauses()
    {
        foreach (var causes in Evidence > 0 ? Words.Causes : [])
        {
            for (var i = 0; i < covered.Length; i++)
            {
                if (i > 0 && (i == Clause.Part?.From ? !valued[i] : !covered[i] && Clause.Tokens[i - 1].IsAny(["was", "were", "is", "are", "as", "being", "went"])) && Runs(i, 1)
                    && !Values.Exists(v => v.Slot == causes.Slot) && causes.Find(Clause.Tokens.AsSpan(i, 1)) is { } cause && (cause.IsWhole || (i == Clause.Part?.From && IsKind(cause, i))))
                {
                    covered[i] = true;
                    valued[i] = true;
                    Values.Add(new(causes.Slot, cause.Name, []));
                }
            }
        }
    }

    // "Breakdowns" of the downtime: all reasons of that kind, though it is a word for stops as well.
    private bool IsKind(Cause cause, int at) => CauseNames.Key(cause.Name) == CauseNames.Key(Clause.Tokens.AsSpan(at, 1));

    private bool Takes(Slot slot, Cause cause, int at, int length)
    {
        var end = at + length;
        var mark = CauseMarks.Before(Clause.Tokens, at);
        var isListed = at > 1 && valued[at - 2] && (Clause.Tokens[at - 1].IsAny(["and", "or"])) && Values.Exists(v => v.Slot == slot);
        // "Material stops", but not the break of "did it break down".
        var isOfSubject = end < covered.Length && Words.Subjects.Any(s => s[0] == Clause.Stems[end]) && !Words.Subjects.Any(s => s.Length > length && at + s.Length <= covered.Length && Matches(s, at));
        // "Planned maintenance" is a value that the function declares itself.
        var declared = Enumerable.Range(at, length).All(i => valued[i]);
        if ((cause.NeedsMark && mark is null && !isListed && !isOfSubject) || (declared && mark is not { Strong: true }))
            return false;
        Values.RemoveAll(v => declared && v.Words.AsSpan().SequenceEqual(Clause.Stems.AsSpan(at, length)));
        var start = mark is { } why && !Enumerable.Range(why.Start, at - why.Start).Any(i => Clause.Filled[i]) ? why.Start : at;
        // "Total changeover hours", "hours of changeover".
        start -= start > 0 && Clause.Tokens[start - 1].IsAny(Measured) ? 1 : 0;
        end += end < covered.Length && Clause.Tokens[end].IsAny(Measured) ? 1 : 0;
        Array.Fill(covered, true, start, end - start);
        Array.Fill(valued, true, start, end - start);
        Values.Add(new(slot, cause.Name, []));
        Evidence = Math.Max(Evidence, slot.NamesFunction && cause.IsEvidence ? 1 : 0);
        return true;
    }

    private static readonly string[] Measured = ["time", "times", "hours", "minutes", "hour", "minute", "total", "longest", "biggest", "worst", "longer"];

    private bool Runs(int at, int length)
    {
        if (Clause.Is(at, WordTraits.SkippedInCauses) || Clause.Is(at + length - 1, WordTraits.SkippedInCauses))
            return false;
        for (var i = at; i < at + length; i++)
        {
            if (Clause.Filled[i] || (i > at && Clause.Tokens[i].Joint >= Joint.Comma))
                return false;
        }

        return true;
    }
}
