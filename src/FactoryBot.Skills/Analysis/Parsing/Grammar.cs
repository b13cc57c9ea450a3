using System.Collections.Frozen;
using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>The words of English that say how a question is meant, whatever it is about. A line is a kind with its argument, then phrases.</summary>
internal static class Grammar
{
    private const string Phrases = """
        Ask: which, what, who, whom, list, show, show me, list all, name, display, find, give me, tell me, get, give, print, enumerate, where
        Count: how many, number of, count of, count, amount of times, how often, no of, total number of, quantity of, # of, #, how many times
        HowMuch: how much
        Aggregate Sum: total, sum, sum of, total of, overall, in total, altogether, combined, summed, sum up, total amount of, accumulated
        Aggregate Average: average, avg, mean, on average, typical, average of, averaged
        Aggregate Median: median
        Aggregate Most: maximum, max
        Aggregate Least: minimum, min
        Compare More: more expensive than, costlier than, dearer than, more than, greater than, larger than, higher than, bigger than, above, over, exceeding, exceed
        Compare More: exceeds, exceeded, in excess of, upwards of, >, longer than, heavier than, older than, taller than, after, later than, beyond, better than
        Compare More: newer than
        Compare AtLeast: at least, no less than, not less than, minimum of, >=, ≥, a minimum of, no fewer than, not fewer than, starting from, from at least
        Compare Less: less than, fewer than, lower than, smaller than, below, under, beneath, <, shorter than, lighter than, younger than, before, earlier than
        Compare Less: prior to, cheaper than, worse than, short of
        Compare AtMost: at most, no more than, not more than, up to, maximum of, <=, ≤, a maximum of, not above, not over, no later than, not exceeding, within
        Compare Equal: exactly, equal to, equals, =, precisely, just
        Compare NotEqual: other than, except, except for, excluding, apart from, different from, not equal to, besides
        Compare StartsWith: starts with, start with, starting with, begins with, begin with, beginning with
        Compare EndsWith: ends with, end with, ending with
        Compare Contains: contains word, contain word, containing word, contains text, containing text, with word, whose name contains, whose names contain
        Between: between
        Postfix AtLeast: or more, and more, or above, or higher, and above, or over, and up, or greater, upwards, and over
        Postfix AtMost: or less, or fewer, and less, or below, or lower, and below, or under, and under
        Superlative: most, highest, largest, biggest, greatest, maximal, strongest
        Superlative Low: least, fewest, lowest, smallest, minimal, weakest
        Superlative =price: most expensive, priciest, dearest, costliest, most costly
        Superlative Low =price: cheapest, least expensive, lowest priced, lowest price
        Superlative =date: latest, newest, most recent, most recently, recent, last, youngest order
        Superlative Low =date: earliest, first, oldest
        Superlative Low =birth: oldest person
        Superlative =birth: youngest
        Superlative =length: longest, slowest
        Superlative Low =length: shortest, fastest, quickest
        Superlative =weight: heaviest
        Superlative =height: tallest
        Superlative Low =weight: lightest
        Superlative =best: best, top performing, best performing, strongest performing, most valuable, most important, most profitable
        Superlative Low =best: worst, worst performing, weakest performing, least valuable, poorest
        Superlative =rated: best rated, top rated, highest rated, best reviewed, best scoring
        Superlative Low =rated: worst rated, lowest rated, worst reviewed, worst scoring
        Superlative =sold: best selling, top selling, bestselling, most sold, most popular, most ordered, most purchased, most bought, most in demand
        Superlative =sold: most frequently ordered, most often ordered
        Superlative Low =sold: worst selling, least sold, least popular, slowest selling
        Superlative =salary: highest paid, best paid, top earning, highest earning, best earning
        Superlative Low =salary: lowest paid, worst paid, least paid
        Superlative =count: most frequent, most common, most often, most frequently, busiest, most active, commonest
        Superlative Low =count: least frequent, least common, rarest, least active, least often
        Top: top, leading
        Top Low: bottom, lowest ranked
        By: per, by, for each, for every, in each, in every, each, every, of each, at each, on each, from each, to each, broken down by, grouped by, group by, split by
        By: split up by, breakdown by, by each, per each, with each, across, separately for, within each, distribution by, along
        Not: nobody, no one, not, never, no, did not, have not, has not, none, nothing, not yet, no longer
        Without: without, lacking, that lack, who lack, missing
        Preposition: in, from, to, of, at, for, on, into, during, via, within the, through, inside, under the, about, regarding, among, because of, due to, owing to
        Preposition: caused by, as a result of, out of, off, around, as, towards, between the, than
        And: but, and, &, as well as, plus, along with, together with
        Or: or, either, nor
        Share: how many percent of, how much percent of, what percent of, what percentage of, which percentage of, how many percent, what percent, what percentage
        Share: share of, percentage of, percent of, proportion of, fraction of, share, percentage, proportion, part of, % of, what part of
        Percent: in percent, as percent, as a percent, percent, %, as percentage, in %
        Ratio: ratio of, ratio between, ratio, divided by, relative to
        Growth: growth of, growth in, growth, change in, change of, change, increase in, increase of, increase, decrease in, decrease, decline in, development of
        Growth: difference in, difference between, difference, compare, compared to, compared with, comparison of, versus, vs, grow, grew, grown, changed, increased
        Growth: decreased, declined, rise, rose, fall, fell, dropped
        Order: sorted by, ordered by, order by, sort by, ranked by, rank by, in order of, arranged by, sort, sorted, ordered from, sorted from, rank, ranked
        Ascending: ascending, in ascending order, ascending order, lowest first, smallest first, shortest first, oldest first, earliest first, cheapest first
        Ascending: alphabetically, in alphabetical order, alphabetical, lowest to highest, low to high, from lowest to highest, a to z, asc, from fewest to most
        Ascending: from least to most, from smallest to largest
        Ascending =worst: worst first
        Descending: descending, in descending order, descending order, best first, top first, highest first, largest first, biggest first, newest first, latest first
        Descending: most recent first, longest first, latest on top, highest to lowest, high to low, from highest to lowest, most expensive first, desc, most first
        Descending: from most to fewest, from most to least, most to fewest, most to least, sorted from most to fewest, sorted from most to least
        Descending: from largest to smallest
        Distinct: distinct, different, unique, various
        TimePart Day: daily, per day, by day, each day, every day, day by day, by date, a day
        TimePart Week: week over week, week on week, weekly, per week, by week, each week, every week, week by week, a week
        TimePart Month: month over month, month on month, mom, monthly, per month, by month, each month, every month, month by month, a month
        TimePart Quarter: quarter over quarter, quarter on quarter, quarterly, per quarter, by quarter, each quarter, every quarter, quarter by quarter
        TimePart Year: year over year, year on year, yoy, yearly, annually, annual, per year, by year, each year, every year, year by year, per annum, a year
        TimePart MonthOfYear: by month of year, per month of year, month of the year, calendar month, by calendar month, per calendar month
        TimePart Hour: hourly, per hour, by hour, each hour, every hour
        TimePart Weekday: per weekday, by weekday, each weekday, by day of week, per day of week, by day of the week, per day of the week, day of the week, day of week
        TimePart Weekday: weekday, weekdays, each day of the week, days of the week
        TimePart HourOfDay: by hour of day, per hour of day, by hour of the day, per hour of the day, hour of day, hour of the day, time of day
        With: count as, counts as, classified as, considered as, with, having, have, has, had, containing, contain, contains, including, includes, include, whose
        With: that have, who have, which have, that has, who has, which has, carrying, featuring
        Any: anyone, anybody, someone, somebody, both, anything, something, any, some, at all, ever, single
        Running: running total of, running total, cumulative, cumulated, running sum
        Unit: dollars, dollar, euro, euros, usd, eur, pounds, bucks, $, €, units, unit, pieces, piece, pcs, items in total, times, percent of
        Filler: dr, mr, mrs, ms, prof, anyway, again, roughly, approximately, about how, at present, at moment, nowadays, these days, to date, as it stands, on file
        Filler: perhaps, maybe, folks, guys, for my report, for meeting, for report, various, exact, precise, precisely, actual, as well as possible, let us know
        Filler: we have, do we have, we currently have, do you know, i wonder, wondering, curious, interested in, of ours, at our company, in our company
        Filler: in our database, in database, in our data, in data, in system, in our system, at all times, ones that, those that, in question, individual, single one
        Filler: whatsoever, alone, each of, any of, all our, all of our, one more, next to, in general, generally, typically, and so on, etc, trend, trend of
        Filler: evolution of, very, quite, look after, looks after, looked after, take care of, takes care of, in charge of, normal, normally, usual, usually, regular
        Filler: regularly, standard, each only once, each once, every one only once, simply, and also, kindly, with it, with them, ours, there are, completely, fully
        Filler: entirely, each other, currently still, please, me, us, i, we, you, they, it, them, would, like, want, need, see, know, can, could, may, should, is, are
        Filler: was, were, be, been, being, am, do, does, did, that, those, these, there, this, all, so far, currently, now, right now, today's, whole, complete
        Filler: full, entire, respectively, also, too, only, really, actually, exactly the, overview of, data, information, info, details about, details of, details on
        Filler: records, rows, entries, figures, result, results, how, when, placed by, made by, each one, one, ones, yet, already, still, here, company, companies
        Filler: at any time, our company, system, database, according to, in terms of, measured by, based on, as of, respective, corresponding, different kinds of, kinds of, kind of
        Filler: sort of, type of, together, if, will, then, hi, hello, hey, thanks, thank, question, quick, up, out, ok, okay, well, let, lets, such, own, came in
        Filler: come in, came, arrived, exist, exists, existing, happened, occurred, took place, made
        Verb =returned: came back, come back, comes back, coming back, brought back, bring back, brings back, gave back, given back, give back, handed back, taken back, went back
        Verb =left: quit, resigned, walked out
        Verb =handled: dealt with, deal with, deals with
        Verb: went, gone, refuel, refuelled, took part, take part, owe, owes, owed, mentor, mentors, mentored, refer, refers, referred, treat, treats, treated, examine
        Verb: examined, consult, consulted, diagnose, diagnosed, prescribe, prescribed, prescribes, borrow, borrows, borrowed, lend, lent, reserve, reserved, reserves
        Verb: enroll, enrolled, recruit, recruited, donate, donated, subscribe, subscribed, vote, voted, win, won, lose, lost, review, reviewed, contact, contacted
        Verb: sign, signed, answer, answered, escalate, escalated, solve, solved, seen, admit, admitted, discharge, discharged, see, saw, fly, flew, flown, lease
        Verb: leased, park, parked, cancel, cancelled, canceled, apply, applied, approve, approved, reject, rejected, refund, refunded, scan, scanned, store, pack
        Verb: packed, test, tested, pick up, picked up, schedule, scheduled, read, move, moves, moved, moving, haul, hauls, hauled, hauling, operate, operates, operated
        Verb: operating, employ, employs, keep, deal, deals, dealt, dealing, pick, picks, picked, drop, represent, represents, amount to, come to, comes to, add up to
        Verb: adds up to, make up, makes up, account for, accounts for, originate, originates, originated, reside, resides, lie, lies, house, houses, cater, caters
        Verb: reach, reached, reaches, show up, turn up, cause, collect, collected, collects, gather, hand, handed, look, looks, check, checked, count, counted, measure
        Verb: measured, tracked, track, know, known, mention, mentioned, bear, bears, feature, features, featured, include, bring in, brought in, carried out, carry out
        Verb: done by, handled by, run by, pass, passes, passed, elapse, elapsed, stand, stands, stood, sit, sits, sat, send, sending, wait, waits, waited, waiting, log
        Verb: logs, logged, logging, book, books, booking, put, keep, keeps, kept, occur, occurs, happen, happens, need, needs, needed, consume, consumes, consumed
        Verb: concern, affect, affects, affected, touch, belonged, issue, issued, issues, raise, raised, enter, entered, file, filed, submit, submitted, handle, visit
        Verb: visited, visits, attend, attended, teach, teaches, taught, supervise, supervises, supervised, direct, directed, compose, composed, composes, sing, sings
        Verb: sang, record, recorded, release, released, release, load, loaded, unload, drive, drives, drove, driven, transport, transported, carry, travel, travels
        Verb: travelled, traveled, arrive, arrived, arrives, depart, departed, leave, leaves, install, installed, fix, fixed, fixes, repair, repaired, repairs, maintain
        Verb: maintained, maintains, inspect, inspected, service, serviced, complete, completed, completes, close, closed, closes, closing, finish, finished, finishes
        Verb: resolve, resolved, charge, charged, receive, return, returned, join, joined, place, places, placed, order, orders, ordered, ordering, buy, buys, bought
        Verb: buying, purchase, purchased, purchases, purchasing, sell, sells, sold, selling, handle, handles, handled, handling, process, processed, deliver, delivers
        Verb: delivered, delivering, supply, supplies, supplied, supplying, provide, provides, provided, offer, offers, offered, come, comes, coming, go, goes, work
        Verb: works, worked, working, live, lives, living, belong, belongs, belonging, generate, generates, generated, generating, bring, brings, brought, bringing
        Verb: earn, earned, earns, earning, produce, produces, produced, producing, receive, receives, received, serve, serves, served, use, used, uses, using, ship
        Verb: ships, shipped, shipping, carry, carries, manage, manages, managed, run, runs, ran, own, owns, owned, hold, holds, record, recorded, cost, costs, costing
        Verb: weighing, lasting, priced, spend, spent, spending, spends, pay, pays, paid, paying, rent, rents, rented, renting, perform, performed, appear, appears
        Verb: appeared, appearing, act, acted, acts, star, stars, starred, starring, play, plays, played, write, wrote, written, publish, published, assign, assigned
        Verb: locate, located, based, base, situated, called, named, hired, hire, employed, born, make, makes, report, reports, reporting, reported, cover, covers
        Verb: covered, responsible, sent, send, sends, get, gets, got, getting, do, done, due, requested, request, weigh, weighs, last, lasted, lasts, take, takes, took
        Verb: taken, taking, start, started, starts, end, ended, ends, cause, caused, causes, belongs to, fall into, falls into, listed, stored, registered, sourced
        Verb: source, stock, stocked, carried, associated, assigned, linked, related, connected, involved, involving, fulfill, fulfilled, booked, book, created, opened
        Verb: open
        """;

