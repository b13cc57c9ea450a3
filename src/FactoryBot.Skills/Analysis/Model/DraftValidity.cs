using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Model;

/// <summary>Rows that hold for a time and are followed by others: salaries, titles, who worked where. Those that hold today are the current ones.</summary>
internal static class DraftValidity
{
    public const string Current = "current";

    // Such a year stands for "until further notice".
    private const int Endless = 2200;

    private static readonly string[] Begins = ["from date", "valid from", "start date", "effective date", "effective from", "from", "start"];
    private static readonly string[] Ends = ["to date", "valid to", "valid until", "end date", "effective to", "effective until", "through date", "to", "until", "end"];

    public static IEnumerable<NamedFilter> Of(Entity entity)
    {
        if (entity.Person || Date(entity, Begins) is not { } from || Date(entity, Ends) is not { } to || !IsHistory(entity, from, to))
            yield break;
        var field = $"{entity.Name}.{to.Name}";
        var holds = Condition.Compare(field, Comparison.AtLeast, "today");
        yield return new(Current, [Current, "present day"], entity.Name, to.Nullable ? new() { Any = [Condition.Compare(field, Comparison.Empty), holds] } : holds);
    }

    // One thing has several rows, one after the other: the day on which each begins is part of its key, or the last of them never ends.
    private static bool IsHistory(Entity entity, Column from, Column to) =>
        (entity.Key.Count > 1 && entity.Key.Contains(from.Name)) || to.Youngest is { Year: >= Endless } || entity.Table.EndsWith("history", StringComparison.OrdinalIgnoreCase);

    private static Column? Date(Entity entity, string[] names) => names.Select(n => entity.Columns.FirstOrDefault(c => c.Kind is DataKind.Date or DataKind.Moment && c.Phrase == n)).FirstOrDefault(c => c is not null);
}
