namespace FactoryBot.Skills.Analysis.Model;

/// <summary>How long something took: from the date a row began to each later date of it.</summary>
internal static class DraftDurations
{
    private static readonly string[] Starts = ["opened", "created", "ordered", "order", "start", "started", "begin", "reported", "requested", "received", "booked", "admitted", "submitted", "raised", "departed", "departure", "picked", "rental", "issued", "invoice", "hired", "loan", "checked"];
    private static readonly string[] Ends =
        ["completed", "closed", "finished", "resolved", "delivered", "shipped", "ship", "delivery", "returned", "return", "paid", "payment", "end", "ended", "arrived", "arrival", "completion", "discharged", "fixed", "repaired", "approved"];

    // Say when somebody saw or wrote something down, which ends nothing.
    private static readonly string[] Noted = ["noticed", "recorded", "logged", "observed", "measured", "counted", "detected", "noted", "loaded", "imported", "changed", "seen"];

    private static readonly Dictionary<string, string[]> Nouns = new(StringComparer.Ordinal)
    {
        ["complet"] = ["completion time"], ["clos"] = ["closing time", "closure time"], ["resolv"] = ["resolution time"], ["deliver"] = ["delivery time"],
        ["ship"] = ["shipping time", "shipment time"], ["return"] = ["return time"], ["pay"] = ["payment time", "days to pay"], ["repair"] = ["repair time"], ["arriv"] = ["travel time", "transit time"],
    };

    private static bool IsEnd(Column column) => column.Phrase.Split(' ')[0] is var word && (Ends.Contains(word)
        || (word.EndsWith("ed", StringComparison.Ordinal) && !Noted.Contains(word) && word is not ("required" or "expected" or "promised" or "planned" or "updated" or "modified" or "requested" or "scheduled" or "estimated" or "created" or "started" or "opened" or "reported" or "ordered")));

    // Check in and check out, clock in and clock out: one deed with its two ends.
    private static IEnumerable<Measure> Stays(Entity entity, List<Column> dates)
    {
        foreach (var into in dates.Where(c => c.Phrase.Split(' ') is [_, "in", ..]))
        {
            var deed = into.Phrase.Split(' ')[0];
            if (dates.Find(c => c.Phrase.Split(' ') is [var verb, "out", ..] && Parsing.Stems.OfVerb(verb) == Parsing.Stems.OfVerb(deed)) is not { } outof)
                continue;
            List<string> phrases = ["duration", $"time from {deed} in to {deed} out", .. entity.Nouns.Take(5).SelectMany(n => new[] { "length of " + n, "duration of " + n, n + " duration", n + " length" })];
            if (Parsing.Stems.OfVerb(deed) is "check" or "mov")
                phrases.AddRange(["length of stay", "duration of stay", "stay length", "stay duration", "stay"]);
            yield return new($"{entity.Name}_{outof.Name}_stay", phrases, entity.Name, Aggregate.Average, $"days({entity.Name}.{into.Name}, {entity.Name}.{outof.Name})", "days");
        }
    }

    private const double Hours = 5 * 3600;
    private const double Days = 36 * 3600;

    // Days unless the rows take less, and both ends are moments.
    private static string UnitOf(Entity entity, Column from, Column to) => from.Kind != DataKind.Moment || to.Kind != DataKind.Moment || entity.TypicalSpan is not { } span ? "days"
        : span < Hours ? "minutes" : span < Days ? "hours" : "days";

    private static Measure Taken(Entity entity, string name, Column from, Column to, IEnumerable<string> phrases)
    {
        var unit = UnitOf(entity, from, to);
        return new($"{entity.Name}_{name}", [.. phrases.Where(p => unit == "days" || !p.Contains("days", StringComparison.Ordinal))], entity.Name, Aggregate.Average, $"{unit}({entity.Name}.{from.Name}, {entity.Name}.{to.Name})", unit);
    }

    // Loaded and unloaded, mounted and unmounted: what is undone was done before.
    private static IEnumerable<Measure> Undone(Entity entity, List<Column> dates)
    {
        foreach (var end in dates)
        {
            var undone = end.Phrase.Split(' ')[0];
            if (dates.Find(d => d != end && undone == "un" + d.Phrase.Split(' ')[0]) is not { } begin)
                continue;
            yield return Taken(entity, end.Name + "_stay", begin, end,
                ["duration", "stay", "length of stay", "duration of stay", $"time from {begin.Phrase.Split(' ')[0]} to {undone}", "time taken", .. entity.Nouns.Take(5).SelectMany(n => new[] { "length of " + n, "duration of " + n, n + " duration", n + " time" })]);
        }
    }