    private static readonly FrozenDictionary<string, Item> Table = Read();

    /// <summary>Words of two letters and more, to tell a typing error from a word.</summary>
    public static IEnumerable<string> Words { get; } = [.. Table.Keys.SelectMany(k => k.Split(' ')).Where(w => w.Length > 3).Distinct(StringComparer.Ordinal)];

    private static readonly FrozenSet<string> Functions = Table.Where(p => p.Value.Kind is not (ItemKind.Verb or ItemKind.Unit) && !p.Key.Contains(' ', StringComparison.Ordinal))
        .Select(p => p.Key).Concat(["the", "a", "an", "our"]).ToFrozenSet(StringComparer.Ordinal);

    public const int LongestPhrase = 5;

    public static Item? Find(string phrase) => Table.GetValueOrDefault(phrase);

    /// <summary>A word of the grammar, which no value and no part of a name may hide.</summary>
    public static bool IsFunction(string word) => Functions.Contains(word);

    private static FrozenDictionary<string, Item> Read()
    {
        var table = new Dictionary<string, Item>(StringComparer.Ordinal);
        foreach (var line in Phrases.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (head, list) = (line[..line.IndexOf(':', StringComparison.Ordinal)].Split(' '), line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            var kind = Enum.Parse<ItemKind>(head[0]);
            var argument = head.Length > 1 ? head[1] : "";
            var item = new Item(kind, 0, 0, "")
            {
                Comparison = kind is ItemKind.Compare or ItemKind.Postfix ? Enum.Parse<Comparison>(argument) : default,
                Aggregate = kind == ItemKind.Aggregate ? Enum.Parse<Aggregate>(argument) : default,
                Part = kind == ItemKind.TimePart ? Enum.Parse<TimePart>(argument) : default,
                Low = head.Contains("Low"),
                Measures = head.FirstOrDefault(h => h.StartsWith('='))?[1..],
            };
            foreach (var phrase in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                table.TryAdd(string.Join(' ', phrase.Split(' ').Where(w => w is not ("the" or "a" or "an" or "our"))), item);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
