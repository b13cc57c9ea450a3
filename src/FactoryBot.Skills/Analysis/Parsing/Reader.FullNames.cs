using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>First and last name side by side are one person: "Steve Johnson" is no customer called Steve beside an employee called Johnson.</summary>
internal sealed partial class Reader
{
    private void JoinNames()
    {
        for (var i = 0; i + 1 < items.Count; i++)
        {
            if (items[i + 1].AfterComma)
                continue;
            var (first, last) = (NamesAt(i, 0), NamesAt(i + 1, 1));
            var same = first.Select(f => f.Entity).Intersect(last.Select(l => l.Entity)).ToHashSet(StringComparer.Ordinal);
            if (same.Count == 0)
                continue;
            (items[i].Kind, items[i].Meanings) = (ItemKind.Schema, [.. first.Where(f => same.Contains(f.Entity))]);
            (items[i + 1].Kind, items[i + 1].Meanings) = (ItemKind.Schema, [.. last.Where(l => same.Contains(l.Entity))]);
            items[i].Hidden = items[i + 1].Hidden = [];
            i++;
        }
    }

    private List<Meaning> NamesAt(int at, int part) => items[at].Kind is not (ItemKind.Schema or ItemKind.Unknown) ? []
        : [.. items[at].Meanings.Concat(items[at].Hidden).Where(m => m.Kind == MeaningKind.Value && model[m.Entity] is { Person: true, Label: [_, _] label } && label[part] == m.Column).DistinctBy(m => (m.Entity, m.Value))];

    // Of two people each has a first and a last name of his own: not any first name of theirs with any last.
    private void AddPeople()
    {
        var people = values.Where(v => !negatedValues.Contains(v.At)).Select(v => (Value: v, Field: FieldRef.Read(v.Field))).Where(v => model[v.Field.Entity] is { Person: true, Label: [_, _] label } && label[0] == v.Field.Column)
            .Select(f => (First: f.Value, Last: values.Find(l => l.At == f.Value.At + 1 && l.Field == (f.Field with { Column = model[f.Field.Entity].Label[1] }).ToString()), f.Field))
            .Where(p => p.Last.Field is not null).ToList();
        foreach (var named in people.GroupBy(p => p.First.Field).Where(g => g.Count() > 1))
        {
            var entity = named.First().Field.Entity;
            var each = named.Select(p => new Condition { Has = entity, With = [Condition.Compare(p.First.Field, Comparison.Equal, p.First.Value), Condition.Compare(p.Last.Field, Comparison.Equal, p.Last.Value)] }).ToList();
            values.RemoveAll(v => named.Any(p => v == p.First || v == p.Last));
            var at = named.Select(p => p.First.At).ToList();
            if (Apart(named.Key, at))
                each.ForEach(e => Limit(e, at.Min()));
            else
                Limit(new() { Any = each }, at.Min());
        }
    }
}
