using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Values that were read, as conditions: several of one column are either of them, or both where two rows are asked for.</summary>
internal sealed partial class Reader
{
    private void AddValues()
    {
        AddPeople();
        foreach (var group in values.GroupBy(v => (v.Field, Not: negatedValues.Contains(v.At))))
        {
            var all = group.Select(v => v.Value).Distinct().ToList();
            if (all.Count > 1 && !group.Key.Not && Apart(group.Key.Field, [.. group.Select(v => v.At)]))
            {
                // One row cannot hold both: there must be one of each.
                foreach (var value in all)
                    Limit(new() { Has = FieldRef.Read(group.Key.Field).Entity, With = [Condition.Compare(group.Key.Field, Comparison.Equal, value)] }, group.Min(v => v.At));
                continue;
            }

            // "Picked up in Hamburg and returned in Berlin" speaks of two places, not of either.
            if (all.Count > 1 && group.Min(v => v.At) is var from && group.Max(v => v.At) is var to && Enumerable.Range(from, to - from).Any(i => Is(i, ItemKind.And)) && Enumerable.Range(from, to - from).Any(i => Is(i, ItemKind.Verb) && Is(i + 1, ItemKind.Preposition)))
            {
                items[to].Used = false;
                items[to].Kind = ItemKind.Unknown;
                continue;
            }

            if (group.Key.Not && LiesBehind(group.Key.Field) && group.Any(v => missingValues.Contains(v.At)))
            {
                // "Hotels with no suite": none of their rooms is one, not one that is none.
                where.Add(new() { Has = FieldRef.Read(group.Key.Field).Entity, Not = true, With = [Condition.Compare(group.Key.Field, Comparison.Equal, all)] });
                continue;
            }

            var condition = Condition.Compare(group.Key.Field, group.Key.Not ? Comparison.NotEqual : Comparison.Equal, all);
            Limit(condition, group.Min(v => v.At));
            if (all.Count > 1 && !group.Key.Not)
                several ??= group.Key.Field;
        }
    }

    private bool LiesBehind(string field) => focus is not null && FieldRef.Read(field) is { Via: null } of && of.Entity != focus && !model.Graph.ReachesUp(focus, of.Entity);

    // "Customers who bought tea and coffee" bought both; "customers in Germany and France" are in either.
    private bool Apart(string field, List<int> at) =>
        focus is not null && (counting || measures.TrueForAll(m => BaseOf(m) == focus)) && !model.Graph.ReachesUp(focus, FieldRef.Read(field).Entity)
        && Enumerable.Range(at.Min(), at.Max() - at.Min()).Any(i => Is(i, ItemKind.And)) && !Enumerable.Range(at.Min(), at.Max() - at.Min()).Any(i => Is(i, ItemKind.Or));
}
