using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>"Older than 60", "players under 23", "between 20 and 30 years old": the age of those who have a day of birth.</summary>
internal sealed partial class Reader
{
    private const int OldestAge = 150;

    private bool OfAge(int at, int unit, Comparison comparison, decimal value, decimal? to)
    {
        if (focus is null || value != Math.Floor(value) || value is <= 0 or >= OldestAge || Named(focus, "birth") is not [var birth, ..] || !SaysAge(at, unit))
            return false;
        var born = $"{focus}.{birth.Name}";
        if (to is { } most)
            where.Add(Condition.Compare(born, Comparison.Between, BornBefore(most + 1, 1), BornBefore(value, 0)));
        else if (Born(born, comparison, value) is { } condition)
            where.Add(condition);
        else
            return false;
        Shows(born);
        for (var i = unit; At(i)?.Text is "years" or "year" or "old" or "of" or "age"; i++)
            items[i].Used = true;
        if (At(Before(at)) is { Used: false, Text: "aged" } aged)
            (aged.Kind, aged.Used) = (ItemKind.Filler, true);
        return true;
    }

    // "Under 23" of people is an age where nothing else stands behind the number: under 23 minutes is none.
    private bool SaysAge(int at, int unit)
    {
        var bare = At(unit) is null || At(unit)!.Kind is ItemKind.And or ItemKind.Preposition;
        var years = At(unit)?.Text is "years" or "year";
        if (items[at].Text is "older than" or "younger than")
            return bare || years;
        var ofThem = Before(at) is var before && (At(before) == focusItem || At(before)?.Text == "aged");
        return ofThem && (bare || (years && (At(unit + 1) is null || At(unit + 1)!.Text is "old" or "of")));
    }

    // Who is older than 60 has had the sixty-first birthday: what has begun counts whole years.
    private Condition? Born(string field, Comparison comparison, decimal years) => comparison switch
    {
        Comparison.More => Condition.Compare(field, Comparison.AtMost, BornBefore(years + 1, 0)),
        Comparison.AtLeast => Condition.Compare(field, Comparison.AtMost, BornBefore(years, 0)),
        Comparison.Less => Condition.Compare(field, Comparison.More, BornBefore(years, 0)),
        Comparison.AtMost => Condition.Compare(field, Comparison.More, BornBefore(years + 1, 0)),
        Comparison.Equal => Condition.Compare(field, Comparison.Between, BornBefore(years + 1, 1), BornBefore(years, 0)),
        _ => null,
    };

    private string BornBefore(decimal years, int daysAfter) => Day(today.AddYears(-(int)years).AddDays(daysAfter));
}
