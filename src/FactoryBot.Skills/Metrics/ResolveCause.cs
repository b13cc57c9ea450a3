using FactoryBot.Skills.Language;
using FactoryBot.Skills.Results;

namespace FactoryBot.Skills.Metrics;

/// <summary>Finds what a stop reason or a defect type in a question means: by its name, by another name for the same, by the kind of reasons.</summary>
internal static class ResolveCause
{
    /// <returns>Null when both are known; otherwise the answer that names the unknown one.</returns>
    public static SkillResult? Try(PlantData plant, PlantQuestion question, ref PlantScope scope)
    {
        if (Given(question.Reason) is { } reason)
        {
            if (Reason(plant, CauseNames.Key(reason)) is not { } cause)
                return MetricsFailures.UnknownName("stop reason", reason, plant.Reasons.Select(r => r.Name), question with { Reason = null });
            scope = scope with { Cause = cause };
        }

        if (Given(question.Defect) is not { } defect)
            return null;
        if (Find(plant.Defects, d => d.Name, CauseNames.Key(defect)) is not { } found)
            return MetricsFailures.UnknownName("defect type", defect, plant.Defects.Select(d => d.Name), question with { Defect = null });
        scope = scope with { Defect = found };
        return null;
    }

    private static PlantCause? Reason(PlantData plant, string key)
    {
        var named = plant.Reasons.FirstOrDefault(reason => CauseNames.Key(reason.Name) == key);
        var kind = plant.Reasons.Where(reason => CauseNames.Key(reason.Category) == key).ToList();
        return named is null && kind.Count > 0 ? new(kind[0].Category, [.. kind.Select(reason => reason.Id)])
            : (named ?? Find(plant.Reasons, reason => reason.Name, key)) is { } one ? new(one.Name, [one.Id])
            : null;
    }

    // By its name, or the only one that the words can mean.
    private static T? Find<T>(IReadOnlyList<T> all, Func<T, string> name, string key)
        where T : class
    {
        if (all.FirstOrDefault(one => CauseNames.Key(name(one)) == key) is { } named)
            return named;
        var others = all.Where(one => CauseNames.OthersOf(name(one)).Contains(key) || Sentence.Of(name(one)).Tokens.Any(t => Words.Stem(t.Word) == key)).Take(2).ToList();
        return others.Count == 1 ? others[0] : null;
    }

    private static string? Given(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();
}
