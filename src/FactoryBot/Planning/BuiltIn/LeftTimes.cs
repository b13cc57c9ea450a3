using FactoryBot.Skills.Language;

namespace FactoryBot.Planning.BuiltIn;

/// <summary>"At 7 instead of 6", "half past seven rather than at six": the time that something came until now, which is told and not asked for.</summary>
internal static class LeftTimes
{
    /// <summary>The tokens that tell it; none where no other time is said.</summary>
    public static IReadOnlySet<int> Of(Token[] tokens, IReadOnlyList<ScheduleMention> schedules)
    {
        var left = new HashSet<int>();
        if (schedules.Count == 0)
            return left;
        for (var at = 0; at + 2 < tokens.Length; at++)
        {
            if (!(tokens[at].Is("instead") && tokens[at + 1].Is("of")) && !(tokens[at].Is("rather") && tokens[at + 1].Is("than")))
                continue;
            var start = tokens[at + 2].Is("at") ? at + 3 : at + 2;
            var end = schedules.FirstOrDefault(s => s.Start == start || s.Start == at + 2)?.End ?? (start < tokens.Length && tokens[start].Number is < 24 ? start + 1 : 0);
            if (end > 0 && schedules.Any(s => s.Start < at || s.Start >= end))
                left.UnionWith(Enumerable.Range(at, end - at));
        }

        return left;
    }
}
