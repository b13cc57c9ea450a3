using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Fills a function's slots with what was found; several machines or several periods make several calls.</summary>
internal static class CallBuilder
{
    public const int MostCalls = 8;

    /// <summary>The slot that names which figure is meant.</summary>
    public const string Figure = "figure";

    /// <summary>A call with the place and the time of an earlier one, except the kind of place that the question cuts by.</summary>
    public static Dictionary<string, object?> PlaceAndTime(FunctionWords words, EarlierCall earlier, EarlierCall call, Clause? cut = null)
    {
        var arguments = new Dictionary<string, object?>(call.Arguments, StringComparer.Ordinal);
        foreach (var slot in words.Function.Slots.Where(s => s.Kind is SlotKind.Machine or SlotKind.Line or SlotKind.Site or SlotKind.Shift or SlotKind.Period or SlotKind.Product
            or SlotKind.WorkOrder or SlotKind.StopReason or SlotKind.DefectType))
        {
            if (earlier.Arguments.TryGetValue(slot.Name, out var value) && cut?.Tokens.Any(t => KindNouns.KindOf(t.Word) == slot.Kind) != true)
                arguments.TryAdd(slot.Name, value);
        }

        return arguments;
    }

    public static Dictionary<string, object?> Inherited(FunctionWords words, Clause clause, FunctionMatch? match, IReadOnlyList<EarlierCall> previous, FunctionWords? subject = null)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (previous.Count == 0 || previous[0].Arguments.Count == 0)
        {
            return arguments;
        }

        var scoped = clause.Scopes.Any() || match?.WholePlant == true;
        foreach (var slot in words.Function.Slots)
        {
            var given = slot.Kind switch
            {
                SlotKind.Period => clause.Periods.Count > 0,
                SlotKind.Schedule => clause.Schedules.Count > 0,
                // "Over 10" after "stops over 20 min" keeps its unit.
                SlotKind.Limit => clause.Limits is not [{ Limit: { Unit: LimitUnit.Unsaid, Value: not null } }] && (clause.Limits.Count > 0 || clause.Longest is not null),
                SlotKind.Machine or SlotKind.Line or SlotKind.Site => scoped,
                SlotKind.Shift => clause.Of(SlotKind.Shift).Any(),
                _ => clause.Of(slot.Kind).Any() || match?.Values.Exists(v => v.Slot == slot) == true,
            };
            // "Worst machine" after a question for one machine ranks all of them.
            var asked = slot.Kind == SlotKind.Machine && !scoped && match?.Values.Exists(v => v.Slot.Name == "by" && v.Value.EndsWith("machine", StringComparison.Ordinal)) == true;
            if (!given && !asked && previous[0].Arguments.TryGetValue(slot.Name, out var value))
            {
                arguments[slot.Name] = value;
            }
        }

        // "Day by day" after the availability: that of the availability.
        if (match is not null && previous[0] is { Figure: { } spoken } && previous[0].Function != words.Function.Name && !match.Values.Exists(v => v.Slot.Name == Figure)
            && words.Choices.Any(c => c.Slot.Name == Figure && c.Value == spoken))
        {
            arguments[Figure] = spoken;
        }

        // "Show me the trend" after a question for the scrap: the trend of the scrap.
        else if (match is not null && previous[0].Function != words.Function.Name && !match.Values.Exists(v => v.Slot.Name == Figure)
            && words.Choices.FirstOrDefault(c => c.Slot.Name == Figure && c.Words is [var word] && subject?.Subjects.Any(s => s is [var only] && only == word) == true) is { } figure)
        {
            arguments[Figure] = figure.Value;
        }

