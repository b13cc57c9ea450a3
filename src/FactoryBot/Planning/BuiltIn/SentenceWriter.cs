using FactoryBot.Skills.Functions;
using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>Writes the complete sentences that stand behind buttons, in words that are read back without a doubt.</summary>
internal static class SentenceWriter
{
    public static string Write(FunctionWords words, Clause? clause = null, string? scope = null, string? period = null)
    {
        var function = words.Function;
        if (function.Subjects.Count == 0 || !(words.HasScope || words.Has(SlotKind.Period)))
        {
            return function.Examples.Count > 0 ? function.Examples[0] : function.Title;
        }

        var sure = clause?.Names.Where(n => n.Entity is not null).ToList() ?? [];
        scope ??= Join(sure.Where(n => Clause.IsScope(n.Kind) && words.Has(n.Kind)).Select(n => n.Entity!.Name));
        period ??= Join(clause?.Periods.Where(p => !p.Future && p.Readings.Count == 0).Select(p => Say(p.Period)) ?? []);
        var shift = words.Has(SlotKind.Shift) ? sure.FirstOrDefault(n => n.Kind == SlotKind.Shift)?.Entity?.Name : null;
        var text = Subject(function);
        text += scope.Length > 0 && words.HasScope ? $" of {scope}" : "";
        text += shift is null ? "" : shift is ClockShifts.Running or ClockShifts.Ended ? $" {shift}" : $" on the {shift} shift";
        var causes = clause is null || words.Causes.Length == 0 ? "" : Join(Cover.CausesIn(clause, words));
        text += causes.Length == 0 ? "" : $" because of {causes}";
        return text + (period.Length > 0 && words.Has(SlotKind.Period) ? $" {period}" : "");
    }

    /// <summary>What of a sentence that was not understood is sure, as a whole question; of several times the first.</summary>
    public static string Nearest(FunctionWords words, Clause clause)
    {
        var period = clause.Periods.Where(p => !p.Future && p.Readings.Count == 0).Select(p => Say(p.Period)).FirstOrDefault("");
        var plant = words.HasScope && period.Length == 0 && !clause.Names.Any(n => n.Entity is not null && words.Has(n.Kind));
        return Write(words, clause, plant ? "the whole plant" : null, period);
    }

    /// <summary>Words that mean the same days whenever they are read on the same day.</summary>
    public static string Say(Period period) =>
        period.Words.Length == 0 || period.Words.Contains("before", StringComparison.Ordinal) || period.Words.Contains("same", StringComparison.Ordinal)
            ? period.Dates
            : period.Words;

    public static string Subject(SkillFunction function)
    {
        var subject = function.Subjects.Count > 0 ? function.Subjects[0] : function.Title;
        return subject.Length <= 4 && subject.All(char.IsLower) && subject is not "data" ? subject.ToUpperInvariant()
            : string.Concat(subject[..1].ToUpperInvariant(), subject.AsSpan(1));
    }

    private static string Join(IEnumerable<string> parts) => string.Join(" and ", parts.Distinct(StringComparer.Ordinal));
}