    // A stop that is kept by its two ends: the time lost is their sum.
    private static IEnumerable<Measure> Lost(Entity entity, Column from, Column to)
    {
        if (!DraftColumns.IsStandstill(entity.Noun))
            yield break;
        var taken = Taken(entity, to.Name + "_lost", from, to, ["downtime", .. DraftColumns.Lost, .. entity.Nouns.Take(3).Select(n => n + " time")]);
        yield return taken with { Phrases = [.. taken.Phrases.Distinct().Where(p => p == "downtime" || !entity.Nouns.Contains(p))], Aggregate = Aggregate.Sum };
    }

    public static IEnumerable<Measure> Of(Entity entity)
    {
        var dates = entity.Columns.Where(c => c.IsDate).ToList();
        if (dates.Count < 2 || entity.Person)
            yield break;
        foreach (var stay in Stays(entity, dates))
            yield return stay;
        foreach (var stay in Undone(entity, dates))
            yield return stay;
        var begin = Starts.Select(w => dates.Find(c => c.Phrase.Split(' ')[0] == w)).FirstOrDefault(c => c is not null);
        var start = begin ?? dates.Find(c => c.Name == entity.DefaultDate);
        if (start is null)
            yield break;
        foreach (var moment in dates.Where(c => c != start && c.Name != entity.DefaultDate && !IsEnd(c) && !Noted.Contains(c.Phrase.Split(' ')[0]) && !c.Phrase.Split(' ').Any(w => w is "due" or "required" or "expected" or "promised" or "planned" or "deadline" or "updated" or "update" or "modified" or "birth" or "until" or "valid" or "requested" or "scheduled" or "estimated" or "target" or "created")))
        {
            var core = string.Join(' ', moment.Phrase.Split(' ').Where(w => w is not ("on" or "at" or "date" or "time")));
            if (core.Length > 0 && core is not ("day" or "month" or "week" or "year" or "work") && !entity.Columns.Any(c => c.Phrases.Contains(core + " time")))
                yield return Taken(entity, moment.Name + "_days", start, moment, [core + " time", "time to " + core, "time until " + core, "days to " + core, $"time from {start.Phrase.Split(' ')[0]} to {core}"]);
        }

        var ends = dates.Where(c => c != start && IsEnd(c) && !dates.Exists(d => c.Phrase.Split(' ')[0] == "un" + d.Phrase.Split(' ')[0])).ToList();
        foreach (var end in ends)
        {
            var word = end.Phrase.Split(' ')[0];
            var stem = Parsing.Stems.OfVerb(word);
            var verb = stem is "complet" or "clos" or "resolv" or "arriv" or "approv" or "settl" or "receiv" or "invoic" or "releas" or "issu" ? stem + "e" : stem;
            List<string> phrases = [$"time to {verb}", $"days to {verb}", $"{verb} time", $"time until {word}", $"days until {word}", $"time from {start.Phrase.Split(' ')[0]} to {word}"];
            phrases.AddRange(Nouns.GetValueOrDefault(stem) ?? []);
            // Without a word for its beginning nothing says that the time is the whole one.
            if (ends.Count == 1 && begin is not null)
                phrases.AddRange(entity.Nouns.Take(5).SelectMany(n => new[] { "length of " + n, "duration of " + n, n + " duration", n + " length" }));
            if (ends.Count == 1 && begin is not null)
                phrases.AddRange(["lead time", "turnaround time", "turnaround", "processing time", "cycle time", "time taken", "days taken", "duration", "throughput time"]);
            // "Job time", "test time" of what takes minutes; that of an appointment is when it begins.
            if (ends.Count == 1 && begin is not null && UnitOf(entity, start, end) != "days" && !DraftModel.IsHeld(entity.Noun) && !DraftColumns.IsStandstill(entity.Noun))
                phrases.AddRange(entity.Nouns.Take(3).Select(n => n + " time"));
            yield return Taken(entity, end.Name + "_days", start, end, phrases.Where(p => !entity.Columns.Any(c => c.Phrases.Contains(p))));
            if (ends.Count == 1 && begin is not null)
            {
                foreach (var lost in Lost(entity, start, end))
                    yield return lost;
            }
        }
    }
}
