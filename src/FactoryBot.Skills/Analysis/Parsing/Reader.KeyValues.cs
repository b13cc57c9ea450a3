using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Values that are written out: a text in quotes, the number behind a noun.</summary>
internal sealed partial class Reader
{
    // A number that a key repeats is that of the thing it leads to.
    private List<Meaning> WithoutKeys(List<Meaning> candidates) => candidates.Count < 2 ? candidates
        : [.. candidates.Where(c => !model.Relations.Any(r => r.From == c.Entity && r.FromColumns is [var key] && key == c.Column && candidates.Exists(o => o != c && o.Entity == r.To && o.Value == c.Value)))];

    private void Quoted(int at, Item item)
    {
        var column = Before(at);
        var contains = At(column)?.Text is "containing" or "contains" or "contain" or "including" or "with" or "like" or "called" or "named";
        column = Is(column, ItemKind.Preposition, ItemKind.Verb, ItemKind.With) || At(column)?.Text is "like" ? Before(column) : column;
        if (contains && !(IsColumn(column) && !items[column].Used) && focus is not null && model[focus].Label is [var label])
        {
            item.Used = true;
            where.Add(Condition.Compare($"{focus}.{label}", Comparison.Contains, item.Text));
            return;
        }

        if (IsColumn(column) && !items[column].Used && PickColumn(items[column], column, null, c => c.Kind == DataKind.Text) is { } picked)
        {
            items[column].Used = item.Used = true;
            where.Add(Condition.Compare(picked.Field, Comparison.Contains, item.Text));
        }
    }

    private void KeyValue(int at, int before, Item noun)
    {
        var entity = noun.Has(MeaningKind.Entity) ? PickEntity(noun, before) : null;
        if (entity is not null && model[entity] is { Key: [var key] } found && found.Find(key)!.Kind == DataKind.Whole && items[at].Number == Math.Floor(items[at].Number))
        {
            values.Add(($"{entity}.{key}", Text(items[at].Number), at));
            items[at].Used = noun.Used = true;
            Speak(entity, at);
        }
        else if (noun.Has(MeaningKind.Column) && !noun.Used && PickColumn(noun, before, null, c => c.IsNumber) is { Weight: <= 1 } column)
        {
            // "Students in grade 10": their own grade level, or the grade that they got?
            if (focus is not null && column.Entity != focus && !model.Graph.ReachesUp(focus, column.Entity) && noun.Of(MeaningKind.Column).Where(c => c.Entity == focus && ColumnOf(c).IsNumber && ColumnOf(c).Role != ColumnRole.Key).ToList() is [var own, ..])
            {
                Ask(noun, before, [new(Title(Spoken(own)), Spoken(own)), new(Title(Spoken(column)), Spoken(column))]);
                return;
            }

            values.Add((column.Field, Text(items[at].Number), at));
            items[at].Used = noun.Used = true;
            Speak(column.Entity, at);
        }
    }
}
