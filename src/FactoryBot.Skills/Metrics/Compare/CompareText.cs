using FactoryBot.Skills.Metrics.Measures;

namespace FactoryBot.Skills.Metrics.Compare;

/// <summary>Two things side by side, in plain words that stand without the card.</summary>
internal static class CompareText
{
    private const int Beside = 3;

    public static string Of(CompareReport report)
    {
        var measure = report.Measure;
        var (first, second) = (report.First, report.Second);
        var where = first.Scope.Name == second.Scope.Name && !first.Scope.IsWholePlant ? $" of {first.Scope.Name}" : "";
        var when = first.Period == second.Period ? " " + report.Asked.When : "";
        var sentences = new List<string>
        {
            $"{measure.Capital}{report.Asked.Scope.ForCause}{where}{when}: {first.Label} {measure.Say(measure.Of(first.Input))}, {second.Label} {measure.Say(measure.Of(second.Input))}{Verdict(report)}.",
        };
        sentences.AddRange(report.Shown.Skip(1).Take(Beside).Select(m => $"{m.Capital}: {m.Say(m.Of(first.Input))} against {m.Say(m.Of(second.Input))}."));
        return string.Join(' ', sentences);
    }

    private static string Verdict(CompareReport report)
    {
        if (report.Difference(report.Measure) is not { } difference)
            return "";
        var direction = report.Measure.Direction(difference);
        if (direction == 0)
            return "; no difference";
        var better = direction > 0 == report.Measure.HigherIsBetter;
        return $"; {report.First.Label} is {report.Measure.SayDifference(difference)} {(direction > 0 ? "higher" : "lower")} ({(better ? "better" : "worse")})";
    }
}
