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
        var isOfSubject = slot.NamesFunction && end < covered.Length && Words.Subjects.Any(s => s[0] == Clause.Stems[end]) && !Words.Subjects.Any(s => s.Length > length && at + s.Length <= covered.Length && Matches(s, at));
        // "Planned maintenance" is a value that the function declares itself, unless the plant books a reason of that very name.
        var declared = Enumerable.Range(at, length).All(i => valued[i]) && !(length > 1 && cause.IsWhole && !IsInLonger(at, length) && Words.Causes.First(c => c.Slot == slot).Names.Contains(cause.Name));
        if ((cause.NeedsMark && mark is null && !isListed && !isOfSubject) || (declared && mark is not { Strong: true }))
            return false;
        Values.RemoveAll(v => v.Words.Length == length && v.Words.AsSpan().SequenceEqual(Clause.Stems.AsSpan(at, length)));
        var start = mark is { } why && !Enumerable.Range(why.Start, at - why.Start).Any(i => Clause.Filled[i]) ? why.Start : at;
        // "Total changeover hours", "hours of changeover".
        start = TakePicked(start, at + length - 1);
        start -= start > 0 && Clause.Tokens[start - 1].IsAny(Measured) ? 1 : 0;
        end += end < covered.Length && Clause.Tokens[end].IsAny(Measured) ? 1 : 0;
        CountsCauses |= IsPlural(at + length - 1);
        Array.Fill(covered, true, start, end - start);
        Array.Fill(valued, true, start, end - start);
        Values.Add(new(slot, cause.Name, []));
        Evidence = Math.Max(Evidence, slot.NamesFunction && cause.IsEvidence ? 1 : 0);
        return true;
    }

    private static readonly string[] Measured = ["time", "times", "hours", "minutes", "hour", "minute", "total", "longest", "biggest", "worst", "longer"];

    /// <summary>"The longest conveyor jam", "last three tool changes": so many of the longest or the latest of the reason; null where none are picked.</summary>
    public LongestMention? Picked { get; private set; }

    /// <summary>A stop reason is named in the plural.</summary>
    public bool CountsCauses { get; private set; }

    private bool ListsStops => Words.Has(SlotKind.Limit) && !Words.Has(SlotKind.Number) && Words.Slot(SlotKind.StopReason) is not null;

    // "Excluding planned maintenance" is more than the name.
    private bool IsInLonger(int at, int length) => Values.Exists(v => IsWithin(new(v.Slot, "", Clause.Stems[at..(at + length)]), at, v));

    // "Setup time as a share of all stop time", "what percentage of the scrap is scratches": told with every reason and every defect type.
    private void CoverShare()
    {
        if (!Values.Exists(v => v.Slot.Kind is SlotKind.StopReason or SlotKind.DefectType))
            return;
        for (var i = 0; i < covered.Length; i++)
        {
            if (Clause.Filled[i] || !Clause.Tokens[i].IsAny(PartOfWhole.Nouns))
                continue;
            covered[i] = true;
            for (var near = i - 2; near <= i + 3; near++)
            {
                if (near >= 0 && near < covered.Length && !Clause.Filled[near] && Clause.Tokens[near].IsAny(["as", "of", "in", "all", "total", "overall", "the", "a"]))
                    covered[near] = true;
            }
        }
    }

    // "How long is a cleaning stop usually", "average length of a conveyor jam".
    private void CoverUsual()
    {
        if (!Values.Exists(v => v.Slot.Kind == SlotKind.StopReason) || Array.Find(Words.Choices, c => c.Value == PerStop) is not { } perStop
            || !Clause.Tokens.Any(t => t.IsAny(Usually)) || Clause.Tokens.Any(t => t.IsAny(["per", "by"])))
        {
            return;
        }

        for (var i = 0; i < covered.Length; i++)
        {
            if (!Clause.Filled[i] && (Clause.Tokens[i].IsAny(Usually) || Clause.Tokens[i].IsAny(Lasting)))
                (covered[i], valued[i]) = (true, true);
        }

        if (!Values.Exists(v => v.Slot == perStop.Slot))
            Values.Add(perStop);
    }

    private const string PerStop = "per stop";
    private static readonly string[] Usually = ["average", "mean", "usually", "usual", "normally", "normal", "typically", "typical", "generally"];
    private static readonly string[] Lasting = ["long", "length", "duration", "take", "takes", "taking", "last", "lasts", "time", "stop", "stops", "on"];

    private bool IsPlural(int at) => Clause.Stems[at] != Clause.Tokens[at].Word || Clause.Tokens[at].Is("breakdowns");

    // The words that pick single stops stand before the reason; where they begin.
    private int TakePicked(int start, int last)
    {
        if (!ListsStops || LongestReader.Before(Clause.Tokens, start, IsPlural(last), Clause.Filled) is not { } picked)
            return start;
        Picked = picked.Count == 0 ? null : picked;
        return picked.Start;
    }

    // "When did we last have a sensor fault".
    private void CoverLastOfCause()
    {
        if (!ListsStops || Picked is not null || Clause.Longest is not null || !Values.Exists(v => v.Slot.Kind == SlotKind.StopReason) || !Clause.Has("when"))
            return;
        var at = Enumerable.Range(0, covered.Length).FirstOrDefault(i => !covered[i] && !Clause.Filled[i] && Clause.Tokens[i].IsAny(["last", "latest", "recently"]), -1);
        if (at < 0)
            return;
        Picked = new(at, at + 1, 1, true);
        covered[at] = true;
        for (var i = at - 1; i <= at + 1; i++)
        {
            if (i >= 0 && i < covered.Length && Clause.Tokens[i].IsAny(Happening))
                covered[i] = true;
        }
    }

    private static readonly string[] Happening = ["happen", "happened", "occur", "occurred", "take", "took", "place", "see", "saw", "get", "most"];

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
