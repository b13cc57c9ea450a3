using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>What is said of a question that no function accounts for: a word's meaning, or what of it was not understood.</summary>
internal static class Unread
{
    public static Outcome? Meaning(List<FunctionMatch> matches, Clause clause) =>
        clause.Names.Count == 0 && clause.Periods.Count == 0
        && matches.FirstOrDefault(m => m.Evidence > 0 && m.Offered.WhyNot is null && (m.Missing.Count > 0 || clause.AsksMeaning)
            && m.Missing.TrueForAll(i => PlainWords.Meaning.Contains(clause.Tokens[i].Word))) is { } match
            ? (Outcome)AskBack.Meaning(match)
            : null;

    public static Outcome NotUnderstood(List<FunctionMatch> matches, Clause clause, Vocabulary vocabulary)
    {
        var content = Enumerable.Range(0, clause.Tokens.Length).Any(i => !clause.Plain[i] && !clause.Filled[i]
            && !PlainWords.FollowUp.Contains(clause.Tokens[i].Word) && !PlainWords.Compare.Contains(clause.Tokens[i].Word));
        if (!content && clause.Names.All(n => Clause.IsScope(n.Kind) || n.Kind == SlotKind.Shift) && clause.Names.Count + clause.Periods.Count > 0)
        {
            return clause.Names.FirstOrDefault(n => n.Certainty == Certainty.Unknown) is { } unknown
                ? AskBack.WhichName(unknown, clause)
                : AskBack.WhatAboutIt(clause, vocabulary);
        }

        if (clause.AsksMoney && matches.FirstOrDefault(m => m is { Evidence: > 0, Offered.WhyNot: null, Words.IsFigure: true }) is { } figure)
        {
            return AskBack.NoMoney(figure);
        }

        // "Downtime because of earthquakes": no such reason is known.
        if (matches.Where(m => m.Evidence > 0 && m.Offered.WhyNot is null && m.Missing.Count > 0).Select(CauseMarks.Unknown).FirstOrDefault(u => u is not null) is { } why
            && matches[0].Missing.TrueForAll(i => i < why.End))
        {
            return AskBack.NoSuchCause(why.Causes, why.Start, why.End, clause);
        }

        if (matches.FirstOrDefault(m => m is { Offered.WhyNot: null, Missing.Count: > 0 } && (m.Missing.TrueForAll(m.IsForeignCause) || (m.Evidence > 0 && m.Missing.TrueForAll(m.IsUnknownPart)))) is { } foreign)
        {
            return AskBack.NoSuchCause(foreign.Words.Causes[0], foreign.Missing[0], foreign.Missing[^1] + 1, clause);
        }

        if (matches.FirstOrDefault(m => m.Evidence > 0 && m.Offered.WhyNot is null && m.Words.Has(SlotKind.Period) && m.Missing.Count > 0) is { } timed
            && Hours.Are(timed.Missing, clause))
        {
            return AskBack.NotByTheHour(timed, vocabulary);
        }

        // "OEE of press 4": what stands where a name would is named as one.
        var best = matches.FirstOrDefault(m => m.Evidence > 0 && m.Words.HasScope && m.Missing.Count == 2);
        if (best is not null && best.Missing[1] is var at && clause.Tokens[at].Digits && best.Missing[0] == at - 1
            && !clause.Tokens[at - 1].Digits && !PlainWords.Common.Contains(clause.Tokens[at - 1].Word))
        {
            return AskBack.NoSuchName(best.Missing[0], at + 1, clause, vocabulary);
        }

        // "Make Carlos a manager": who is not known here is named as a person.
        var person = matches.FirstOrDefault(m => m.Offered.WhyNot is null && m.Likeness >= 0.5 && m.Words.Slot(SlotKind.Member) is { Required: true }
            && !clause.Of(SlotKind.Member).Any() && m.Missing.Count is 1 or 2 && m.Missing[^1] - m.Missing[0] == m.Missing.Count - 1
            && m.Missing[0] > 0 && m.Words.BeforeMember.Contains(clause.Tokens[m.Missing[0] - 1].Word));
        return person is not null
            ? AskBack.NoSuchMember(person, clause, vocabulary)
            : AskBack.NotUnderstood(matches, clause, vocabulary);
    }
}
