using FactoryBot.Skills.Analysis.Model;
using FactoryBot.Skills.Analysis.Query;

namespace FactoryBot.Skills.Analysis.Parsing;

/// <summary>Things that no other pass has taken: shown beside others, implied by a condition, or needing a row of their own.</summary>
internal sealed partial class Reader
{
    private void RestEntity(int at, Item item)
    {
        if (PickEntity(item, at) is not { } entity)
            return;
        var figures = measures.Concat(rankMeasure is { } r ? [r] : []).Concat(totals.Select(t => t.Measure)).ToList();
        if (entity == focus || figures.Exists(m => BaseOf(m) == entity) || values.Exists(v => FieldRef.Read(v.Field).Entity == entity)
            || where.Exists(w => w.Field is { } f && Formula.Read(f).Fields.Any(x => x.Entity == entity)) || without?.Has == entity
            || (focus is not null && where.Exists(w => w is { Has: { } has, Not: false } && model.Graph.Best(focus, has)?.Steps.Any(s => s.To == entity) == true))
            || (without is not null && without.With.Any(w => w.Field is { } f && f.StartsWith(entity + ".", StringComparison.Ordinal))))
        {
            item.Used = true;
            return;
        }

        if (focus is null)
        {
            // "Which cities do our patients come from": the column of that thing.
            if (figures.Count == 0 && focusColumns is { } wanted && wanted.Exists(c => c.Entity == entity))
            {
                focusColumns = [.. wanted.Where(c => c.Entity == entity)];
                focusItem!.Meanings = focusColumns;
                item.Used = true;
                Speak(entity, at);
                return;
            }

            if (figures.Count > 0 && figures.TrueForAll(m => BaseOf(m) is { } b && model.Graph.ReachesUp(b, entity)) && Is(Before(at), ItemKind.And) && by.Count > 0)
            {
                by.Add(Group(entity));
                item.Used = true;
            }

            return;
        }

        if (figures.Count == 0 && model.Graph.ReachesUp(focus, entity) && (Is(Before(at), ItemKind.With, ItemKind.And) || items[Before(at) < 0 ? 0 : Before(at)].AfterComma || item.AfterComma))
        {
            item.Used = true;
            others.Add(entity);
            return;
        }

        // "Borrowed a crime book": the event says that there is such a book, and the value which.
        if (figures.Count == 0 && items.Exists(i => i.Kind == ItemKind.Verb && NamedEvent(i.Text) is { } deed && deed != focus && model.Graph.ReachesUp(deed, entity)))
        {
            item.Used = true;
            return;
        }

        // "Deliveries from suppliers": every one comes from one.
        var rows = (figures.Count > 0 ? BaseOf(figures[0]) : null) ?? focus!;
        if (Is(Before(at), ItemKind.Preposition) && model.Graph.ReachesUp(rows, entity))
        {
            item.Used = true;
            if (model.Graph.Best(focus, entity)?.Steps.Any(s => model[s.From].Find(s.Relation.Via)?.Nullable == true) == true)
                where.Add(new() { Has = entity });
            return;
        }

        // "Customers who placed orders": one must exist. "Products with their supplier" was shown above.
        if (model.Graph.Best(focus, entity) is { UpOnly: false } && figures.TrueForAll(m => BaseOf(m) == focus) && (Is(Before(at), ItemKind.Verb, ItemKind.With, ItemKind.Any) || Is(Before(Before(at)), ItemKind.Verb)))
        {
            item.Used = true;
            where.Add(new() { Has = entity });
        }
    }
}