        return arguments;
    }

    /// <summary>One set of arguments for each combination of what was named more than once.</summary>
    public static List<Dictionary<string, object?>> Fill(
        FunctionWords words, Clause clause, FunctionMatch? match, Dictionary<string, object?> start)
    {
        var before = words.Slot(SlotKind.Limit) is { } bounded ? start.GetValueOrDefault(bounded.Name) as string : null;
        var sets = new List<Dictionary<string, object?>> { start };
        if (words.IsPair)
        {
            Pair(start, words, clause);
        }
        else
        {
            sets = Spread(sets, ScopeGroups(words, clause));
        }

        foreach (var kind in clause.Names.Where(n => !Clause.IsScope(n.Kind)).Select(n => n.Kind).Distinct())
        {
            sets = words.Slot(kind) is { } slot && !(words.IsPair && words.Function.Slots.Count(s => s.Kind == kind) > 1)
                ? Spread(sets, [.. clause.Of(kind).Select(n => new[] { (slot.Name, (object)n.Entity!.Name) })])
                : sets;
        }

        sets = Spread(sets, PeriodGroups(words, clause));
        if (words.Slot(SlotKind.Schedule) is { } schedule && clause.Schedules.Count > 0)
        {
            sets.ForEach(set => set[schedule.Name] = ScheduleReader.Words(clause.Schedules));
        }

        if (words.Slot(SlotKind.Limit) is { } limit && LimitWords(words, clause, match?.Picked) is { } bound)
        {
            sets.ForEach(set => set[limit.Name] = LimitReader.InUnitOf(bound, before));
        }

        foreach (var values in (match?.Values ?? []).GroupBy(v => v.Slot))
        {
            sets = Spread(sets, [.. values.Select(v => v.Value).Distinct(StringComparer.Ordinal).Select(v => new[] { (values.Key.Name, (object)v) })]);
        }

        sets.ForEach(set => AddImplied(set, words, match));
        sets.ForEach(set => AddPercent(set, words));
        var numbers = words.Function.Slots.Where(s => s.Kind == SlotKind.Number).Zip(match?.Numbers ?? []);
        foreach (var (slot, number) in numbers)
        {
            sets.ForEach(set => set[slot.Name] = number);
        }

        if (match?.FreeText is { } text && words.Slot(SlotKind.FreeText) is { } free)
        {
            sets.ForEach(set => set[free.Name] = text);
        }

        foreach (var slot in words.Function.Slots.Where(s => s.LeftOut is not null))
        {
            sets.ForEach(set => _ = Equals(set.GetValueOrDefault(slot.Name), slot.LeftOut) && set.Remove(slot.Name));
        }

        return sets;
    }

    /// <summary>Whether two places, shifts, products or times are named, as a function that sets two things side by side needs them.</summary>
    public static bool IsPair(FunctionWords words, Clause clause)
    {
        var counts = PairCounts(words, clause);
        return counts.Exists(count => count == 2) && counts.TrueForAll(count => count <= 2);
    }

    /// <summary>How many kinds are named twice: places, shifts, products, times.</summary>
    public static int Pairs(FunctionWords words, Clause clause) => PairCounts(words, clause).Count(count => count == 2);

    // A name that is not sure is asked back before it is counted.
    private static List<int> PairCounts(FunctionWords words, Clause clause) => clause.Names.Any(n => n.Entity is null)
        ? [clause.Names.Count]
        :
        [
            ScopeGroups(words, clause).Count,
            Fitting(words, SlotKind.Shift, clause.Of(SlotKind.Shift).Select(n => n.Entity!.Name).Distinct().Count()),
            Fitting(words, SlotKind.Product, clause.Of(SlotKind.Product).Select(n => n.Entity!.Name).Distinct().Count()),
            Fitting(words, SlotKind.Period, clause.HeldAgainst is not null ? 2 : clause.Periods.Select(p => p.Period.Iso).Distinct().Count()),
        ];

    // Two of a kind that the function takes once are as many too many as three.
    private static int Fitting(FunctionWords words, SlotKind kind, int count) => count == 2 && words.Function.Slots.Count(s => s.Kind == kind) < 2 ? 3 : count;

    // The first place goes into the first slot of its kind, the second into the second; so do shifts and products.
    private static void Pair(Dictionary<string, object?> set, FunctionWords words, Clause clause)
    {
        foreach (var (at, group) in ScopeGroups(words, clause).Index())
        {
            foreach (var (name, value) in group)
            {
                set[At(words.Function.Slots.First(s => s.Name == name).Kind, at)] = value;
            }
        }

        foreach (var kind in clause.Names.Select(n => n.Kind).Where(k => !Clause.IsScope(k) && words.Has(k)).Distinct())
        {
            foreach (var (at, name) in clause.Of(kind).Select(n => n.Entity!.Name).Distinct().Index())
            {
                set[At(kind, at)] = name;
            }
        }

        string At(SlotKind kind, int at) => words.Function.Slots.Where(s => s.Kind == kind).ElementAtOrDefault(at)?.Name ?? words.Slot(kind)!.Name;
    }

    /// <summary>Names of machines, lines and sites: each on its own, but "CNC-001 on line 1" is one place.</summary>
    public static List<(string, object)[]> ScopeGroups(FunctionWords words, Clause clause)
    {
        var groups = new List<List<EntityMention>>();
        foreach (var scope in clause.Scopes.Where(s => words.Has(s.Kind)))
        {
            var last = groups.Count == 0 ? null : groups[^1][^1];
            if (last is not null && last.Kind != scope.Kind && Links(clause, last.End, scope.Start))
            {
                groups[^1].Add(scope);
            }
            else
            {
                groups.Add([scope]);
            }
        }

        return [.. groups.Select(g => g.Select(m => (words.Slot(m.Kind)!.Name, (object)m.Entity!.Name)).ToArray())
            .DistinctBy(g => string.Join('\n', g.Select(p => p.Item2)))];
    }

    private static bool Links(Clause clause, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!clause.Tokens[i].IsAny(["on", "in", "of", "at", "the"]))
            {
                return false;
            }
        }

        return clause.Tokens[to].Joint < Joint.Comma;
    }

    // "What went wrong between Monday and Wednesday" speaks of all three days, "what changed" of the first and the last.
    private static readonly string[] Going = ["go", "goes", "going", "went", "gone", "down", "up"];

    private static List<(string, object)[]> PeriodGroups(FunctionWords words, Clause clause)
    {
        var slots = words.Function.Slots.Where(s => s.Kind == SlotKind.Period).ToList();
        if (slots.Count == 0 || clause.Periods.Count == 0)
        {
            return [];
        }

        // "The change from week 45 to week 46".
        if (slots.Count > 1 && !words.IsPair && clause.Periods is [{ Ends: { } ends }] && clause.Tokens.Any(t => PlainWords.Moving.Contains(t.Word) && (ends.From.Grain != Grain.Day || !t.IsAny(Going))))
        {
            return [[(slots[0].Name, ends.To.Iso), (slots[1].Name, ends.From.Iso)]];
        }

        if (slots.Count > 1 && clause.HeldAgainst is { } against)
        {
            return [[(slots[0].Name, against.Period.Following(clause.Today).Iso), (slots[1].Name, against.Period.Iso)]];
        }

        return slots.Count >= clause.Periods.Count
            ? [[.. slots.Zip(clause.Periods).Select(p => (p.First.Name, (object)p.Second.Period.Iso))]]
            : [.. clause.Periods.Select(p => p.Period.Iso).Distinct(StringComparer.Ordinal).Select(iso => new[] { (slots[0].Name, (object)iso) })];
    }

    private static List<Dictionary<string, object?>> Spread(List<Dictionary<string, object?>> sets, List<(string Name, object Value)[]> values)
    {
        if (values.Count == 0)
        {
            return sets;
        }

        var spread = new List<Dictionary<string, object?>>(sets.Count * values.Count);
        foreach (var set in sets)
        {
            foreach (var group in values)
            {
                var copy = values.Count == 1 ? set : new(set, StringComparer.Ordinal);
                foreach (var (name, value) in group)
                {
                    copy[name] = value;
                }

                spread.Add(copy);
            }
        }

        return spread;
    }

    // What takes a number of machines does not list stops.
    private static string? LimitWords(FunctionWords words, Clause clause, LongestMention? picked) => (clause.Limits, picked ?? clause.Longest) switch
    {
        ([var only], null) => only.Limit.ToString(),
        ([], { } some) when !words.Has(SlotKind.Number) => LongestReader.Words(some.Count, some.Latest),
        _ => null,
    };

    // "OEE below 60": in percent.
    private static void AddPercent(Dictionary<string, object?> set, FunctionWords words)
    {
        if (words.Slot(SlotKind.Limit) is { PercentOf: { Count: > 0 } ratios } slot && set.GetValueOrDefault(slot.Name) is string said && LimitReader.Read(said) is { Unit: LimitUnit.Unsaid, Value: > 1 } bound
            && ratios.Contains(set.GetValueOrDefault(Figure) as string ?? ratios[0]))
        {
            set[slot.Name] = (bound with { Unit = LimitUnit.Percent }).ToString();
        }
    }

    // "Changeovers this month against last month": their number; "changeover this month against last month": their time.
    private static void AddImplied(Dictionary<string, object?> set, FunctionWords words, FunctionMatch? match)
    {
        if (words.Slot(SlotKind.StopReason) is { Implies: { Count: > 0 } figures } reason && set.ContainsKey(reason.Name))
            set.TryAdd(Figure, figures[match?.CountsCauses == true ? figures.Count - 1 : 0]);
    }
}
